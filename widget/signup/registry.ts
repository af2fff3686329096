import type { SignupOptions } from '../config/options.ts';
import type { Signup } from './api.ts';
import type { Runtime } from './page.ts';

/** What all signups of this copy share. Its insides are of this build alone: no other copy may reach into them. */
export interface Registry {
  readonly signups: Map<string, Signup>;
  runtime?: Runtime;
}

/** What a copy of hello-again leaves on the page for the others, script tag or module: they make their signups with it. */
export interface PageOwner {
  /** Its major version. */
  readonly major: number;
  create(options: SignupOptions): Signup;
}

const key = Symbol.for('hello-again');

/** The copy that owns the page: the first one. Undefined where that is of another major version. */
export function pageOwner(create: PageOwner['create']): PageOwner | undefined {
  const page = globalThis as { [key]?: PageOwner };
  page[key] ??= { major: __MAJOR__, create };
  return page[key].major === __MAJOR__ ? page[key] : undefined;
}
