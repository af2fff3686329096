import { afterEach, describe, expect, test, vi } from 'vitest';
import { isOwners } from './isOwners.ts';

afterEach(() => vi.unstubAllGlobals());

function isOwnersAt(href: string, page: object = {}): boolean {
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { href });
  return isOwners();
}

describe('the page is taken for the owner’s', () => {
  test.each([
    'http://localhost/',
    'http://localhost:4173/p/1',
    'https://localhost:8443/',
    'http://shop.localhost:4173/',
    'http://a.b.localhost/',
    'http://127.0.0.1/',
    'http://127.0.0.1:9292/?a=1',
    'https://shop.example.com/?preview_theme_id=1',
    'https://shop.example.com/p/1?a=1&preview=true',
    'https://shop.example.com/?customize_changeset_uuid=1',
  ])('at %s', (href) => {
    expect(isOwnersAt(href)).toBe(true);
  });

  test.each([
    'https://shop.example.com/',
    'https://localhost.example.com/',
    'https://notlocalhost/',
    'https://my-localhost:4173/',
    'https://127.0.0.1.example.com/',
    'https://shop.example.com/localhost/',
    'https://shop.example.com/?next=http://localhost:4173/',
    'https://shop.example.com/preview',
    'https://shop.example.com/customize/mug',
    'https://shop.example.com/?q=preview',
    'https://shop.example.com/?nopreview=1',
  ])('but not at %s', (href) => {
    expect(isOwnersAt(href)).toBe(false);
  });

  test('in Shopify’s theme editor', () => {
    expect(isOwnersAt('https://shop.example.com/', { Shopify: { designMode: true } })).toBe(true);
    expect(isOwnersAt('https://shop.example.com/', { Shopify: { designMode: false } })).toBe(false);
    expect(isOwnersAt('https://shop.example.com/', { Shopify: {} })).toBe(false);
  });

  test('or not, as window.HelloAgainNotice says, whatever the address is', () => {
    expect(isOwnersAt('https://shop.example.com/', { HelloAgainNotice: true })).toBe(true);
    expect(isOwnersAt('http://localhost:4173/', { HelloAgainNotice: false })).toBe(false);
    const editor = { HelloAgainNotice: false, Shopify: { designMode: true } };
    expect(isOwnersAt('https://shop.example.com/', editor)).toBe(false);
  });

  test('by the address, while window.HelloAgainNotice is not set', () => {
    for (const HelloAgainNotice of [undefined, null]) {
      expect(isOwnersAt('http://localhost:4173/', { HelloAgainNotice })).toBe(true);
      expect(isOwnersAt('https://shop.example.com/', { HelloAgainNotice })).toBe(false);
    }
  });
});
