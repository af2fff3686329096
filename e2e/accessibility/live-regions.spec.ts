import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { ade } from '../support/people.ts';
import { call } from '../support/signup.ts';

interface Listening {
  readonly haSpoken: string[];
}

/**
 * What a screen reader would be told without being asked: text that changes in a live region that was there before. What
 * comes together with its region is mostly not read, so it does not count.
 */
test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { haSpoken: spoken });
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      new MutationObserver((records) => {
        const regions = new Set<Element>();
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          const region = element?.closest('[aria-live], [role=status], [role=alert]');
          if (region && region.getAttribute('aria-live') !== 'off') regions.add(region);
        }
        for (const region of regions) {
          const manner =
            region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
          // What is silent within it is left out.
          const read = region.cloneNode(true) as Element;
          for (const silent of read.querySelectorAll('[aria-live=off], button')) silent.remove();
          const text = read.textContent?.replace(/\s+/g, ' ').trim();
          if (text) spoken.push(`${manner}: ${text}`);
        }
      }).observe(root, { subtree: true, childList: true, characterData: true });
      return root;
    };
  });
});

function spoken(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as Listening).haSpoken);
}

/** What was said since the last time. */
function takeSpoken(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as Listening).haSpoken.splice(0));
}

test('a flyout that opens by itself is announced once, politely', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'flyout', delay: '0' });
  await expect(popup.dialog).toBeVisible();
  await expect.poll(() => spoken(page)).toEqual(['polite: A sign-up form has opened: Hear from Harbor Coffee']);
  await popup.unfold.click();
  await expect(popup.email).toBeFocused();
  expect(await spoken(page)).toHaveLength(1);
});

test('a popup that takes the focus is not announced in a live region as well', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.toAsk('email+phone');
  await expect(popup.heading).toBeFocused();
  await popup.close.click();
  await shop.visit('/plain', { layout: 'flyout', delay: '60000' });
  await call(page, 'open');
  await expect(popup.email).toBeFocused();
  expect(await spoken(page)).toEqual([]);
});

test('the number as it was understood is announced once it is complete, and not digit by digit', async ({
  shop,
  popup,
  page,
}) => {
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.phone.pressSequentially('07700 900982');
  await expect(page.locator('[data-ha=understood]')).toBeVisible();
  await expect.poll(async () => (await spoken(page)).length).toBe(1);
  expect((await takeSpoken(page))[0]).toMatch(/^polite: .*We’ll text \+44 7700 900982\.$/);
  await popup.email.pressSequentially('penny@gmial.com');
  expect(await takeSpoken(page)).toEqual([]);
});

test('the list of countries is not announced, but the number that follows from a choice is', async ({
  shop,
  popup,
  page,
}) => {
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.phone.fill('0172 9980752');
  await takeSpoken(page);
  const countries = popup.dialog.getByRole('combobox', { name: 'Country' });
  await countries.focus();
  await expect.poll(() => countries.locator('option').count()).toBeGreaterThan(200);
  await countries.selectOption('DE');
  await expect.poll(() => spoken(page)).toEqual(['polite: We’ll text +49 172 9980752.']);
});

test('the focus goes to the first field with an error, so that its error is read', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'modal', fields: 'birthday', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.signUp.click();
  await expect(popup.email).toBeFocused();
  await expect(popup.email).toHaveAccessibleDescription('Enter your email address');
  await popup.email.fill('robin@example.com');
  await popup.signUp.click();
  await expect(popup.mails).toBeFocused();
  await expect(popup.mails).toHaveAccessibleDescription(/^Tick this box/);
  await popup.mails.check();
  await popup.phone.fill('12');
  await popup.texts.check();
  await popup.signUp.click();
  await expect(popup.phone).toBeFocused();
  await expect(popup.phone).toHaveAccessibleDescription(/^Enter a mobile number, like 0/);
  await popup.phone.fill('07700 900982');
  await popup.texts.uncheck();
  await popup.signUp.click();
  await expect(popup.texts).toBeFocused();
  await expect(popup.texts).toHaveAccessibleDescription(/^Tick this box to get texts, or sign up without them\./);
  // What is wrong with a field is no interruption.
  expect((await spoken(page)).filter((text) => text.startsWith('assertive'))).toEqual([]);
});

