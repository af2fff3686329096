import type { KeyValue } from '../core/ports.ts';

/** A web storage that may be blocked, full or throwing: then it holds nothing. */
export function createStorage(name: 'localStorage' | 'sessionStorage'): KeyValue {
  const attempt = <T>(use: (store: Storage) => T): T | undefined => {
    try {
      return use(window[name]);
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => attempt((s) => s.getItem(key)) ?? undefined,
    set: (key, value) =>
      !!attempt((s) => {
        s.setItem(key, value);
        return true;
      }),
    remove: (key) => attempt((s) => s.removeItem(key)),
  };
}
