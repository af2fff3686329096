import { expect, type Page } from '@playwright/test';
import type { PreviewName } from '../../widget/index.ts';
import { arabicConsentText } from './arabicConsentText.ts';
import type { Shop } from './shop.ts';
import { builtFiles, html, routes } from './sites.ts';
import { scriptTag, shopPage } from './tag.ts';

export const layouts = ['modal', 'flyout', 'inline'] as const;

export type Layout = (typeof layouts)[number];

/** How a state is looked at. */
export interface Look {
  readonly layout?: Layout;
  readonly ask?: 'email+phone' | 'phone' | 'email' | 'consent';
  readonly theme?: 'plain' | 'warm' | 'night';
  readonly region?: string;
  readonly locale?: string;
  /** Options of the demo's page, by their names in its query. */
  readonly query?: Readonly<Record<string, string>>;
}

/** The state and what it is shown with, as an address names them. */
function asked(name: PreviewName, { query: _, ...look }: Look): string {
  return [name, ...Object.entries(look).map(([option, value]) => `${option}=${value}`)].join(',');
}

/** Waits until the popup is shown with its fields. */
async function stands(page: Page): Promise<void> {
  await expect(page.locator('hello-again .popup')).toBeVisible();
}

/** Shows one state alone on a page. */
export async function showState({ page, store }: Shop, name: PreviewName, look: Look = {}): Promise<void> {
  const query = new URLSearchParams({ store, sender: '1', ha_preview: asked(name, look), ...look.query });
  await page.goto(`/plain?${query}`);
  await stands(page);
}

/** The same on a page that `arabicShop` serves. */
export async function showArabicState(page: Page, origin: string, name: PreviewName, look: Look = {}): Promise<void> {
  await page.goto(`${origin}/?${new URLSearchParams({ ha_preview: asked(name, { locale: 'ar', ...look }) })}`);
  await stands(page);
}

/** We have no Arabic consent text, so the shop has its own. */
export function arabicShop() {
  const options = JSON.stringify({ wording: { ar: arabicConsentText }, textsPerMonth: 2 });
  const tag = scriptTag({
    src: '/hello-again.js',
    collector: '/v1/submissions',
    store: 'accessibility',
    attributes: { 'data-region': 'eu', 'data-coupon': 'WELCOME10' },
  });
  const head = `<script type="application/json" data-hello-again>${options}</script>${tag}`;
  return routes({
    '/hello-again': builtFiles('dist/embed'),
    '/v1/submissions': (_request, response) => void response.writeHead(204).end(),
    '/': html(shopPage({ head }).replace('lang="en-GB"', 'lang="ar" dir="rtl"')),
  });
}
