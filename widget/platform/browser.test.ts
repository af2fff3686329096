import { afterEach, expect, test, vi } from 'vitest';
import type { PageFacts } from '../core/ports.ts';
import { createPlatform } from './browser.ts';

afterEach(() => vi.unstubAllGlobals());

/** The facts of a page as its address and its globals tell them. */
function factsOf(href: string, globals: object = {}): PageFacts {
  const { origin, pathname } = new URL(href);
  vi.stubGlobal('location', { href, origin, pathname });
  vi.stubGlobal('navigator', { languages: ['en-GB', 'cy'] });
  vi.stubGlobal('document', { referrer: 'https://mail.example.com/', documentElement: { lang: 'en-GB' } });
  vi.stubGlobal('window', Object.assign(globals, { navigation: { currentEntry: {} }, ...globals }));
  return createPlatform().page();
}

test('the facts of the page are those of its address and its document', () => {
  expect(factsOf('https://shop.example.com/p/1?a=1#top')).toEqual({
    url: 'https://shop.example.com/p/1?a=1#top',
    origin: 'https://shop.example.com',
    path: '/p/1',
    referrer: 'https://mail.example.com/',
    language: 'en-GB',
    languages: ['en-GB', 'cy'],
    isOff: false,
    needsSetup: false,
  });
});

test.each([
  [true, true],
  [1, true],
  [false, false],
  [undefined, false],
])('window.HelloAgainOff as %o switches the widget off: %s', (HelloAgainOff, isOff) => {
  expect(factsOf('https://shop.example.com/', { HelloAgainOff }).isOff).toBe(isOff);
});

test.each([
  ['http://localhost:4173/', {}, true],
  ['https://shop.example.com/?preview_theme_id=1', {}, true],
  ['https://shop.example.com/', {}, false],
  ['https://shop.example.com/', { HelloAgainNotice: true }, true],
  ['https://shop.example.com/', { Shopify: { designMode: true } }, true],
  ['http://localhost:4173/', { HelloAgainNotice: false }, false],
  // A browser that does not tell of routes.
  ['https://shop.example.com/', { navigation: undefined, HelloAgainNotice: false }, true],
])('at %s with %o the files for rare pages are fetched: %s', (href, page, needsSetup) => {
  expect(factsOf(href, page).needsSetup).toBe(needsSetup);
});

test('the facts are read anew each time, because a page may change its address and its setting', () => {
  const page: { HelloAgainOff?: boolean } = {};
  factsOf('https://shop.example.com/', page);
  const platform = createPlatform();
  Object.assign(location, { href: 'https://shop.example.com/cart', pathname: '/cart' });
  page.HelloAgainOff = true;
  expect(platform.page()).toMatchObject({ path: '/cart', url: 'https://shop.example.com/cart', isOff: true });
  expect(platform.address.captured).toBe('https://shop.example.com/');
});

test('an announcement is an event on the window, with its detail', () => {
  const page = new EventTarget();
  factsOf('https://shop.example.com/', page);
  const heard: unknown[] = [];
  page.addEventListener('hello-again:sent', (event) => heard.push((event as CustomEvent).detail));
  createPlatform().announce('sent', { id: '1' });
  createPlatform().announce('waiting', { id: '2' });
  expect(heard).toEqual([{ id: '1' }]);
});
