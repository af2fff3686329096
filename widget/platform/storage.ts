import type { KeyValue } from '../core/ports.ts';

/** A web storage that may be blocked, full or throwing: then it holds nothing. */
export function createStorage(name: 'localStorage' | 'sessionStorage'): KeyValue {
  const attempt = <T>(use: (store: Storage) => T, fallback: T): T => {
    try {
      return use(window[name]);
    } catch {
      return fallback;
    }
  };
  return {
    get: (key) => attempt((s) => s.getItem(key) ?? undefined, undefined),
    set: (key, value) =>
      attempt((s) => {
        s.setItem(key, value);
        return true;
      }, false),
    remove: (key) => attempt((s) => s.removeItem(key), undefined),
  };
}
