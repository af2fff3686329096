import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { combinations } from '../../scripts/sample.ts';
import { expect, test } from '../support/fixtures.ts';
import { stored } from '../support/storage.ts';
import { ComparePage, type Rules, type SideName } from './comparePage.ts';
import { expected, onFile } from './outcomes.ts';

const allRules: readonly Rules[] = ['thread-2021', 'merging', 'careful'];
const sides: readonly SideName[] = ['plain', 'hello'];

/** The forum of the public link lies on the machine's other name. */
test.beforeEach(({ surprises, baseURL }) => {
  surprises.allowOrigin((baseURL ?? '').replace('localhost', '127.0.0.1'));
});

for (const [[scenario, { outcomes, ...visitor }], rules] of combinations(Object.entries(expected), allRules)) {
  test(`what the page says about ${scenario} under ${rules} is what is on file`, async ({ page, request }) => {
    const compare = new ComparePage(page);
    await compare.open({ scenario, rules });
    const claim = page.locator(`tr[data-scenario="${scenario}"]`);
    await compare.play.click();
    await compare.toEnd();
    for (const side of sides) {
      const outcome = outcomes[rules][side];
      await expect(claim, `the claim for ${side}`).toHaveAttribute(`data-${side}`, outcome.finding);
      await expect(compare.finding(side)).toHaveAttribute('data-finding', outcome.finding);
      expect(onFile(await compare.profiles(side, request), visitor), side).toEqual(outcome.onFile);
    }
  });
}

test('every journey of the page has a test here', async ({ page }) => {
  await new ComparePage(page).open();
  const ids = await page.locator('button[data-scenario]').evaluateAll((all) => all.map((b) => b.dataset.scenario));
  expect(ids).toEqual(Object.keys(expected));
});

test('the newsletter journey ends with two profiles on the left and one on the right', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open();
  await expect(page.getByRole('heading', { name: 'The platform’s rules: As in 2021' })).toBeVisible();
  await compare.play.press('Enter');
  // The choice of rules scrolls away on a small screen; the player never does.
  await expect(page.locator('.player')).toContainText('Rules: As in 2021');
  await compare.toEnd();
  await expect(compare.says).toHaveText('A plain popup: two profiles. Hello Again: one profile.');
  await expect(compare.side('plain').getByRole('article')).toHaveCount(2);
  await expect(compare.side('hello').getByRole('article')).toHaveCount(1);
  // Two popups have come and gone: the focus is where the keyboard left it.
  await expect(compare.play).toBeFocused();
  await expect(compare.play).toHaveText('Play again');
});

test('a journey can be stopped and played again, each time in new stores', async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open();
  await compare.play.click();
  await expect(compare.side('hello')).toHaveAttribute('data-store', /^cmp-/);
  const first = await compare.side('hello').getAttribute('data-store');
  await expect(page.locator('iframe')).toHaveCount(2);
  await compare.play.click();
  await expect(compare.stage).toHaveAttribute('data-phase', 'stopped');
  await expect(page.locator('iframe')).toHaveCount(0);

  await compare.play.click();
  await expect(compare.side('hello')).toHaveAttribute('data-store', /^cmp-/);
  expect(await compare.side('hello').getAttribute('data-store')).not.toBe(first);
  // Another choice ends what is being played.
  await page.getByRole('button', { name: 'Merging' }).click();
  await expect(compare.stage).toHaveAttribute('data-phase', 'idle');
  await expect(page.getByRole('heading', { name: 'The platform’s rules: Merging' })).toBeVisible();
  await expect(page).toHaveURL(/rules=merging/);
});

test('playing a journey leaves the visitor’s own shop as it was', async ({ page, shop, popup }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.close.click();
  await expect.poll(async () => (await stored(page)).length).toBeGreaterThan(0);
  const before = await cookies(page);
  const kept = await stored(page);

  const compare = new ComparePage(page);
  await compare.open({ scenario: 'shared-device' });
  await compare.play.click();
  await compare.toEnd();
  expect(await cookies(page)).toEqual(before);
  expect(await stored(page)).toEqual(kept);
});

/** The shop's cookies: which store it is, and what the popup remembers. */
async function cookies(page: Page): Promise<readonly string[]> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).sort();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page is accessible before and after a journey, in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const compare = new ComparePage(page);
    await compare.open({ scenario: 'new-number', rules: 'merging' });
    await toBeAccessible(page);
    await compare.play.click();
    await compare.toEnd();
    await toBeAccessible(page);
  });
}

async function toBeAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    // Reading the page's style sheets again serves one rule only (orientation), and breaks the page's own policy.
    .options({ preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  expect(passes.length).toBeGreaterThan(10);
}

for (const width of [320, 360, 768]) {
  test(`the page fits a screen of ${width} pixels, and scrolls the phones into view`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const compare = new ComparePage(page);
    await compare.open();
    await compare.play.click();
    await compare.toEnd();
    await expect(compare.side('plain').locator('.handset')).toBeInViewport({ ratio: 0.9 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
