import type { BrowserContext } from '@playwright/test';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { setConsent } from '../support/signup.ts';
import { stored } from '../support/storage.ts';

const day = 24 * 60 * 60;
const secondsNow = () => Date.now() / 1000;

async function memoryOf(context: BrowserContext) {
  const found = (await context.cookies()).filter(({ name }) => name === 'hello_again');
  expect(found.length, 'cookies of ours').toBeLessThan(2);
  return found[0];
}

test('the shop’s server sets the cookie again unchanged, so that a browser’s cap on script-written cookies does not end it', async ({
  shop,
  page,
  popup,
  context,
}) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.close.click();
  const written = await memoryOf(context);
  if (!written) throw new Error('nothing was remembered');

  // As Safari keeps what a script wrote after such a link. On a page without the script nobody else can set it anew.
  await context.addCookies([{ ...written, expires: secondsNow() + day }]);
  const files: string[] = [];
  page.on('response', async (response) => {
    const isFile = !(response.headers()['content-type'] ?? '').startsWith('text/html');
    if (isFile && (await response.headerValue('set-cookie'))) files.push(response.url());
  });
  await shop.visit('/', { signup: 'none' });
  const kept = await memoryOf(context);
  expect(kept).toEqual({ ...written, expires: expect.any(Number) });
  expect((kept?.expires ?? 0) - secondsNow()).toBeGreaterThan(364 * day);
  expect(files).toEqual([]);

  // It is still the widget's to read.
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'dismissed');
});

test('the shop’s server sets no cookie without permission, and a withdrawn cookie does not come back', async ({
  shop,
  page,
  popup,
}) => {
  const set: string[] = [];
  page.on('response', async (response) => set.push((await response.headerValue('set-cookie')) ?? ''));
  await shop.followMail(penny.name, { storage: 'banner' });
  await expect(shop.banner).toBeVisible();
  await shop.visit('/', { storage: 'banner' });
  await setConsent(page, 'denied');
  await toDecide(page, 'email+phone', 'unknown');
  await shop.visit('/product/decaf', { storage: 'none' });
  expect(await stored(page)).toEqual([]);
  expect(set.join('\n')).not.toContain('hello_again');

  await shop.followMail(penny.name, { storage: 'banner' });
  await setConsent(page, 'granted');
  await popup.toAsk('phone');
  await expect.poll(() => stored(page)).toContain('hello_again');
  await setConsent(page, 'denied');
  await expect.poll(() => stored(page)).toEqual([]);
  await shop.visit('/', { signup: 'none' });
  expect(await stored(page)).toEqual([]);
});
