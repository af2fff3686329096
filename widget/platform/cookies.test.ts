import JsCookie from 'js-cookie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cookieText } from '../core/memory/cookieText.ts';
import { createCookies, domainsOf, pathsOf } from './cookies.ts';
import { readCookie } from './readCookie.ts';
import { CookieJar } from './test/cookieJar.ts';

afterEach(() => vi.unstubAllGlobals());

function onPage(url: string, publicSuffixes: readonly string[] = []) {
  const { hostname, pathname, protocol } = new URL(url);
  const jar = new CookieJar(hostname, publicSuffixes);
  vi.stubGlobal('document', jar);
  vi.stubGlobal('location', { hostname, pathname, protocol });
  return { jar, cookies: createCookies(readCookie, cookieText) };
}

describe('the domains to try, widest first,', () => {
  test.each<[string, (string | undefined)[]]>([
    ['shop.example.com', ['example.com', 'shop.example.com', undefined]],
    ['a.b.example.co.uk', ['co.uk', 'example.co.uk', 'b.example.co.uk', 'a.b.example.co.uk', undefined]],
    ['example.com', ['example.com', undefined]],
    ['localhost', [undefined]],
    ['127.0.0.1', [undefined]],
    ['[::1]', [undefined]],
  ])('are correct for %s', (hostname, domains) => {
    expect(domainsOf(hostname)).toEqual(domains);
  });
});

test('the paths of a page are the root and each of its folders', () => {
  expect(pathsOf('/')).toEqual(['/']);
  expect(pathsOf('/p//mugs')).toEqual(['/', '/p', '/p/', '/p/mugs', '/p/mugs/']);
});

describe('a cookie', () => {
  test('is written once, on the widest domain that accepts it', () => {
    const { jar, cookies } = onPage('https://shop.example.co.uk/p', ['co.uk']);
    expect(cookies.set('hello_again', 'value', 365)).toBe(true);
    expect(jar.written.map((text) => /domain=([^;]*)/.exec(text)?.[1])).toEqual(['co.uk', 'example.co.uk']);
    expect(readCookie('hello_again')).toBe('value');
  });

  test.each([
    ['https://shop.example.com', true],
    ['http://localhost:4173', false],
  ])('on %s is for this site alone, and secure: %s', (url, isSecure) => {
    const { jar, cookies } = onPage(url);
    cookies.set('hello_again', 'value', 365);
    expect(jar.written[0]).toMatch(/; path=\/.*; sameSite=lax/i);
    expect(/; secure/i.test(jar.written[0] ?? '')).toBe(isSecure);
  });

  test('is read as it was written, whatever is in it', () => {
    const { cookies } = onPage('https://shop.example.com');
    const value = "1{'a':'%;=, \"é•'}";
    expect(cookies.set('hello_again', value, 365)).toBe(true);
    expect(readCookie('hello_again')).toBe(value);
    // What stores and their other scripts read cookies with.
    expect(JsCookie.get('hello_again')).toBe(value);
  });

  test('is removed from every domain', () => {
    const { cookies } = onPage('https://shop.example.com');
    cookies.set('hello_again', 'value', 365);
    cookies.remove('hello_again');
    expect(readCookie('hello_again')).toBeUndefined();
  });

  test('that somebody has set for a longer path, or for a wider domain, is removed as well', () => {
    const { cookies, jar } = onPage('https://shop.example.com/p/mugs/1');
    for (const attributes of ['path=/p', 'path=/p/', 'path=/p/mugs/', 'domain=example.com; path=/p/mugs']) {
      jar.cookie = `hello_again=forged; ${attributes}`;
    }
    cookies.remove('hello_again');
    expect(readCookie('hello_again')).toBeUndefined();
  });

  test('is written though somebody has set one for a longer path', () => {
    const { cookies, jar } = onPage('https://shop.example.com/p/1');
    jar.cookie = 'hello_again=forged; path=/p/';
    expect(cookies.set('hello_again', 'value', 365)).toBe(true);
    expect(readCookie('hello_again')).toBe('value');
  });

  test('of the host alone goes where one of its domain is written', () => {
    const { cookies, jar } = onPage('https://shop.example.com/p/1');
    jar.cookie = 'hello_again=older; path=/';
    expect(cookies.set('hello_again', 'value', 365)).toBe(true);
    expect(readCookie('hello_again')).toBe('value');
    expect(readCookie('hello_again', 2)).toBeUndefined();
  });

  test('that no domain takes is said not to be kept', () => {
    const { cookies } = onPage('https://shop.example.com', ['example.com', 'shop.example.com', '']);
    expect(cookies.set('hello_again', 'value', 365)).toBe(false);
  });

  test('is not kept where cookies are blocked, and nothing throws', () => {
    const { cookies, jar } = onPage('https://shop.example.com');
    jar.isBlocked = true;
    expect(cookies.set('hello_again', 'value', 365)).toBe(false);
    expect(() => cookies.remove('hello_again')).not.toThrow();
  });
});
