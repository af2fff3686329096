import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PageFacts } from '../core/ports.ts';
import { createPlatform } from './browser.ts';

afterEach(() => vi.unstubAllGlobals());

/** The facts of a page as its address and its globals tell them. */
function factsOf(href: string, globals: object = {}): PageFacts {
  const { origin, pathname } = new URL(href);
  vi.stubGlobal('location', { href, origin, pathname });
  vi.stubGlobal('document', { referrer: 'https://mail.example.com/', documentElement: { lang: 'en-GB' } });
  vi.stubGlobal('window', globals);
  return createPlatform().page();
}

test('the facts of the page are those of its address and its document', () => {
  expect(factsOf('https://shop.example.com/p/1?a=1#top')).toEqual({
    url: 'https://shop.example.com/p/1?a=1#top',
    origin: 'https://shop.example.com',
    path: '/p/1',
    referrer: 'https://mail.example.com/',
    language: 'en-GB',
    isOff: false,
    isOwners: false,
  });
});

test.each([
  [true, true],
  [1, true],
  [false, false],
  [undefined, false],
])('window.HelloAgainOff as %o says that it is off: %s', (HelloAgainOff, isOff) => {
  expect(factsOf('https://shop.example.com/', { HelloAgainOff }).isOff).toBe(isOff);
});

describe('the owner looks on', () => {
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
    expect(factsOf(href).isOwners).toBe(true);
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
  ])('not at %s', (href) => {
    expect(factsOf(href).isOwners).toBe(false);
  });

  test('in Shopify’s theme editor', () => {
    expect(factsOf('https://shop.example.com/', { Shopify: { designMode: true } }).isOwners).toBe(true);
    expect(factsOf('https://shop.example.com/', { Shopify: { designMode: false } }).isOwners).toBe(false);
    expect(factsOf('https://shop.example.com/', { Shopify: {} }).isOwners).toBe(false);
  });

  test('or not, as window.HelloAgainNotice says, whatever the address is', () => {
    expect(factsOf('https://shop.example.com/', { HelloAgainNotice: true }).isOwners).toBe(true);
    expect(factsOf('http://localhost:4173/', { HelloAgainNotice: false }).isOwners).toBe(false);
    const editor = { HelloAgainNotice: false, Shopify: { designMode: true } };
    expect(factsOf('https://shop.example.com/', editor).isOwners).toBe(false);
  });

  test('by the address, while window.HelloAgainNotice says nothing', () => {
    for (const HelloAgainNotice of [undefined, null]) {
      expect(factsOf('http://localhost:4173/', { HelloAgainNotice }).isOwners).toBe(true);
      expect(factsOf('https://shop.example.com/', { HelloAgainNotice }).isOwners).toBe(false);
    }
  });
});

test('the facts are read anew each time: a page may change its address and its mind', () => {
  const page: { HelloAgainOff?: boolean } = {};
  factsOf('https://shop.example.com/', page);
  const platform = createPlatform();
  Object.assign(location, { href: 'https://shop.example.com/cart', pathname: '/cart' });
  page.HelloAgainOff = true;
  expect(platform.page()).toMatchObject({ path: '/cart', url: 'https://shop.example.com/cart', isOff: true });
  expect(platform.address.captured()).toBe('https://shop.example.com/');
});

test('what is announced is an event on the window, with its detail', () => {
  const page = new EventTarget();
  factsOf('https://shop.example.com/', page);
  const heard: unknown[] = [];
  page.addEventListener('hello-again:sent', (event) => heard.push((event as CustomEvent).detail));
  createPlatform().announce('sent', { id: '1' });
  createPlatform().announce('waiting', { id: '2' });
  expect(heard).toEqual([{ id: '1' }]);
});
