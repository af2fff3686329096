import type { Carried } from '../core/identity/issuer.ts';
import type { Provider } from './provider.ts';

/**
 * Shopify: the customer who is logged in, as its themes' own scripts say it on the page. That is the page's login, so it
 * counts as proof. Links and cookies carry none: `_shopify_y` and `_shopify_s` are no longer set since January 2026.
 *
 * Not known: either path is undocumented, seen on shops alone, and may go at any time; then nobody is known by it. A theme can
 * say the same through Liquid's documented `customer` and `identify()`, which is safer.
 */
export const shopify: Provider = {
  issuer: 'shopify',
  pageValues: [
    { path: '__st.cid', decode: customerId },
    { path: 'ShopifyAnalytics.meta.page.customerId', decode: customerId },
  ],
  isStable: true,
  isTakenFromAddress: false,
  verification: 'unverified',
  source: 'https://shopify.dev/changelog/posts/shopifyy-and-shopifys-cookies-will-no-longer-be-set',
  lastVerified: '2026-11-24',
};

function customerId(value: string | number): readonly Carried[] {
  // A number past what a double holds exactly would be somebody else's.
  const isExact = typeof value === 'string' || Number.isSafeInteger(value);
  return isExact && /^[1-9]\d{0,19}$/.test(`${value}`)
    ? [{ field: 'profile', value: `${value}`, strength: 'proof' }]
    : [];
}
