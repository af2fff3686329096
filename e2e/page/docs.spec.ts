import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { builtFiles } from '../support/sites.ts';

// A violation of the demo's policy, and a request to anywhere else, fails each of these by itself.

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the documentation' });
const results = (page: Page) => page.locator('#results').getByRole('link');

test('/docs does not open, or has no page for a reader', { tag: '@phone' }, async ({ page, isMobile }) => {
  await page.goto('/docs');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Again: documentation');
  if (isMobile) await page.getByText('All pages').click();
  const navigation = page.getByRole('navigation', { name: 'Documentation' });
  await expect(navigation.getByRole('heading')).toHaveText(['Owner', 'Developer', 'QA', 'Operator']);
  await navigation.getByRole('link', { name: 'Law checklist' }).click();
  await expect(page).toHaveURL(/\/docs\/law\.html$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Law checklist by region');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways, 'pixels that the page is wider than the window').toBe(0);
});

test('a page’s navigation does not lead through the page, on to the next, and to what code it names', async ({
  page,
}) => {
  await page.goto('/docs/asking.html');
  await expect(page.getByRole('link', { name: 'Who is asked for what' })).toHaveAttribute('aria-current', 'page');
  await page.goto('/docs/law.html');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Germany' }).click();
  await expect(page.getByRole('heading', { name: 'Germany' })).toBeInViewport();
  await page.getByRole('navigation', { name: 'Neighbouring pages' }).getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Consent text');
  await page.goto('/docs/architecture.html');
  await page.getByRole('link', { name: 'ask table' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('widget/core/ask/decide.ts');
  await page.goto('/docs/api/hello-again.html#createsignup');
  await expect(page.getByRole('heading', { name: 'createSignup()', level: 3 })).toBeInViewport();
});

test('the search does not find “consent”, or cannot be used by keyboard', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/docs/api/hello-again/react.html');
  await page.locator('main').click();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('consent tex');
  await expect(results(page).first()).toContainText('Consent text');
  await expect(page.getByRole('status')).toHaveText(/results\.$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(results(page)).toHaveCount(0);
  await expect(search(page)).toBeFocused();
  await search(page).fill('conset text');
  await expect(results(page).first()).toContainText('Consent text');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/docs\/consent-wording\.html/);
});

test('a search that finds nothing does not say so', async ({ page }) => {
  await page.goto('/docs');
  await search(page).fill('zzzz');
  await expect(page.getByText('Nothing is found for “zzzz”.')).toBeVisible();
});

for (const [path, colorScheme] of [
  ['installing.html', 'light'],
  ['installing.html', 'dark'],
  ['asking.html', 'dark'],
  ['api/hello-again/react.html', 'light'],
  ['source/widget/adapters/shipped.ts.html', 'light'],
] as const) {
  test(`axe finds something on ${path} of the documentation, ${colorScheme}`, { tag: '@phone' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/docs/${path}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
  });
}

test('axe finds something in the results of the search', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/docs/index.html');
  await search(page).fill('consent');
  await expect(results(page).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
});

test('the site does not work in a folder of another server', async ({ page, startSite }) => {
  const site = await startSite(builtFiles('dist/docs', '/help/'), 'help.localhost');
  await page.goto(`${site.origin}/help/api/hello-again/link.html`);
  await search(page).fill('backups');
  await results(page).first().click();
  await expect(page).toHaveURL(/\/help\/(collector|operations)\.html#backups/);
  await page.getByRole('link', { name: 'Hello Again documentation' }).click();
  await expect(page).toHaveURL(/\/help\/index\.html$/);
});
