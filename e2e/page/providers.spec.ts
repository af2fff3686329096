import type { Page } from '@playwright/test';
import { answerWith } from '../support/answers.ts';
import { eventOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone } from '../support/people.ts';
import { scriptTag, shopSite } from '../support/tag.ts';

/** Synthetic: in the shape of Klaviyo's exchange ids, minted by nobody. */
const token = 'Syn7het1c_-ExchangeIdOfNobody0123456789Wg=.SYNTH1';
const linkedBy = { 'data-collector-links-by': 'own,email,phone,klaviyo' };

test.describe('data-identify="klaviyo"', () => {
  /** Opens a shop with the tag; `held`: what the provider's cookie holds. */
  let open: (page: Page, query: string, attributes?: Readonly<Record<string, string>>, held?: object) => Promise<void>;

  test.beforeEach(({ baseURL, store, startSite }) => {
    open = async (page, query, attributes = {}, held) => {
      const tag = scriptTag({
        src: '/hello-again.js',
        collector: `${baseURL}/v1/submissions?store=${store}`,
        store,
        attributes: { 'data-identify': 'klaviyo', ...attributes },
      });
      const shop = await startSite(shopSite({ body: tag }), 'shop.localhost');
      if (held) {
        const value = encodeURIComponent(Buffer.from(JSON.stringify(held)).toString('base64'));
        await page.context().addCookies([{ name: '__kla_id', value, url: shop.origin }]);
      }
      await page.goto(`${shop.origin}/${query}`);
    };
  });

  test('asks the visitor of a Klaviyo mail’s link for the phone alone, and posts the identifier', async ({
    page,
    popup,
  }) => {
    const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
    await open(page, `?_kx=${encodeURIComponent(token)}`, linkedBy);
    await toDecide(page, 'phone', 'known-needs-phone');
    await popup.toAsk('phone');
    await popup.submit({ phone: freePhone.e164, texts: true });
    await eventOf(page, 'sent');
    expect(posted).toHaveLength(1);
    expect(posted[0]?.contact).toEqual({ phone: freePhone.e164 });
    expect(posted[0]?.identity).toMatchObject({
      certainty: 'claimed',
      identifiers: [{ field: 'profile', issuer: 'klaviyo', value: token, source: 'link', strength: 'token' }],
    });
    expect(JSON.stringify(posted[0]?.page)).not.toContain('_kx');
  });

  test('asks for both when the collector cannot link by the identifier', async ({ page, popup }) => {
    await open(page, `?_kx=${encodeURIComponent(token)}`);
    await toDecide(page, 'email+phone', 'unlinkable');
    await popup.toAsk('email+phone');
  });

  test('treats a visitor whose cookie holds only a visitor’s id as a stranger', async ({ page, popup }) => {
    await open(page, '', linkedBy, { cid: 'c3ludGhldGljLXZpc2l0b3ItaWQ' });
    await toDecide(page, 'email+phone', 'unknown');
    await popup.toAsk('email+phone');
  });

  test('knows the visitor by the link’s identifier in the cookie, and cleans the address bar', async ({
    page,
    popup,
  }) => {
    await open(page, `?colour=red&_kx=${encodeURIComponent(token)}#beans`, linkedBy, { $exchange_id: token });
    await popup.toAsk('phone');
    await expect(page).toHaveURL(/\/\?colour=red#beans$/);
  });
});
