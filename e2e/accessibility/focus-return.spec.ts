import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { Popup } from '../support/popup.ts';
import { call } from '../support/signup.ts';
import { addOpener } from './opener.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const ways: Readonly<Record<string, (page: Page, popup: Popup) => Promise<void>>> = {
  'its X': (_page, popup) => popup.close.click(),
  Escape: (page) => page.keyboard.press('Escape'),
  'a press beside it': (page) => page.mouse.click(5, 5),
  Done: async (_page, popup) => {
    await popup.submit({ email: 'robin@example.com', mails: true });
    await popup.dialog.getByRole('button', { name: 'Done' }).click();
  },
  '"Already signed up?"': (_page, popup) => popup.dialog.getByRole('button', { name: 'Already signed up?' }).click(),
  'the page': (page) => call(page, 'close'),
};

const places = [
  { place: 'modal', query: { layout: 'modal' } },
  { place: 'modal below the top layer', query: { layout: 'modal', layer: 'page' } },
  { place: 'flyout', query: { layout: 'flyout' } },
];

for (const { place, query } of places) {
  for (const [way, close] of Object.entries(ways)) {
    // Beside a flyout is the page.
    if (place === 'flyout' && way === 'a press beside it') continue;

    test(`the focus returns to the opener of a ${place} closed by ${way}`, async ({ shop, popup, page }) => {
      await shop.visit('/plain', { ...query, delay: '60000' });
      await addOpener(page);
      await page.locator('#opener').focus();
      await page.keyboard.press('Enter');
      await expect(popup.email).toBeFocused();
      await close(page, popup);
      await expect(popup.dialog).toBeHidden();
      await expect(page.locator('#opener')).toBeFocused();
    });
  }

  // WebKit and Firefox throw a page to its top when a caret goes with its field; Chromium shows at least where the caret was.
  test(`a ${place} that closes while somebody types takes the focus out of its field first, and the page stays where it was`, async ({
    shop,
    popup,
    page,
  }) => {
    await shop.visit('/plain', { ...query, delay: '60000' });
    await page.evaluate(() => {
      document.body.style.minHeight = '400vh';
      scrollTo({ top: 900, behavior: 'instant' });
    });
    await call(page, 'open');
    await expect(popup.email).toBeFocused();
    await page.evaluate(() => {
      const root = document.querySelector('hello-again')?.shadowRoot;
      const left: string[] = [];
      Object.assign(window, { left });
      root?.addEventListener('focusout', () => {
        const isStanding = root.querySelector('.popup')?.matches('[open],:popover-open');
        left.push(isStanding ? 'while it stands' : 'when it is closed');
      });
    });
    await page.keyboard.press('Escape');
    await expect(popup.host).toHaveCount(0);
    expect(await page.evaluate(() => (window as unknown as { left: string[] }).left)).toEqual(['while it stands']);
    await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
    expect(await page.evaluate(() => scrollY)).toBe(900);
  });

  test(`a ${place} closes without an error when its opener has been removed`, async ({ shop, popup, page }) => {
    await shop.visit('/plain', { ...query, delay: '60000' });
    await addOpener(page);
    await page.locator('#opener').focus();
    await page.keyboard.press('Enter');
    await expect(popup.email).toBeFocused();
    await page.evaluate(() => document.querySelector('#opener')?.remove());
    await page.keyboard.press('Escape');
    await expect(popup.dialog).toBeHidden();
    await expect(page.locator('body')).toBeFocused();
    // `failOnSurprises` hears of what throws.
  });
}

test('a flyout closed while the focus is on the page leaves it there', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'flyout', delay: '0' });
  await addOpener(page);
  await expect(popup.dialog).toBeVisible();
  await page.locator('#opener').focus();
  await call(page, 'close');
  await expect(popup.dialog).toBeHidden();
  await expect(page.locator('#opener')).toBeFocused();
});

for (const layout of ['modal', 'flyout']) {
  test(`the focus returns to the teaser that opened the ${layout}`, async ({ shop, popup, page }) => {
    await shop.visit('/plain', { layout, teaser: 'true', delay: '0' });
    await expect(popup.dialog).toBeVisible();
    await popup.close.click();
    const tab = page.locator('[data-ha=teaser]');
    await tab.focus();
    await page.keyboard.press('Enter');
    await expect(popup.email).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(tab).toBeFocused();
  });
}
