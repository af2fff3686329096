import type { Page } from '@playwright/test';
import { combinations } from '../../scripts/sample.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade } from '../support/people.ts';
import type { Popup } from '../support/popup.ts';
import { allStops, focusStop, type Stop, tabTo } from '../support/seen.ts';
import { call } from '../support/signup.ts';
import { arabicShop, type Layout, layouts, showArabicState, showState } from '../support/states.ts';
import { addOpener } from './opener.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What each stop lacks: WCAG 2.4.7, 1.4.11 and 2.4.11. */
function faultsOf(stops: readonly Stop[]): string[] {
  return stops.flatMap(({ hook, ring, isClear }) => [
    ...(ring >= 3 ? [] : [`${hook}: a ring of ${ring.toFixed(2)}`]),
    ...(isClear ? [] : [`${hook}: something lies over it`]),
  ]);
}

/** Stops that come before one that stands above them, or before them in the line. */
function outOfOrder(stops: readonly Stop[]): string[] {
  return stops.slice(1).flatMap((stop, i) => {
    const former = stops[i] as Stop;
    const isBelow = stop.top >= former.bottom - 4;
    const isSameLine = stop.top < former.bottom && former.top < stop.bottom;
    const isAfter = stop.direction === 'ltr' ? stop.left > former.left : stop.left < former.left;
    return isBelow || (isSameLine && isAfter) ? [] : [`${stop.hook} after ${former.hook}`];
  });
}

async function signUpFrom(page: Page, popup: Popup, layout: Layout): Promise<void> {
  const surface = layout === 'inline' ? page.locator('#newsletter') : popup.dialog;
  await tabTo(page, 'email');
  await page.keyboard.type('keyboard@example.com');
  await tabTo(page, 'consent-email');
  await page.keyboard.press('Space');
  await tabTo(page, 'phone');
  await page.keyboard.type('07700 900982');
  await tabTo(page, 'consent-sms');
  await page.keyboard.press('Space');
  await tabTo(page, 'submit');
  await page.keyboard.press('Enter');
  await expect(surface.getByRole('status')).toBeFocused();
}

