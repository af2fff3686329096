import AxeBuilder from '@axe-core/playwright';
import { numbersOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

test.beforeEach(async ({ shop }) => {
  await shop.visit('/npm');
});

test('an app can use its own button, login, events and texts with the npm module', async ({ page, popup, api }) => {
  const app = page.locator('#app');
  await expect(app.getByRole('status')).toContainText('email+phone (unknown)');
  await app.getByLabel(/Penny/).check();
  await expect(app.getByRole('status')).toContainText('phone (known-needs-phone)');
  await app.getByRole('button', { name: 'Tell me when it is roasted' }).click();
  await popup.toAsk('phone');
  await expect(popup.dialog).toHaveAccessibleName('A text when it is roasted');
  // Opened by the visitor's own click: the field has the focus.
  await expect(popup.phone).toBeFocused();
  await popup.phone.fill(freePhone.written);
  await popup.texts.check();
  await popup.dialog.getByRole('button', { name: 'Text me', exact: true }).click();
  await popup.toSucceed();
  await popup.close.click();
  await expect(app).toContainText(/sent, accepted/);
  expect(numbersOf(await api.onlyProfileWith(penny.email))).toEqual([freePhone.e164]);
});

test('the login decides what is asked', async ({ page, popup }) => {
  const app = page.locator('#app');
  await app.getByLabel(/Rosa/).check();
  await expect(app.getByRole('status')).toContainText('consent (known-needs-consent)');
  await app.getByLabel(/Ade/).check();
  await expect(app.getByRole('status')).toContainText('nothing (already-subscribed)');
  await app.getByRole('button', { name: 'Tell me when it is roasted' }).click();
  await expect(popup.status).toContainText(/already signed up/);
  await popup.close.click();
  await app.getByLabel(/Nobody/).check();
  await expect(app.getByRole('status')).toContainText('email+phone (unknown)');
});

test('the page is accessible', async ({ page }) => {
  await expect(page.locator('#app').getByRole('status')).toContainText('unknown');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
