import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { combinations } from '../../scripts/sample.ts';
import { previewNames } from '../../widget/index.ts';
import { expect, test } from '../support/fixtures.ts';
import { tooFaint } from '../support/seen.ts';
import { arabicShop, layouts, showArabicState, showState } from '../support/states.ts';

// What fades in has no contrast yet.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the popup as it stands, by axe and by measured contrast. */
async function faults(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .include('hello-again')
    .options({ preload: false })
    .setLegacyMode(true)
    .withTags(tags)
    .analyze();
  const { measured, faint } = await tooFaint(page);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...faint,
    // An empty selection violates nothing.
    ...(passes.length > 5 ? [] : [`only ${passes.length} rules of axe found anything`]),
    ...(measured > 1 ? [] : [`only ${measured} colours were measured`]),
  ];
}

const everyState = combinations(layouts, previewNames);
const statesFromRight = combinations(layouts, ['form', 'named', 'wrong', 'second', 'coupon', 'verify'] as const);

for (const layout of layouts) {
  test(`every state is accessible, ${layout}`, async ({ shop, page }) => {
    test.slow();
    const names = everyState.flatMap(([one, name]) => (one === layout ? [name] : []));
    const found: Record<string, string[]> = {};
    for (const name of names) {
      await showState(shop, name, { layout, query: { fields: 'firstName,birthday' } });
      found[name] = await faults(page);
    }
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, []])));
  });

  test(`the main states are accessible from right to left, ${layout}`, async ({ page, startSite }) => {
    test.slow();
    const { origin } = await startSite(arabicShop());
    const names = statesFromRight.flatMap(([one, name]) => (one === layout ? [name] : []));
    const found: Record<string, string[]> = {};
    for (const name of names) {
      await showArabicState(page, origin, name, { layout });
      await expect(page.locator('hello-again .popup')).toHaveCSS('direction', 'rtl');
      found[name] = await faults(page);
    }
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, []])));
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the form is accessible in every theme and layout, ${colorScheme}`, async ({ shop, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    for (const [layout, theme, name] of combinations(layouts, ['plain', 'warm', 'night'], ['form', 'wrong'])) {
      await showState(shop, name, { layout, theme });
      expect(await faults(page), `${name} ${layout} ${theme}`).toEqual([]);
    }
  });
}

test('the form is accessible when it asks for one thing alone', async ({ shop, page }) => {
  for (const ask of ['phone', 'email', 'consent'] as const) {
    await showState(shop, 'form', { ask, layout: 'modal' });
    expect(await faults(page), ask).toEqual([]);
  }
});

test('every region’s consent text is accessible', async ({ shop, page }) => {
  for (const region of ['us', 'ca', 'uk', 'eu', 'au', 'strict']) {
    await showState(shop, 'form', { region, layout: 'modal' });
    expect(await faults(page), region).toEqual([]);
  }
});

test('the help for the number and for a mistyped address is accessible', async ({ shop, popup, page }) => {
  await shop.visit('/', { layout: 'modal', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.email.fill('penny@gmial.com');
  await popup.phone.fill('07700 900982');
  await expect(page.locator('[data-ha=understood]')).toBeVisible();
  await expect(page.locator('[data-ha=meant]')).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test('the teaser is accessible', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'flyout', teaser: 'true', delay: '0' });
  await expect(popup.dialog).toBeVisible();
  await popup.close.click();
  await expect(page.locator('[data-ha=teaser]')).toBeVisible();
  const { violations, passes } = await new AxeBuilder({ page })
    .include('hello-again-teaser')
    .options({ preload: false })
    .setLegacyMode(true)
    .withTags(tags)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  expect(passes.length).toBeGreaterThan(2);
});
