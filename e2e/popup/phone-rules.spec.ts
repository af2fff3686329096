import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

const open = { storage: 'allowed', ha: 'force' } as const;
const french = { email: 'ines@example.com', phone: '+33 6 12 34 56 78', texts: true } as const;
const pack = /\.phone-pack-western-europe-/;

/** The files of phone rules that the page has asked for, in order and without the name of their build. */
function phoneFiles(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\.(phone-.+)-\w+\.js$/.exec(request.url()) ?? [];
    if (name) files.push(name);
  });
  return files;
}

test('a number of the home country needs one file of phone rules', async ({ shop, popup, page, api }) => {
  const files = phoneFiles(page);
  await shop.visit('/', open);
  await popup.submit({ ...french, phone: '07700 900982' });
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact.phone).toBe('+447700900982');
  expect(files).toEqual(['phone-44']);
});

test('a number of another country loads its region’s rules before it is sent', async ({ shop, popup, page, api }) => {
  const files = phoneFiles(page);
  await shop.visit('/', open);
  await popup.phone.fill(french.phone);
  await expect(popup.dialog.locator('[data-ha=understood]')).toHaveText('We’ll text +33 6 12 34 56 78.');
  await popup.submit(french);
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact.phone).toBe('+33612345678');
  expect(files).toEqual(['phone-44', 'phone-pack-western-europe']);
});

test.describe('a number whose rules cannot be loaded', () => {
  test('makes the button say so without losing anything, and the next press tries again', async ({
    shop,
    popup,
    page,
    api,
    surprises,
  }) => {
    surprises.expect(/404/);
    await page.route(pack, (route) => route.fulfill({ status: 404 }));
    await shop.visit('/', open);
    await popup.submit(french);
    await expect(popup.phone).toHaveAccessibleDescription(/press the button again/);
    await expect(popup.phone).toHaveValue(french.phone);
    await expect(popup.email).toHaveValue(french.email);

    await page.unroute(pack);
    await popup.signUp.click();
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe('+33612345678');
  });

  test('makes the button wait eight seconds, but not for a visitor who gives no number', async ({
    shop,
    popup,
    page,
    api,
  }) => {
    await page.clock.install();
    await page.route(pack, () => {});
    await shop.visit('/', open);
    await popup.submit(french);
    await page.clock.runFor(7_000);
    await expect(popup.phone).not.toHaveAccessibleDescription(/press the button again/);
    await page.clock.runFor(1_500);
    await expect(popup.phone).toHaveAccessibleDescription(/press the button again/);
    await expect(popup.phone).toHaveValue(french.phone);

    await popup.texts.uncheck();
    await popup.submit({ phone: '', mails: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact).toEqual({ email: french.email });
  });
});
