import { patternOf } from './patternOf.ts';
import type { Visit } from './visit.ts';

/** A visit as the tab's storage keeps it: what each signup looked for in the landing address, by the signup's id. */
export interface KeptVisit extends Omit<Visit, 'queries'> {
  readonly queries: Readonly<Record<string, readonly string[]>>;
  /** The signups whose popups have opened by themselves, by id. */
  readonly opened?: readonly string[];
}

/** Host name of the page that led here; empty without one, or for a page of this site. */
export function cameFrom(referrer: string, origin: string): string {
  try {
    const url = new URL(referrer);
    return url.origin === origin ? '' : url.hostname;
  } catch {
    return '';
  }
}

/** Of `name=value` or names alone, those that a landing address's query has; `*` stands for any text. */
export function queriesIn(address: string, wanted: readonly string[]): string[] {
  try {
    const pairs = [...new URL(address).searchParams];
    return wanted.filter((text) => {
      const pattern = patternOf(text);
      return pairs.some(([name, value]) => pattern.test(text.includes('=') ? `${name}=${value}` : name));
    });
  } catch {
    return [];
  }
}

/** Reads what the tab's storage keeps; anybody may have written it. */
export function readVisit(text: string | undefined): KeptVisit | undefined {
  try {
    const { pages, from, queries, isReturning, opened } = JSON.parse(text ?? '');
    if (!(pages >= 1) || typeof from !== 'string' || typeof queries !== 'object' || !queries) return undefined;
    const visit = { pages: Math.floor(pages), from, queries, isReturning: isReturning === true };
    return Array.isArray(opened) ? { ...visit, opened } : visit;
  } catch {
    return undefined;
  }
}
