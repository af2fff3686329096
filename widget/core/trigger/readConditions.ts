import { choiceOf } from '../mendChoice.ts';
import type { RawTrigger } from './moments.ts';

/** What the owner wants to hold besides the moment; empty or absent where nothing is wanted. */
export interface WantedConditions {
  /** The owner named one, if only wrongly: how the visit began is noted. */
  readonly isAny: boolean;
  /** Pages of the visit, above 1. */
  readonly pages: number | undefined;
  readonly queries: readonly string[];
  readonly referrers: readonly string[];
  readonly device: (typeof devices)[number] | undefined;
  readonly visitor: (typeof visitors)[number] | undefined;
  /** May open on the page that a search engine led to. */
  readonly opensOnSearch: boolean;
}

const devices = ['touch', 'pointer'] as const;
const visitors = ['new', 'returning'] as const;

/** Reads the conditions of a trigger; what is no condition is left out. */
export function readConditions({ pages, when }: RawTrigger): WantedConditions {
  const { query, referrer, device, visitor, search } = Object(when) as Readonly<Record<string, unknown>>;
  const wantedPages = Number(pages || Number.NaN);
  return {
    isAny: !!(pages || when),
    pages: wantedPages > 1 ? wantedPages : undefined,
    queries: listOf(query),
    referrers: listOf(referrer),
    device: choiceOf(device, devices),
    visitor: choiceOf(visitor, visitors),
    opensOnSearch: search === true || search === 'true',
  };
}

/** The owner's list; a JSON block may have anything in its place. */
export function listOf(given: unknown): string[] {
  const list = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given : [];
  return list.flatMap((item) => (typeof item === 'string' && item.trim() ? [item.trim()] : []));
}
