import type { Cookies } from '../core/ports.ts';
import type { MemoryPlatform } from './memoryPlatform.ts';

let browser: MemoryPlatform | undefined;

/** Says whose cookies are written from now on: those of the page that a test looks at. */
export function writeCookiesOf(platform: MemoryPlatform): void {
  browser = platform;
}

/** Stands for `platform/cookies.ts`. */
export function createCookies(): Cookies {
  return {
    set: (name, value, days) => browser?.cookies.set(name, value, days) ?? false,
    remove: (name) => browser?.cookies.remove(name),
  };
}
