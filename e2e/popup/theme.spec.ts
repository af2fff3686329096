import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { SignupOptions } from '../../widget/index.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Popup } from '../support/popup.ts';
import { tooFaint } from '../support/seen.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

// What fades in has no contrast yet.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

type Theme = NonNullable<SignupOptions['theme']>;
type ThemeOptions = Exclude<Theme, string>;

const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "style-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A server with the script and one page, whose popup has this theme. */
function siteWith(theme: Theme, parts: { head?: string; layout?: string; policy?: string } = {}) {
  const block = `<script type="application/json" data-hello-again>${JSON.stringify({ theme }).replaceAll('<', '\\u003c')}</script>`;
  const attributes: Record<string, string> = parts.layout ? { 'data-layout': parts.layout } : {};
  const tag = scriptTag({ src: '/hello-again.js', collector: '/v1/submissions', store: 'theme', attributes });
  return routes({
    '/hello-again': builtFiles('dist/embed'),
    '/picture.svg': (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      response.end('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 3"><rect width="8" height="3"/></svg>');
    },
    '/': html(
      shopPage({ head: `${parts.head ?? ''}${block}${tag}` }),
      parts.policy ? { 'content-security-policy': parts.policy } : {},
    ),
  });
}

/** A custom property as it stands on the host element. */
function property(popup: Popup, name: string): Promise<string> {
  return popup.host.evaluate((host, n) => getComputedStyle(host).getPropertyValue(n).trim(), name);
}

/** Red, green and blue, 0 to 1. */
/** What cannot be read, by axe and by our own reckoning. */
async function illegible(page: Page): Promise<string[]> {
  const { measured, faint } = await tooFaint(page);
  expect(measured).toBeGreaterThan(8);
  const { violations, passes, incomplete } = await new AxeBuilder({ page })
    .include('hello-again')
    .options({ preload: false })
    .setLegacyMode(true)
    .withRules(['color-contrast'])
    .analyze();
  // An empty selection violates nothing.
  expect([...passes, ...incomplete].length).toBeGreaterThan(0);
  return [...faint, ...violations.flatMap(({ nodes }) => nodes.map((node) => `axe: ${node.html}`))];
}

