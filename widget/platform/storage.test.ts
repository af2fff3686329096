import { afterEach, describe, expect, test, vi } from 'vitest';
import { createStorage } from './storage.ts';

afterEach(() => vi.unstubAllGlobals());

const refuse = () => {
  throw new DOMException('full', 'QuotaExceededError');
};

function workingStore() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

test.each(['localStorage', 'sessionStorage'] as const)('%s keeps, returns and removes a value', (name) => {
  vi.stubGlobal('window', { [name]: workingStore() });
  const store = createStorage(name);
  expect(store.get('key')).toBeUndefined();
  expect(store.set('key', '')).toBe(true);
  expect(store.get('key')).toBe('');
  store.remove('key');
  expect(store.get('key')).toBeUndefined();
});

describe('a storage that fails holds nothing, and throws nothing', () => {
  test.each<[string, object]>([
    [
      'blocked: looking at it throws',
      {
        get localStorage(): never {
          return refuse();
        },
      },
    ],
    ['missing', { localStorage: null }],
    ['throwing at every use', { localStorage: { getItem: refuse, setItem: refuse, removeItem: refuse } }],
  ])('when it is %s', (_how, window) => {
    vi.stubGlobal('window', window);
    const store = createStorage('localStorage');
    expect([store.get('key'), store.set('key', 'value'), store.remove('key')]).toEqual([undefined, false, undefined]);
  });

  test('but a full one can still be read, and its entries removed', () => {
    const window = { localStorage: workingStore() };
    vi.stubGlobal('window', window);
    const store = createStorage('localStorage');
    store.set('key', 'value');
    window.localStorage.setItem = refuse;
    expect([store.set('other', 'value'), store.get('key')]).toEqual([false, 'value']);
  });
});
