/** The permission to store, as a consent platform reports it. */
export type ConsentAnswer = 'granted' | 'denied';

/** Anything on `window`: a platform may be missing, half loaded or somebody's own stub. */
export type PageGlobals = Readonly<Record<string, unknown>>;

/** A platform being read on one page. */
export interface ConsentReading {
  /** Reads what the platform says now, and attaches to it once it is there. May be called at any time, and again. */
  look(): void;
}

/**
 * One consent platform. It is only read: none of its strings is decoded, and nothing is sent to it. Without an answer,
 * and after a time-out, nothing is granted.
 */
export interface ConsentPlatform {
  readonly name: string;
  /** Events on `window` or `document` after which it is looked at again. */
  readonly events: readonly string[];
  /** How well its shapes are known. */
  readonly verification: 'documented' | 'unverified';
  readonly source: string;
  /** ISO date on which somebody last looked. */
  readonly lastVerified: string;
  read(page: PageGlobals, tell: (answer: ConsentAnswer) => void): ConsentReading;
}

/** Whether something may be called. */
export function isCallable(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

/** The members of an object; empty for anything else. */
export function membersOf(value: unknown): PageGlobals {
  return typeof value === 'object' && value !== null ? (value as PageGlobals) : {};
}
