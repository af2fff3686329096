import { numbersOf } from '../support/api.ts';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';
import { html } from '../support/sites.ts';

test('a link pasted in a forum does not identify its readers as Penny', async ({
  shop,
  popup,
  page,
  api,
  startSite,
}) => {
  const link = await shop.linkOf(penny.name);
  const post = `<title>Forum</title><p>Great coffee: <a href="${link.href.replaceAll('&', '&amp;')}&amp;storage=allowed">here</a></p>`;
  // Another host, and not only another port: to the widget all ports of one host are one shop.
  const forum = await startSite(html(post, { 'referrer-policy': 'strict-origin-when-cross-origin' }), '127.0.0.1');
  await page.goto(forum.origin);
  await page.getByRole('link', { name: 'here' }).click();

  await toDecide(page, 'email+phone', 'shared-link');
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'reader@example.com', phone: freePhone.written, texts: true });
  await popup.toSucceed();
  expect(numbersOf(await api.onlyProfileWith(penny.email))).toEqual([]);
  expect(numbersOf(await api.onlyProfileWith('reader@example.com'))).toEqual([freePhone.e164]);
  expect((await api.lastSubmission()).setAside).toMatchObject([{ why: 'shared-link' }]);
});

test('the demo’s forum does not identify its readers as Penny', async ({ shop, popup, page, surprises, baseURL }) => {
  // It is another site: the forum moves to the other name of this machine.
  surprises.allowOrigin((baseURL ?? '').replace('localhost', '127.0.0.1'));
  await shop.visit('/forum');
  await page.getByRole('main').getByRole('link').first().click();
  await toDecide(page, 'email+phone', 'shared-link');
  await popup.toAsk('email+phone');
});