test('the outcome is shown in a status element that has the focus', async ({ shop, popup }) => {
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.submit({ email: 'robin@example.com', mails: true });
  await popup.toSucceed();
  await expect(popup.status).toBeFocused();
  await expect(popup.status).toHaveText(/\S/);
});

for (const fault of ['404', '503'] as const) {
  test(`the failure after a ${fault} is shown in a status element that has the focus`, async ({
    shop,
    popup,
    surprises,
  }) => {
    surprises.expect(new RegExp(`status of ${fault}`));
    await shop.visit('/plain', { layout: 'flyout', fault, delay: '0' });
    await popup.submit({ email: 'robin@example.com', mails: true });
    await expect(popup.status).toBeFocused();
    await expect(popup.status).toHaveText(/\S/);
  });
}

test('copying the coupon is announced', async ({ shop, popup, page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  await shop.visit('/plain', { layout: 'modal', coupon: 'WELCOME10', delay: '0' });
  await popup.submit({ email: 'robin@example.com', mails: true });
  const copy = popup.dialog.locator('[data-ha=copy]');
  await expect(copy).toBeVisible();
  await takeSpoken(page);
  await copy.click();
  await expect(copy).toHaveText('Copied');
  await expect.poll(() => spoken(page)).toEqual(['polite: Copied']);
  await expect(copy).toBeFocused();
});

test('where the browser does not copy, the focus stays, the code is selected, and a message says what to do', async ({
  shop,
  popup,
  page,
}) => {
  await page.addInitScript(() => {
    // Firefox has none on the empty page before.
    const { clipboard } = navigator as { readonly clipboard?: Clipboard };
    if (clipboard) clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await shop.visit('/plain', { layout: 'modal', coupon: 'WELCOME10', delay: '0' });
  await popup.submit({ email: 'robin@example.com', mails: true });
  const copy = popup.dialog.locator('[data-ha=copy]');
  await expect(copy).toBeVisible();
  await takeSpoken(page);
  await copy.press('Enter');
  const said = 'That couldn’t be copied. Please select the code and copy it yourself.';
  await expect(popup.dialog.getByText(said)).toBeVisible();
  await expect.poll(() => spoken(page)).toEqual([`polite: ${said}`]);
  await expect(copy).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('WELCOME10');
});

test('“Sending …” is announced once', async ({ shop, popup, page }) => {
  let arrive = () => {};
  const isThere = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/v1\/submissions(\?|$)/, async (route) => {
    if (route.request().method() === 'POST') await isThere;
    await route.fallback();
  });
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.email.fill('robin@example.com');
  await popup.mails.check();
  await takeSpoken(page);
  await popup.signUp.click();
  await expect.poll(() => spoken(page)).toEqual(['polite: Sending…']);
  // Pressing again says nothing new.
  await popup.dialog.locator('[data-ha=submit]').press('Enter');
  arrive();
  await expect(popup.status).toBeFocused();
  expect((await spoken(page)).filter((text) => text.includes('Sending'))).toHaveLength(1);
});

test('the countdown to a new code is silent, but the sending of the code is announced', async ({
  shop,
  popup,
  page,
}) => {
  await page.clock.install();
  // The collector's own clock stands where it was.
  await page.route(/\/resend$/, (route) => route.fulfill({ status: 202 }));
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await page.clock.runFor(1_000);
  await popup.submit({ email: 'robin@example.com', phone: ade.phone, texts: true, mails: true });
  const code = popup.dialog.getByRole('textbox', { name: 'Code', exact: true });
  await expect(code).toBeFocused();
  await expect(code).toHaveAccessibleDescription(/We’ve sent a code/);
  await takeSpoken(page);
  const countdown = popup.dialog.getByText(/new code in \d+ seconds?\./);
  const before = await countdown.textContent();
  await page.clock.runFor(5_000);
  await expect(countdown).not.toHaveText(before ?? '');
  expect(await takeSpoken(page)).toEqual([]);
  await page.clock.runFor(30_000);
  await popup.dialog.getByRole('button', { name: 'Send a new code' }).click();
  await expect.poll(() => spoken(page)).toEqual(['polite: Sending…', 'polite: We’ve sent you a new code.']);
});
