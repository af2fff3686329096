import type { Page } from '@playwright/test';
import { eventOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { Popup } from '../support/popup.ts';
import { Shop } from '../support/shop.ts';

/** The visitor signs up in another tab of the same browser. */
async function signUpElsewhere(page: Page, shop: Shop): Promise<void> {
  const tab = await page.context().newPage();
  const popup = new Popup(tab);
  await new Shop(tab, shop.store).followMail(penny.name, { storage: 'allowed', ha: 'force' });
  await popup.toAsk('phone');
  await popup.submit({ phone: '07700 900982', texts: true });
  await popup.toSucceed();
  await tab.close();
}

test('the popup does not open once the visitor has signed up in another tab', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.visit('/', { storage: 'allowed', delay: '600000' });
  await toDecide(page, 'email+phone', 'unknown');
  await signUpElsewhere(page, shop);
  await page.clock.runFor(700_000);
  await expect(popup.dialog).toHaveCount(0);
});

test('an open popup closes when the visitor comes back after signing up in another tab', async ({
  shop,
  popup,
  page,
}) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await signUpElsewhere(page, shop);
  // What a browser tells a tab that is shown again; a headless one shows all of them.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(popup.dialog).toHaveCount(0);
  expect((await eventOf(page, 'close')).detail).toMatchObject({ reason: 'answered' });
});

test('a form that was being filled in says that the visitor has signed up in another tab', async ({
  shop,
  popup,
  page,
}) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.email.fill(penny.email);
  await signUpElsewhere(page, shop);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(popup.email).toHaveValue(penny.email);
  await popup.signUp.click();
  await expect(popup.dialog).toContainText('already signed up');
});

test('a form filled in by somebody else on the same browser is sent', async ({ shop, popup, page, api }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  const tab = await page.context().newPage();
  const other = new Popup(tab);
  await new Shop(tab, shop.store).visit('/', { storage: 'allowed', ha: 'force' });
  await other.submit({ email: 'ines@example.com', phone: '07700 900982', texts: true });
  await other.toSucceed();
  await tab.close();
  await popup.submit({ email: 'jonah@example.com', phone: '07700 900461', texts: true });
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact).toEqual({
    email: 'jonah@example.com',
    phone: '+447700900461',
    typedPhone: expect.any(String),
  });
});

test('memory keeps what two tabs have written', async ({ shop, popup, page }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await signUpElsewhere(page, shop);
  await popup.close.click();
  await eventOf(page, 'close');
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'dismissed');
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await toDecide(page, 'nothing', 'already-subscribed');
});
