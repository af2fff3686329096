import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { call } from '../support/signup.ts';

/** Whether focus is inside the popup, however deep in its shadow tree. */
function isFocusInside(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.localName === 'hello-again');
}

test('a popup that opened by itself has the focus on its heading and not on a field', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  expect(await isFocusInside(page)).toBe(true);
  // On a phone a focused field would pull up the keyboard uninvited.
  await expect(popup.phone).not.toBeFocused();
});

test('Tab stays inside the dialog and reaches everything', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  const reached = new Set<string>();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    const hook = await page.evaluate(() => {
      const focused = document.activeElement?.shadowRoot?.activeElement;
      return focused?.getAttribute('data-ha') ?? focused?.closest('[data-ha]')?.getAttribute('data-ha') ?? '';
    });
    reached.add(hook);
    // The browser's own toolbar may take its turn; the page behind may not.
    const outside = await page.evaluate(() => document.activeElement?.closest('main, nav, header, footer') !== null);
    expect(outside, `after ${press + 1} presses`).toBe(false);
  }
  for (const hook of ['phone', 'consent-sms', 'submit', 'close', 'not-you']) expect([...reached]).toContain(hook);
});

test('a sign-up needs no mouse', async ({ shop, popup, page, api }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.phone.focus();
  await page.keyboard.type('07700 900982');
  await popup.texts.focus();
  await page.keyboard.press('Space');
  await expect(popup.texts).toBeChecked();
  await popup.phone.focus();
  await page.keyboard.press('Enter');
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact.phone).toBe('+447700900982');
  // What happened is read where focus is.
  expect(await isFocusInside(page)).toBe(true);
});

test('Escape closes the popup, and the focus returns to where it was', async ({ shop, popup, page }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await popup.toAsk('email+phone');
  await page.keyboard.press('Escape');
  await expect(popup.dialog).toBeHidden();

  const link = page.getByRole('main').getByRole('link').first();
  await link.focus();
  await call(page, 'open');
  await popup.toAsk('email+phone');
  await page.keyboard.press('Escape');
  await expect(popup.dialog).toBeHidden();
  await expect(link).toBeFocused();
});

test('an error is described at its field, and the field has the focus', async ({ shop, popup }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'nobody', phone: '12' });
  await expect(popup.email).toBeFocused();
  await expect(popup.email).toHaveAttribute('aria-invalid', 'true');
  await expect(popup.email).toHaveAccessibleDescription(/\S/);
  await expect(popup.phone).toHaveAccessibleDescription(/\S/);
});
