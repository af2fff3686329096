import type { APIRequestContext, Page } from '@playwright/test';
import type { Submission } from '../../widget/index.ts';
import { mintLink } from '../../widget/link/index.ts';
import { numbersOf } from '../support/api.ts';
import { eventOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';
import { html } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

/** What the first link of one of the store's mails carries. */
async function tokenOf(request: APIRequestContext, store: string, mail: string): Promise<string> {
  const answer = await request.get('/api/mails', { params: { store } });
  const mails = (await answer.json()) as readonly { id: string; links: readonly { path: string }[] }[];
  const path = mails.find(({ id }) => id === mail)?.links[0]?.path ?? '/';
  const token = new URL(path, answer.url()).searchParams.get('ha_id');
  if (!token) throw new Error(`no link in the mail ${mail}`);
  return token;
}

const kinds: Readonly<Record<string, (request: APIRequestContext, store: string) => Promise<string>>> = {
  'tampered with': (request, store) => tokenOf(request, store, 'tampered'),
  'too old': (request, store) => tokenOf(request, store, 'expired'),
  'of another store': (request, store) => tokenOf(request, `${store}-too`, 'newsletter'),
  'signed with a key that is gone': (_request, store) =>
    mintLink({ subject: 'penny', audience: store, key: { kid: 'gone', secret: 'g'.repeat(32) } }),
};

/** Every submission that a page posts. */
function postedBy(page: Page): readonly Submission[] {
  const posted: Submission[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/v1/submissions')) posted.push(request.postDataJSON());
  });
  return posted;
}

// A shop without a lookup: with one, the collector would have said beforehand that it knows nobody by that link.
test.beforeEach(async ({ startSite, baseURL, store, surprises, page }) => {
  surprises.expect(/status of 409/);
  const src = `${baseURL}/hello-again.js`;
  const head = scriptTag({ src, collector: `${baseURL}/v1/submissions`, store, attributes: { async: '' } });
  const site = await startSite(html(shopPage({ head })));
  await page.goto(site.origin);
  await toDecide(page, 'email+phone', 'unknown');
});

/** The address of the same page, as a mail's link with that token. */
const linkWith = (page: Page, token: string, more = '') => new URL(`/?ha_id=${token}${more}`, page.url()).href;

for (const [kind, mint] of Object.entries(kinds)) {
  test(`after a link that is ${kind} the number stays typed, the email is asked for, and one profile has both`, async ({
    page,
    popup,
    request,
    store,
    api,
  }) => {
    const token = await mint(request, store);
    const posted = postedBy(page);
    await page.goto(linkWith(page, token));
    await popup.toAsk('phone');
    await popup.submit({ phone: freePhone.written, texts: true });
    await popup.toAsk('email+phone');
    await expect(popup.phone).toHaveValue(freePhone.written);
    await expect(popup.texts).toBeChecked();
    expect(await api.submissions()).toEqual([]);

    await popup.submit({ email: penny.email, mails: true });
    await popup.toSucceed();
    expect((await eventOf(page, 'sent')).detail).toMatchObject({ outcome: 'accepted' });
    const [first, second] = posted;
    expect(posted).toHaveLength(2);
    expect(first?.identity.identifiers).toMatchObject([{ issuer: 'own', source: 'link', value: token }]);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.follows).toBe(first?.id);
    expect(second?.contact).toEqual({ email: penny.email, phone: freePhone.e164, typedPhone: expect.any(String) });
    expect(JSON.stringify(second)).not.toContain(token);
    expect(numbersOf(await api.onlyProfileWith(penny.email))).toEqual([freePhone.e164]);

    await page.goto(linkWith(page, token));
    await toDecide(page, 'nothing', 'already-subscribed');
  });
}

test('a refused link is used neither on the next page nor when it is opened again', async ({
  page,
  popup,
  request,
  store,
}) => {
  const token = await tokenOf(request, store, 'tampered');
  const posted = postedBy(page);
  await page.goto(linkWith(page, token));
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toAsk('email+phone');

  await page.goto(new URL('/?ha=force', page.url()).href);
  await popup.toAsk('email+phone');
  await page.goto(linkWith(page, token, '&ha=force'));
  await popup.toAsk('email+phone');
  await popup.submit({ email: penny.email, phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();
  expect(posted).toHaveLength(2);
  expect(JSON.stringify(posted[1])).not.toContain(token);
});
