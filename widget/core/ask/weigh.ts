import type { Facts, Needs, Row } from './decide.ts';
import type { Ask, Reason } from './reasons.ts';

/** A row, evaluated for one visitor. */
export interface WeighedRow {
  readonly reason: Reason;
  readonly ask: Ask;
  readonly fits: boolean;
}

/** What the ask is decided by. */
export interface Weighing {
  readonly table: readonly Row[];
  readonly facts: Facts;
  needsOf(facts: Facts): Needs;
}

/** The whole table, evaluated for these facts, to explain the decision. */
export function weigh({ table, facts, needsOf }: Weighing): WeighedRow[] {
  const needs = needsOf(facts);
  return table.map(({ reason, ask, fits }) => ({ reason, ask, fits: fits(facts, needs) }));
}
