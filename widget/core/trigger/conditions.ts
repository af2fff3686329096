import { patternOf } from './patternOf.ts';
import type { Visit } from './visit.ts';

/** What must hold for the popup to open by itself, and whether it does. */
export interface Condition {
  readonly name: 'pages' | 'query' | 'referrer' | 'device' | 'visitor' | 'search';
  /** As the owner wrote it. */
  readonly wants: readonly string[];
  /** What was found; absent where that is nobody's to see. */
  readonly found?: string;
  readonly holds: boolean;
}

/** What the conditions are weighed by; functions are asked only where a condition needs them. */
export interface ConditionFacts {
  /** Nobody knows how the visit began while this is missing. */
  readonly visit: Visit | undefined;
  isTouch(): boolean;
  /** The page that a search engine led to, on a small screen. */
  isSearchLanding(): boolean;
}

/** The conditions of a trigger as they stand, those the owner named and the one that holds unless told otherwise. */
export function weighConditions(given: { pages?: unknown; when?: unknown }, facts: ConditionFacts): Condition[] {
  const { visit } = facts;
  const when = bag(given.when);
  const conditions: Condition[] = [];
  const pages = Number(given.pages || Number.NaN);
  if (pages > 1) {
    conditions.push({
      name: 'pages',
      wants: [`${pages}`],
      found: `${visit?.pages ?? 1}`,
      holds: (visit?.pages ?? 1) >= pages,
    });
  }
  const queries = listOf(when.query);
  if (queries.length > 0) {
    conditions.push({ name: 'query', wants: queries, holds: queries.some((q) => visit?.queries.includes(q)) });
  }
  const hosts = listOf(when.referrer);
  if (hosts.length > 0) {
    const from = visit?.from;
    conditions.push({
      name: 'referrer',
      wants: hosts,
      found: from || 'direct',
      holds: from !== undefined && hosts.some((host) => isFrom(from, host)),
    });
  }
  if (when.device === 'touch' || when.device === 'pointer') {
    const found = facts.isTouch() ? 'touch' : 'pointer';
    conditions.push({ name: 'device', wants: [when.device], found, holds: found === when.device });
  }
  if (when.visitor === 'new' || when.visitor === 'returning') {
    const found = visit?.isReturning ? 'returning' : 'new';
    conditions.push({ name: 'visitor', wants: [when.visitor], found, holds: found === when.visitor });
  }
  if (when.search !== true && when.search !== 'true' && facts.isSearchLanding()) {
    conditions.push({ name: 'search', wants: [], holds: false });
  }
  return conditions;
}

/** A list of the owner's; in a JSON block anything may stand in its place. */
export function listOf(given: unknown): string[] {
  const list = typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given : [];
  return list.flatMap((item) => (typeof item === 'string' && item.trim() ? [item.trim()] : []));
}

function bag(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}

function isFrom(from: string, host: string): boolean {
  if (host === 'direct') return from === '';
  return from !== '' && patternOf(`*.${host}`).test(`.${from}`);
}
