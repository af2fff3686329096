import { patternOf } from './patternOf.ts';
import type { WantedConditions } from './readConditions.ts';
import type { Visit } from './visit.ts';

/** What must hold for the popup to open by itself, and whether it does. */
export interface Condition {
  /** The part of `trigger` that it is about. */
  readonly name: 'pages' | 'query' | 'referrer' | 'device' | 'visitor' | 'search';
  /** As the owner wrote it. */
  readonly wants: readonly string[];
  /** What was found; absent where it must not be shown. */
  readonly found?: string;
  /** Whether it holds for this visitor now. */
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

/** The conditions of a trigger, evaluated: those that the owner named, and the default one. */
export function weighConditions(wanted: WantedConditions, facts: ConditionFacts): Condition[] {
  const { visit } = facts;
  const { pages, queries, referrers, device, visitor } = wanted;
  const conditions: Condition[] = [];
  if (pages !== undefined) {
    const seen = visit?.pages ?? 1;
    conditions.push({ name: 'pages', wants: [`${pages}`], found: `${seen}`, holds: seen >= pages });
  }
  if (queries.length > 0) {
    conditions.push({ name: 'query', wants: queries, holds: queries.some((q) => visit?.queries.includes(q)) });
  }
  if (referrers.length > 0) {
    const from = visit?.from;
    conditions.push({
      name: 'referrer',
      wants: referrers,
      found: from || 'direct',
      holds: from !== undefined && referrers.some((host) => isFrom(from, host)),
    });
  }
  if (device) {
    const found = facts.isTouch() ? 'touch' : 'pointer';
    conditions.push({ name: 'device', wants: [device], found, holds: found === device });
  }
  if (visitor) {
    const found = visit?.isReturning ? 'returning' : 'new';
    conditions.push({ name: 'visitor', wants: [visitor], found, holds: found === visitor });
  }
  if (!wanted.opensOnSearch && facts.isSearchLanding()) {
    conditions.push({ name: 'search', wants: [], holds: false });
  }
  return conditions;
}

function isFrom(from: string, host: string): boolean {
  if (host === 'direct') return from === '';
  return from !== '' && patternOf(`*.${host}`).test(`.${from}`);
}
