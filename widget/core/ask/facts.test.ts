import { describe, expect, test } from 'vitest';
import { defaults } from '../../config/defaults.ts';
import { isTargeted } from './facts.ts';

describe('targeting', () => {
  // Paths of Shopify, WooCommerce, Magento, BigCommerce, PrestaShop and Shopware.
  test.each([
    '/cart',
    '/Cart',
    '/en-gb/cart',
    '/cart/',
    '/cart/change',
    '/cart.php',
    '/basket',
    '/basket/',
    '/checkout',
    '/checkouts/cn/1',
    '/checkout/information',
    '/checkout/cart/',
    '/account',
    '/account/orders',
    '/my-account/',
    '/my-account/edit-address',
    '/customer/account/login/',
    '/cart.php',
  ])('excludes %s by default', (path) => {
    expect(isTargeted(path, defaults.target)).toBe(false);
  });

  test.each([
    '/',
    '/products/house-blend',
    '/products/cartoon',
    '/products/cart-mug',
    '/carts-of-coffee',
    '/baskets',
    '/collections/all',
    '/blogs/news/how-we-roast',
    '/blogs/news/accounting-for-taste',
    '/login-offers',
  ])('includes %s by default', (path) => {
    expect(isTargeted(path, defaults.target)).toBe(true);
  });

  test.each([
    ['the path itself', ['/shop'], '/shop', true],
    ['a path with a slash behind', ['/shop'], '/shop/', true],
    ['all that lies below a path', ['/shop'], '/shop/mugs/red', true],
    ['a file of that name', ['/shop'], '/shop.html', true],
    ['no path that merely begins alike', ['/shop'], '/shopping', false],
    ['no path that lies in another folder', ['/shop'], '/de/shop', false],
    ['the home page alone', ['/'], '/shop', false],
    ['letters of either case', ['/Shop'], '/sHOP/mugs', true],
    ['anything for a star', ['/shop*'], '/shop/mugs', true],
    ['a star within', ['/*/mugs'], '/shop/mugs', true],
    ['a dot as a dot', ['/a.html'], '/abhtml', false],
    ['brackets and question marks as they are', ['/(a+)?[b]'], '/(a+)?[b]', true],
    ['a letter of any alphabet', ['/café*'], '/café/menu', true],
    ['no page where nothing is included', [], '/', false],
  ])('understands %s', (_what, include, path, fits) => {
    expect(isTargeted(path, { include, exclude: [] })).toBe(fits);
  });

  test('excludes a path that is both included and excluded', () => {
    expect(isTargeted('/shop/cart', { include: ['/shop'], exclude: ['*/cart'] })).toBe(false);
  });
});