test.describe('a whole sign-up', () => {
  test('can be made by keyboard in a dialog', async ({ shop, popup, page, api }) => {
    await shop.visit('/plain', { layout: 'modal', delay: '60000' });
    await addOpener(page);
    await page.locator('#opener').focus();
    await call(page, 'open');
    await popup.toAsk('email+phone');
    await signUpFrom(page, popup, 'modal');
    expect((await api.lastSubmission()).contact).toEqual({
      email: 'keyboard@example.com',
      phone: '+447700900982',
      typedPhone: expect.any(String),
    });
    await page.keyboard.press('Tab');
    await expect(popup.dialog.getByRole('button', { name: 'Done' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(popup.dialog).toBeHidden();
    await expect(page.locator('#opener')).toBeFocused();
  });

  test('can be made by keyboard in a flyout that opened by itself', async ({ shop, popup, page, api }) => {
    await shop.visit('/plain', { layout: 'flyout', delay: '0' });
    await expect(popup.dialog).toBeVisible();
    // The page goes on being used: what had the focus when the flyout came has not got it any more.
    await addOpener(page);
    await page.locator('#opener').focus();
    await tabTo(page, 'unfold');
    await page.keyboard.press('Enter');
    await expect(popup.email).toBeFocused();
    await signUpFrom(page, popup, 'flyout');
    expect((await api.lastSubmission()).contact).toEqual({
      email: 'keyboard@example.com',
      phone: '+447700900982',
      typedPhone: expect.any(String),
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(popup.dialog).toBeHidden();
    await expect(page.locator('#opener')).toBeFocused();
  });

  test('can be made by keyboard in a form in the page', async ({ shop, popup, page, api }) => {
    await shop.visit('/', { layout: 'inline', delay: '0' });
    await expect(page.locator('#newsletter').getByRole('textbox', { name: 'Email' })).toBeVisible();
    await signUpFrom(page, popup, 'inline');
    expect((await api.lastSubmission()).contact).toEqual({
      email: 'keyboard@example.com',
      phone: '+447700900982',
      typedPhone: expect.any(String),
    });
  });

  test('can be made by keyboard in two steps, of which the second is skipped', async ({ shop, popup, page, api }) => {
    await shop.visit('/plain', { layout: 'modal', steps: 'two', delay: '0' });
    await popup.toAsk('email');
    await tabTo(page, 'email');
    await page.keyboard.type('steps@example.com');
    await tabTo(page, 'consent-email');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(popup.phone).toBeVisible();
    // What has changed is read: the focus is on the heading.
    await expect(popup.heading).toBeFocused();
    await tabTo(page, 'skip');
    await page.keyboard.press('Enter');
    await expect(popup.status).toBeFocused();
    expect((await api.lastSubmission()).contact).toEqual({ email: 'steps@example.com' });
  });

  test('can be made by keyboard with a code, a country and a birthday', async ({ shop, popup, page }) => {
    await shop.visit('/plain', { layout: 'modal', fields: 'firstName,birthday', delay: '0' });
    await popup.toAsk('email+phone');
    await tabTo(page, 'email');
    await page.keyboard.type('code@example.com');
    await tabTo(page, 'fields.firstName');
    await page.keyboard.type('Robin');
    await tabTo(page, 'fields.birthday');
    await page.keyboard.type('February');
    await tabTo(page, 'fields.birthday.day');
    await page.keyboard.type('29');
    await tabTo(page, 'consent-email');
    await page.keyboard.press('Space');
    await tabTo(page, 'country');
    const countries = popup.dialog.getByRole('combobox', { name: 'Country' });
    await expect(countries).toBeFocused();
    // The United Arab Emirates come before.
    await page.keyboard.press('ArrowUp');
    await expect(countries).toHaveValue('AE');
    await page.keyboard.press('ArrowDown');
    await expect(countries).toHaveValue('GB');
    await page.keyboard.press('Tab');
    await page.keyboard.type(ade.phone);
    await tabTo(page, 'consent-sms');
    await page.keyboard.press('Space');
    await tabTo(page, 'submit');
    await page.keyboard.press('Enter');
    const code = popup.dialog.getByRole('textbox', { name: 'Code', exact: true });
    await expect(code).toBeFocused();
    const texts = await page.request.get('/api/texts', { params: { store: shop.store } });
    const sent = ((await texts.json()) as readonly { readonly code: string }[]).at(-1)?.code ?? '';
    await page.keyboard.type(sent);
    await page.keyboard.press('Enter');
    await expect(popup.status).toContainText('signed up');
    await expect(popup.status).toBeFocused();
  });
});

test.describe('Tab follows the visual order, with a focus ring around each stop', () => {
  // Nothing has to scroll, which would move what was passed already.
  test.use({ viewport: { width: 900, height: 1400 } });

  const states = ['brief', 'form', 'wrong', 'unticked', 'second', 'coupon', 'verify'] as const;
  for (const [layout, name] of combinations(layouts, states)) {
    test(`in the form “${name}”, ${layout}`, async ({ shop, page }) => {
      await showState(shop, name, { layout, query: { fields: 'firstName,birthday' } });
      const stops = await allStops(page);
      if (layout !== 'inline') expect(stops[0]?.hook).toBe('close');
      expect(stops.length).toBeGreaterThan(0);
      expect(outOfOrder(stops)).toEqual([]);
      expect(faultsOf(stops)).toEqual([]);
    });
  }

  for (const layout of layouts) {
    test(`in a right-to-left form, ${layout}`, async ({ page, startSite }) => {
      const { origin } = await startSite(arabicShop());
      await showArabicState(page, origin, 'form', { layout });
      const stops = await allStops(page);
      expect(stops.length).toBeGreaterThan(6);
      expect(new Set(stops.map(({ direction }) => direction))).toEqual(new Set(['rtl', 'ltr']));
      expect(outOfOrder(stops)).toEqual([]);
      expect(faultsOf(stops)).toEqual([]);
    });
  }
});

for (const theme of ['plain', 'warm', 'night'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the focus ring is visible in the theme ${theme}, ${colorScheme}`, async ({ shop, page }) => {
      await page.emulateMedia({ colorScheme });
      await showState(shop, 'named', { layout: 'modal', theme, ask: 'phone' });
      const stops = await allStops(page);
      expect(stops.length).toBeGreaterThan(5);
      expect(faultsOf(stops)).toEqual([]);
    });
  }
}

test.describe('in a window where the form has to scroll', () => {
  test.use({ viewport: { width: 500, height: 520 } });

  for (const layout of ['modal', 'flyout'] as const) {
    test(`no focused control is hidden below the buttons, ${layout}`, async ({ shop, page }) => {
      await showState(shop, 'wrong', { layout, query: { fields: 'firstName,birthday' } });
      await expect(page.locator('hello-again form .buttons')).toHaveCSS('position', 'sticky');
      const forwards = await allStops(page);
      expect(forwards.length).toBeGreaterThan(8);
      expect(faultsOf(forwards)).toEqual([]);
      // And on the way back, where the browser scrolls the other way.
      await tabTo(page, 'already-signed-up');
      expect(faultsOf(await tabTo(page, 'close', 'Shift+Tab'))).toEqual([]);
    });
  }
});

for (const layer of ['top', 'page'] as const) {
  test(`a dialog keeps the focus inside, layer ${layer}`, async ({ shop, popup, page }) => {
    await shop.visit('/', { layout: 'modal', delay: '0', ...(layer === 'page' ? { layer } : {}) });
    await popup.toAsk('email+phone');
    for (const key of ['Tab', 'Shift+Tab']) {
      const reached = new Set<string>();
      for (let press = 0; press < 25; press += 1) {
        await page.keyboard.press(key);
        // The browser's own toolbar may take its turn; the page behind may not.
        reached.add(await page.evaluate(() => document.activeElement?.localName ?? ''));
      }
      reached.delete('body');
      expect([...reached]).toEqual(['hello-again']);
    }
  });
}

test('a flyout does not keep the focus: Tab leads back to the page both ways', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'flyout', delay: '0' });
  await addOpener(page);
  await expect(popup.dialog).toBeVisible();
  for (const key of ['Tab', 'Shift+Tab']) {
    await popup.unfold.focus();
    await expect(async () => {
      await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('opener');
    }).toPass();
  }
  await expect(popup.dialog).toBeVisible();
});

test('the teaser can be opened and closed by keyboard', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'modal', teaser: 'true', delay: '0' });
  await popup.toAsk('email+phone');
  await page.keyboard.press('Escape');
  const tab = page.locator('[data-ha=teaser]');
  await expect(tab).toBeVisible();
  const stops = await tabTo(page, 'teaser');
  expect(faultsOf([...stops, ...(await tabTo(page, 'teaser-close'))])).toEqual([]);
  await tabTo(page, 'teaser', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(popup.email).toBeFocused();
});

test('Escape closes the popup in every state', async ({ shop, popup, page }) => {
  test.slow();
  for (const name of ['form', 'wrong', 'sending', 'second', 'coupon', 'verify', 'failed'] as const) {
    for (const layout of ['modal', 'flyout'] as const) {
      await showState(shop, name, { layout });
      await tabTo(page, 'close');
      expect((await focusStop(page))?.hook).toBe('close');
      await page.keyboard.press('Escape');
      await expect(popup.dialog, `${name}, ${layout}`).toBeHidden();
    }
  }
});
