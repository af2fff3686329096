import { numbersOf } from '../support/api.ts';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

const friend = 'friend@example.com';

test('"Not you?" keeps the friend’s number off the sender’s profile, now and on the next page @phone', async ({
  shop,
  popup,
  page,
  api,
}) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.notYou.click();
  await popup.toAsk('email+phone');
  await popup.submit({ email: friend, phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();

  expect(numbersOf(await api.onlyProfileWith(penny.email))).toEqual([]);
  const profile = await api.onlyProfileWith(friend);
  expect(numbersOf(profile)).toEqual([freePhone.e164]);
  const received = await api.lastSubmission();
  expect(received.identifiers).toEqual([]);
  expect(received.setAside).toMatchObject([{ source: 'link', why: 'refused' }]);

  await shop.visit('/product/kenya-aa', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
});

test('the refusal holds on the next page, also when the same link is opened again', async ({ shop, popup, page }) => {
  const link = await shop.linkOf(penny.name);
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.notYou.click();
  await popup.toAsk('email+phone');

  link.searchParams.set('storage', 'allowed');
  link.searchParams.set('ha', 'force');
  await page.goto(link.href);
  await toDecide(page, 'email+phone', 'not-you');
  await popup.toAsk('email+phone');
});
