import { afterEach, describe, expect, test, vi } from 'vitest';
import { createAddress } from './address.ts';

afterEach(() => vi.unstubAllGlobals());

const own = ['ha', 'ha_id', 'ha_has', 'email'];

function onPage(href: string) {
  const location = {
    href,
    get search() {
      return /^[^?#]*(\?[^#]+)/.exec(this.href)?.[1] ?? '';
    },
  };
  const state = { scroll: 7 };
  const replaceState = vi.fn((_state: unknown, _unused: string, url: string) => {
    location.href = url;
  });
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { state, replaceState });
  return { location, state, replaceState, address: createAddress() };
}

describe('stripping parameters from the address bar', () => {
  test.each<[string, string, string]>([
    ['the only one', '?ha_id=token', ''],
    ['the first', '?ha_id=token&b=2', '?b=2'],
    ['the last', '?a=1&ha_id=token', '?a=1'],
    ['one in the middle', '?a=1&ha_id=token&b=2', '?a=1&b=2'],
    ['several', '?ha_has=sms&a=1&email=penny@example.com', '?a=1'],
    ['one given twice', '?ha_id=1&a=1&ha_id=2', '?a=1'],
    ['one without a value', '?ha_id&a=1', '?a=1'],
    [
      'others stay byte for byte',
      '?q=caf%E9+au%20lait&x=%zz&y&&z=&ha_id=t&utm[]=ü',
      '?q=caf%E9+au%20lait&x=%zz&y&&z=&utm[]=ü',
    ],
    ['a second question mark stays', '?next=/p?x=1&ha_id=t', '?next=/p?x=1'],
    ['the hash stays', '?ha_id=t#top', '#top'],
    ['whatever stands in the hash stays', '?ha_id=t#/route?ha_id=u&a=1#more', '#/route?ha_id=u&a=1#more'],
    ['names that are longer stay', '?ha_id=t&ha_idx=1&my_ha_id=2', '?ha_idx=1&my_ha_id=2'],
  ])('removes %s', (_title, before, after) => {
    const { location, address } = onPage(`https://shop.example.com/p/1${before}`);
    address.strip(own);
    expect(location.href).toBe(`https://shop.example.com/p/1${after}`);
  });

  test('keeps the state that the page’s own router has in the history', () => {
    const { address, state, replaceState } = onPage('https://shop.example.com/?ha_id=t');
    address.strip(own);
    expect(replaceState.mock.calls).toEqual([[state, '', 'https://shop.example.com/']]);
    expect(replaceState.mock.calls[0]?.[0]).toBe(state);
  });

  test.each(['', '?', '?a=1', '#ha_id=t', '?a=1#?ha_id=t'])('leaves %o unchanged', (rest) => {
    const { address, replaceState } = onPage(`https://shop.example.com/${rest}`);
    address.strip(own);
    expect(replaceState).not.toHaveBeenCalled();
  });

  test('leaves the address unchanged where the browser forbids the change', () => {
    const { address, location, replaceState } = onPage('https://shop.example.com/?ha_id=t');
    replaceState.mockImplementation(() => {
      throw new DOMException('about:srcdoc', 'SecurityError');
    });
    expect(() => address.strip(own)).not.toThrow();
    expect(location.href).toBe('https://shop.example.com/?ha_id=t');
  });
});

describe('the captured address', () => {
  test('is the one at the start, undecoded, whatever the page changes later', () => {
    const { address, location } = onPage('https://shop.example.com/?ha_id=t%2Fu');
    address.strip(own);
    location.href = 'https://shop.example.com/other';
    expect(address.captured).toBe('https://shop.example.com/?ha_id=t%2Fu');
  });

  test('is gone once it is dropped', () => {
    const { address } = onPage('https://shop.example.com/?ha_id=t');
    address.captured = '';
    expect(address.captured).toBe('');
  });
});
