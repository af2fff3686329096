import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, freePhone, sam } from '../support/people.ts';

test('a visitor who is subscribed to both is asked nothing', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.followMail(ade.name, { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
  await page.clock.runFor(60_000);
  await expect(popup.host).toHaveCount(0);
});

test('a visitor who has just signed up is asked nothing on the next page', async ({ shop, popup, page }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'new@example.com', phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
});

test('a visitor who came from a text message is not asked for the number', async ({ shop, popup, page }) => {
  await shop.followMail(sam.name, { storage: 'allowed' });
  await toDecide(page, 'email', 'known-needs-email');
  await popup.toAsk('email');
});
