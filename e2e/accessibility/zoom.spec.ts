import type { Page } from '@playwright/test';
import { combinations } from '../../scripts/sample.ts';
import { pseudoText } from '../../widget/locales/test/pseudo.ts';
import { expect, test } from '../support/fixtures.ts';
import { allStops } from '../support/seen.ts';
import { arabicShop, layouts, showArabicState, showState } from '../support/states.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What sticks out of the popup, or out of the window, sideways; and fields that stand beside each other. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const popup = document.querySelector('hello-again')?.shadowRoot?.querySelector<HTMLElement>('.popup');
    if (!popup) throw new Error('no popup');
    const faults: string[] = [];
    const room = document.documentElement;
    if (room.scrollWidth > room.clientWidth) faults.push('the page scrolls sideways');
    if (popup.scrollWidth > popup.clientWidth) faults.push('the popup scrolls sideways');
    const own = popup.getBoundingClientRect();
    if (own.left < 0 || own.right > innerWidth) faults.push('the popup stands outside');
    for (const element of popup.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility() || element.closest('.trap, option')) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < own.left - 0.5 || right > own.right + 0.5)) {
        faults.push(`${element.localName}.${element.className} sticks out`);
      }
    }
    // The row of buttons stays in sight, over whatever is scrolled below it.
    const parts = [...popup.querySelectorAll('form > *')].filter((part) => !part.matches('.trap, .said, .buttons'));
    for (const [i, part] of parts.entries()) {
      const next = parts[i + 1]?.getBoundingClientRect();
      if (next && next.top < part.getBoundingClientRect().bottom - 1) faults.push(`two columns at part ${i}`);
    }
    return faults;
  });
}

// 1.4.10: a window of 1280 by 1024 pixels at 400 per cent; 1.3.4: a small phone, held either way.
const windows = [
  [320, 256],
  [320, 568],
  [568, 320],
] as const;

const everyView = windows.flatMap((window) => layouts.map((layout) => ({ window, layout })));
const everyState = ['form', 'wrong', 'second', 'coupon', 'verify', 'waiting', 'brief'] as const;
const views = combinations(everyView, everyState);

for (const window of windows) {
  const [width, height] = window;
  test.describe(`a window of ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    for (const layout of layouts) {
      test(`shows one column in which everything can be reached, ${layout}`, async ({ shop, page }) => {
        const names = views.flatMap(([view, name]) => (view.window === window && view.layout === layout ? [name] : []));
        for (const name of names) {
          await showState(shop, name, { layout, region: 'us', query: { fields: 'firstName,birthday' } });
          expect(await sideways(page), name).toEqual([]);
          const popup = page.locator('hello-again .popup');
          for (const button of await popup.locator('button:not([aria-disabled=true])').all()) {
            await button.scrollIntoViewIfNeeded();
            await button.click({ trial: true });
            await expect(button).toBeInViewport({ ratio: 0.9 });
          }
          // A panel in the page may have nothing to press.
          if ((await popup.locator('button, input, a').count()) === 0) continue;
          for (const stop of await allStops(page)) expect(stop.isClear, `${name}: ${stop.hook}`).toBe(true);
        }
      });
    }

    test('shows everything from right to left', async ({ page, startSite }) => {
      const { origin } = await startSite(arabicShop());
      for (const layout of layouts) {
        await showArabicState(page, origin, 'wrong', { layout });
        expect(await sideways(page), layout).toEqual([]);
      }
    });

    test('has room for a language 40 per cent longer than English', async ({ shop, page }) => {
      let changed = 0;
      await page.route('**/hello-again.strings-en-*.js', async (route) => {
        const response = await route.fetch();
        // Every sentence of the interface and of the wording begins with a capital letter.
        const body = (await response.text()).replace(/:"([A-Z][^"\\]*)"/g, (_all, text: string) => {
          changed += 1;
          return `:${JSON.stringify(pseudoText(text))}`;
        });
        await route.fulfill({ response, body });
      });
      const states = ['form', 'wrong', 'unticked', 'second', 'coupon', 'verify'] as const;
      for (const [layout, name] of combinations(layouts, states)) {
        await showState(shop, name, { layout, region: 'us' });
        await expect(page.locator('hello-again h2')).toContainText('⟦');
        expect(await sideways(page), `${name}, ${layout}`).toEqual([]);
      }
      expect(changed).toBeGreaterThan(60);
    });

    test('has room for long words of other languages', async ({ shop, page }) => {
      for (const locale of ['de', 'fr', 'nl', 'sv']) {
        await showState(shop, 'unticked', { layout: 'modal', region: 'strict', locale });
        expect(await sideways(page), locale).toEqual([]);
      }
    });
  });
}

test('text of twice its size needs no sideways scrolling', async ({ shop, page }) => {
  await page.setViewportSize({ width: 640, height: 512 });
  await showState(shop, 'wrong', { layout: 'modal' });
  const before = await page
    .locator('hello-again label')
    .first()
    .evaluate((label) => getComputedStyle(label).fontSize);
  // 1.4.4, by the visitor's own setting: it is the root's size that it changes.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(before).toBe('16px');
  await expect(page.locator('hello-again label').first()).toHaveCSS('font-size', '32px');
  expect(await sideways(page)).toEqual([]);
});

test('the widget does not change the page’s own zoom setting', async ({ shop, page }) => {
  await shop.visit('/plain', { layout: 'modal', delay: '60000' });
  const metas = () => page.evaluate(() => [...document.querySelectorAll('meta')].map((meta) => meta.outerHTML));
  const before = await metas();
  await showState(shop, 'form', { layout: 'modal' });
  expect(await metas()).toEqual(before);
  expect(before.join()).not.toMatch(/user-scalable|maximum-scale/);
});
