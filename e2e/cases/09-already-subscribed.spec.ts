import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, freePhone, sam } from '../support/people.ts';

test('who is subscribed to both is left alone', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.followMail(ade.name, { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
  await page.clock.runFor(60_000);
  await expect(popup.host).toHaveCount(0);
});

test('who has just signed up is left alone on the next page', async ({ shop, popup, page }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'new@example.com', phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
});

test('who comes from a text message is not asked for the number', async ({ shop, popup, page }) => {
  await shop.followMail(sam.name, { storage: 'allowed' });
  await toDecide(page, 'email', 'known-needs-email');
  await popup.toAsk('email');
});
