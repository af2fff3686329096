import type { BrowserContext } from '@playwright/test';
import { answerWith } from '../support/answers.ts';
import { numbersOf } from '../support/api.ts';
import { eventOf, eventsOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';
import { setConsent } from '../support/signup.ts';
import { stored } from '../support/storage.ts';

async function memoryCookie(context: BrowserContext) {
  return (await context.cookies()).find(({ name }) => name === 'hello_again');
}

test.describe('storage="banner"', () => {
  test('stores nothing, decides nothing and does not read the link before an answer', async ({ shop, popup, page }) => {
    await page.clock.install();
    await shop.followMail(penny.name, { storage: 'banner' });
    await page.clock.runFor(20_000);
    expect(await eventsOf(page)).toEqual([]);
    await expect(popup.dialog).toHaveCount(0);
    expect(await stored(page)).toEqual([]);
    // The address bar is cleaned whatever the answer will be.
    expect(page.url()).not.toContain('ha_id');
  });

  test('uses the link of this visit and remembers it once granted', async ({ shop, popup, page, context }) => {
    await shop.followMail(penny.name, { storage: 'banner' });
    await setConsent(page, 'granted');
    await toDecide(page, 'phone', 'known-needs-phone');
    await popup.toAsk('phone');
    expect(await memoryCookie(context)).toBeDefined();
  });

  test('drops the link for good once denied', async ({ shop, popup, page }) => {
    await shop.followMail(penny.name, { storage: 'banner' });
    await setConsent(page, 'denied');
    await toDecide(page, 'email+phone', 'unknown');
    await popup.toAsk('email+phone');
    await expect(popup.notYou).toBeHidden();
    expect(await stored(page)).toEqual([]);
    await setConsent(page, 'granted');
    await toDecide(page, 'email+phone', 'unknown');
  });

  test('deletes everything that was stored once withdrawn', async ({ shop, popup, page }) => {
    await shop.followMail(penny.name, { storage: 'banner' });
    await setConsent(page, 'granted');
    await popup.toAsk('phone');
    await popup.close.click();
    await expect.poll(() => stored(page)).toContain('hello_again');
    await setConsent(page, 'denied');
    await expect.poll(() => stored(page)).toEqual([]);
  });

  test('tries an unsent submission one last time when withdrawn, then deletes it', async ({
    shop,
    popup,
    page,
    surprises,
  }) => {
    surprises.expect(/status of 503/);
    const posted = await answerWith(page, { status: 503, headers: { 'retry-after': '600' } });
    await shop.visit('/', { storage: 'banner' });
    await setConsent(page, 'granted');
    await popup.submit({ email: 'unsent@example.com', mails: true });
    await eventOf(page, 'waiting');
    await expect.poll(() => stored(page)).toContain('hello_again_outbox');
    await setConsent(page, 'denied');
    await expect.poll(() => posted.length).toBe(2);
    expect(posted[1]?.id).toBe(posted[0]?.id);
    await expect.poll(() => stored(page)).toEqual([]);
  });

  test('keeps the unsent submission of a refusing visitor in the page, and the panel says so', async ({
    shop,
    popup,
    page,
    surprises,
  }) => {
    surprises.expect(/status of 503/);
    await answerWith(page, { status: 503, headers: { 'retry-after': '600' } });
    await shop.visit('/', { storage: 'banner' });
    await setConsent(page, 'denied');
    await popup.submit({ email: 'unsent@example.com', mails: true });
    await eventOf(page, 'waiting');
    await expect(popup.status).toContainText(/keep this page open/i);
    expect(await stored(page)).toEqual([]);
  });
});

test.describe('storage="none"', () => {
  test('uses the link of the page view and stores nothing', async ({ shop, popup, page, api }) => {
    await shop.followMail(penny.name, { storage: 'none' });
    await popup.toAsk('phone');
    await popup.submit({ phone: freePhone.written, texts: true });
    await popup.toSucceed();
    expect(numbersOf(await api.onlyProfileWith(penny.email))).toEqual([freePhone.e164]);
    await popup.close.click();
    expect(await stored(page)).toEqual([]);
  });

  test('opens the popup by itself on the landing page only', async ({ shop, popup, page }) => {
    await shop.visit('/', { storage: 'none' });
    await toDecide(page, 'email+phone', 'unknown');
    await popup.toAsk('email+phone');
    await popup.close.click();
    await page.clock.install();
    // From page to page of the shop: a dismissal could not have been remembered.
    const product = page.getByRole('main').locator('a[href*="/product/"]').first();
    await product.evaluate(
      (link: HTMLAnchorElement, settings) => {
        link.search = settings;
      },
      new URL(shop.path('/', { storage: 'none' }), page.url()).search,
    );
    await product.click();
    await toDecide(page, 'nothing', 'frequency-cap');
    await page.clock.runFor(20_000);
    await expect(popup.dialog).toHaveCount(0);
  });
});

test.describe('storage="allowed"', () => {
  test('keeps one small first-party cookie without an address or number', async ({ shop, popup, page, context }) => {
    await shop.followMail(penny.name, { storage: 'allowed' });
    await popup.toAsk('phone');
    await popup.submit({ phone: freePhone.written, texts: true });
    await popup.toSucceed();
    const cookie = await memoryCookie(context);
    expect(cookie?.sameSite).toBe('Lax');
    const value = decodeURIComponent(cookie?.value ?? '');
    expect(value).not.toBe('');
    expect((cookie?.value ?? '').length).toBeLessThan(2_000);
    for (const secret of [penny.email, freePhone.e164, freePhone.e164.slice(3), 'penny']) {
      expect(value.toLowerCase()).not.toContain(secret);
    }
    // The other one is in the tab's own store: what the lookup answered, so that it is asked once.
    expect(await stored(page)).toEqual(['hello_again', 'hello_again_lookup']);
    const looked = await page.evaluate(() => sessionStorage.getItem('hello_again_lookup') ?? '');
    expect(looked).not.toContain(penny.email);
  });

  test('treats unreadable memory as empty', async ({ shop, page, context, baseURL }) => {
    await context.addCookies([{ name: 'hello_again', value: '%7Bnonsense%E0%A4', url: baseURL ?? '' }]);
    await shop.visit('/', { storage: 'allowed' });
    await toDecide(page, 'email+phone', 'unknown');
  });
});