for (const preset of ['plain', 'warm', 'night'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the theme ${preset} is readable, ${colorScheme}, with errors too`, async ({ page, popup, startSite }) => {
      await page.emulateMedia({ colorScheme });
      const site = await startSite(siteWith(preset));
      await page.goto(site.origin);
      await popup.toAsk('email+phone');
      expect(await illegible(page)).toEqual([]);
      await popup.signUp.click();
      await expect(popup.email).toHaveAttribute('aria-invalid', 'true');
      expect(await illegible(page)).toEqual([]);
      await popup.signUp.hover();
      expect(await illegible(page)).toEqual([]);
    });
  }
}

test('the owner’s brand colours are used, and unreadable ones are repaired', async ({ page, popup, startSite }) => {
  const theme: ThemeOptions = {
    accent: 'oklch(88% 0.18 98)',
    surface: 'var(--shop-paper)',
    text: 'rgb(150, 150, 150)',
    radius: 3,
    font: 'Georgia, serif',
    scheme: 'light',
  };
  const head = '<style>:root{--shop-paper:#fffaf0}</style>';
  const site = await startSite(siteWith(theme, { head }));
  await page.goto(site.origin);
  await popup.toAsk('email+phone');
  await expect(popup.dialog).toHaveCSS('background-color', 'rgb(255, 250, 240)');
  await expect(popup.dialog).toHaveCSS('border-top-left-radius', '3px');
  await expect(popup.email).toHaveCSS('font-family', 'Georgia, serif');
  // A yellow button stays yellow; links in that yellow would not be read.
  const accent = await property(popup, '--ha-accent');
  expect(accent).toMatch(/^#f/);
  expect(await property(popup, '--ha-link')).not.toBe(accent);
  expect(await illegible(page)).toEqual([]);
});

test('an invalid or translucent colour leaves the theme’s own', async ({ page, popup, startSite }) => {
  const theme: ThemeOptions = {
    preset: 'warm',
    accent: 'blurple',
    surface: 'rgb(0 0 0 / 20%)',
    text: 'var(--nowhere)',
    font: 'serif; color: red',
    picture: 'javascript:alert(1)',
    scheme: 'light',
  };
  const site = await startSite(siteWith(theme));
  await page.goto(site.origin);
  await popup.toAsk('email+phone');
  const colors = await Promise.all(['accent', 'surface', 'text'].map((name) => property(popup, `--ha-${name}`)));
  expect(colors).toEqual(['#a8431f', '#fdf5ea', '#3a2317']);
  expect(await popup.host.getAttribute('style')).not.toMatch(/script|javascript|flood|--ha-font/);
  await expect(popup.dialog.locator('img')).toHaveCount(0);
});

for (const [position, edges] of [
  ['bar', ['left', 'right', 'bottom']],
  ['panel', ['right', 'top', 'bottom']],
] as const) {
  test(`a flyout as a ${position} keeps to its edges, and all of it can be reached`, async ({
    page,
    popup,
    startSite,
  }) => {
    const site = await startSite(siteWith({ position, scheme: 'light' }, { layout: 'flyout' }));
    await page.goto(site.origin);
    await popup.toAsk('email+phone');
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const boxOf = () => popup.dialog.evaluate((e) => e.getBoundingClientRect().toJSON() as DOMRect);
    const window = { left: 0, top: 0, right: width, bottom: height };
    const box = await boxOf();
    for (const edge of edges) expect(box[edge], edge).toBeCloseTo(window[edge], 0);
    expect(await illegible(page)).toEqual([]);

    // On a small screen both are at its foot, with some of the page above.
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(async () => (await boxOf()).top).toBeGreaterThan(0);
    expect((await boxOf()).bottom).toBeLessThanOrEqual(740);
    await popup.signUp.scrollIntoViewIfNeeded();
    await expect(popup.signUp).toBeInViewport();
  });
}

test('an open popup follows a change of the visitor’s colour scheme', async ({ page, popup, startSite }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const site = await startSite(siteWith({ accent: '#1e3a8a', surface: '#fff8ec' }));
  await page.goto(site.origin);
  await popup.toAsk('email+phone');
  await expect(popup.dialog).toHaveCSS('background-color', 'rgb(255, 248, 236)');
  await expect(popup.dialog).toHaveCSS('color-scheme', 'light');
  await popup.email.fill('half-typed@example');

  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(popup.dialog).toHaveCSS('color-scheme', 'dark');
  await expect(popup.dialog).not.toHaveCSS('background-color', 'rgb(255, 248, 236)');
  await expect(popup.email).toHaveValue('half-typed@example');
  expect(await illegible(page)).toEqual([]);

  await page.emulateMedia({ colorScheme: 'light' });
  await expect(popup.dialog).toHaveCSS('background-color', 'rgb(255, 248, 236)');
});

test('the owner’s colour scheme does not follow the visitor’s', async ({ page, popup, startSite }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const site = await startSite(siteWith({ scheme: 'light' }));
  await page.goto(site.origin);
  await expect(popup.dialog).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});

test('a theme with a picture violates no strict policy', async ({ page, popup, startSite }) => {
  const theme: ThemeOptions = { preset: 'night', radius: 0, picture: '/picture.svg', pictureText: 'Beans' };
  const site = await startSite(siteWith(theme, { policy: strict }));
  await page.goto(site.origin);
  await popup.toAsk('email+phone');
  await expect(popup.dialog).toHaveCSS('background-color', 'rgb(37, 31, 77)');
  await expect(popup.dialog.getByRole('img', { name: 'Beans' })).toBeVisible();
  // `failOnSurprises` hears of violations.
});

test('the page’s own style sheet can set properties and parts', async ({ page, popup, startSite }) => {
  const head = `<style>
    hello-again { --ha-radius: 0px; --ha-surface: #f0f4ff }
    hello-again::part(button) { text-transform: uppercase }
    hello-again::part(heading) { letter-spacing: 2px }
  </style>`;
  const site = await startSite(siteWith({ font: 'Georgia' }, { head }));
  await page.goto(site.origin);
  await popup.toAsk('email+phone');
  await expect(popup.signUp).toHaveCSS('text-transform', 'uppercase');
  await expect(popup.heading).toHaveCSS('letter-spacing', '2px');
});
