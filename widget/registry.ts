import type { Runtime } from './runtime.ts';
import type { Signup } from './signup.ts';

/** What every copy of hello-again on a page shares, whichever way and however often it was loaded. */
export interface Registry {
  /** The major version that owns it. */
  readonly major: number;
  readonly signups: Map<string, Signup>;
  runtime?: Runtime;
}

const key = Symbol.for('hello-again');

/** The page's registry, made on first use; undefined when another major version owns the page. */
export function pageRegistry(): Registry | undefined {
  const page = globalThis as { [key]?: Registry };
  page[key] ??= { major: __MAJOR__, signups: new Map() };
  return page[key].major === __MAJOR__ ? page[key] : undefined;
}
