import type { Page } from '@playwright/test';
import { combinations } from '../../scripts/sample.ts';
import { expect, test } from '../support/fixtures.ts';
import { allStops } from '../support/seen.ts';
import { layouts, showState } from '../support/states.ts';

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  /** What has to have an edge of its own, and has none that is seen. */
  function edgeless(page: Page): Promise<{ readonly looked: number; readonly faults: string[] }> {
    return page.evaluate(() => {
      const root = document.querySelector('hello-again')?.shadowRoot;
      const faults: string[] = [];
      let looked = 0;
      const edged = '.popup, input:not(.trap), select, .number, .main, .close';
      for (const element of root?.querySelectorAll<HTMLElement>(edged) ?? []) {
        // A number and its code have one edge around both.
        if (element.parentElement?.closest('.number')) continue;
        looked += 1;
        const what = `${element.localName}.${element.className} ${element.dataset.ha ?? ''}`;
        const { borderTopWidth, borderTopStyle, borderTopColor, appearance } = getComputedStyle(element);
        // The browser's own box is drawn in the visitor's colours.
        if (element.matches('[type=checkbox]') && appearance === 'auto') continue;
        const ground = getComputedStyle(root?.querySelector('.popup') as Element).backgroundColor;
        if (parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || borderTopColor === ground) {
          faults.push(`${what}: ${borderTopWidth} ${borderTopStyle} ${borderTopColor}`);
        }
      }
      return { looked, faults };
    });
  }

  const everyState = combinations(layouts, ['form', 'wrong', 'coupon', 'verify']);

  for (const layout of layouts) {
    test(`show edges on the popup, its fields, boxes and buttons, and a ring on the focus, ${layout}`, async ({
      shop,
      page,
    }) => {
      for (const [, name] of everyState.filter(([one]) => one === layout)) {
        await showState(shop, name, { layout, theme: 'warm', query: { fields: 'firstName,birthday' } });
        const { looked, faults } = await edgeless(page);
        expect(looked).toBeGreaterThan(name === 'coupon' && layout === 'inline' ? 0 : 1);
        expect(faults, name).toEqual([]);
        const stops = await allStops(page);
        expect(stops.filter(({ ring }) => ring < 3).map(({ hook }) => hook)).toEqual([]);
      }
    });
  }

  test('show an error by more than its colour', async ({ shop, popup, page }) => {
    await showState(shop, 'wrong', { layout: 'modal' });
    const width = (field: 'email' | 'phone') =>
      popup[field].evaluate((input) => getComputedStyle(input).borderTopWidth);
    expect(await width('email')).toBe('2px');
    await showState(shop, 'form', { layout: 'modal' });
    expect(await width('email')).toBe('1px');
    await expect(page.locator('hello-again .problem')).toHaveCount(0);
  });

  test('show a ticked box differently from an empty one', async ({ shop, popup }) => {
    await showState(shop, 'form', { layout: 'modal', region: 'uk' });
    // Drawn by the browser, whose tick is in the visitor's colours.
    await expect(popup.texts).toHaveCSS('appearance', 'auto');
    await expect(popup.texts).toHaveCSS('forced-color-adjust', 'auto');
  });

  test('draw the cross in the colour of its button', async ({ shop, popup }) => {
    await showState(shop, 'form', { layout: 'modal' });
    const [stroke, color] = await popup.close.evaluate((button) => [
      getComputedStyle(button.querySelector('path') as Element).stroke,
      getComputedStyle(button).color,
    ]);
    expect(stroke).toBe(color);
  });

  test('show that a button is disabled while it waits', async ({ shop, popup }) => {
    await showState(shop, 'verify', { layout: 'modal' });
    const colorOf = (name: string) =>
      popup.dialog.getByRole('button', { name, exact: true }).evaluate((button) => getComputedStyle(button).color);
    expect(await colorOf('Send a new code')).not.toBe(await colorOf('Later'));
  });

  test('show an edge on the teaser', async ({ shop, popup, page }) => {
    await shop.visit('/plain', { layout: 'modal', teaser: 'true', delay: '0' });
    await popup.toAsk('email+phone');
    await popup.close.click();
    await expect(page.locator('hello-again-teaser .tab')).toHaveCSS('border-top-style', 'solid');
  });
});

/** Everything that moves by itself, or would: elements with an animation or a transition. */
function moving(page: Page, host = 'hello-again'): Promise<{ readonly what: string; readonly motion: string }[]> {
  return page.evaluate((name) => {
    const root = document.querySelector(name)?.shadowRoot;
    const found: { what: string; motion: string }[] = [];
    for (const element of root?.querySelectorAll<HTMLElement>('*') ?? []) {
      for (const pseudo of [undefined, '::before', '::after', '::backdrop']) {
        const style = getComputedStyle(element, pseudo);
        const what = `${element.localName}.${element.className}${pseudo ?? ''}`;
        if (style.animationName !== 'none') {
          found.push({ what, motion: `${style.animationDuration} ${style.animationIterationCount}` });
        }
        if (style.transitionDuration !== '0s') found.push({ what, motion: `${style.transitionDuration} transition` });
      }
    }
    return found;
  }, host);
}

test.describe('motion', () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    test(`the popup moves no more than prefers-reduced-motion: ${reducedMotion} allows`, async ({ shop, page }) => {
      await page.emulateMedia({ reducedMotion });
      const motions: string[] = [];
      for (const [layout, name] of combinations(layouts, ['form', 'wrong', 'sending', 'coupon', 'verify'])) {
        await showState(shop, name, { layout });
        if (reducedMotion === 'reduce') {
          const running = await page.evaluate(
            () => document.querySelector('hello-again')?.shadowRoot?.getAnimations().length,
          );
          expect(running).toBe(0);
        }
        motions.push(...(await moving(page)).map(({ motion }) => motion));
      }
      // Short, once, and only when it opens: 2.2.2 and 2.3.3.
      expect([...new Set(motions)]).toEqual(reducedMotion === 'reduce' ? [] : ['0.22s 1']);
    });

    test(`the teaser moves no more than prefers-reduced-motion: ${reducedMotion} allows`, async ({
      shop,
      popup,
      page,
    }) => {
      await page.emulateMedia({ reducedMotion });
      await shop.visit('/plain', { layout: 'modal', teaser: 'true', delay: '0' });
      await popup.toAsk('email+phone');
      await popup.close.click();
      await expect(page.locator('[data-ha=teaser]')).toBeVisible();
      const motions = (await moving(page, 'hello-again-teaser')).map(({ motion }) => motion);
      expect(motions).toEqual(reducedMotion === 'reduce' ? [] : ['0.25s 1']);
    });
  }
});
