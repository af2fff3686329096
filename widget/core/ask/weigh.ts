import type { Facts, Needs, Row } from './decide.ts';
import type { Ask, Reason } from './reasons.ts';

/** A row, evaluated for one visitor. */
export interface WeighedRow {
  /** The row’s reason code. */
  readonly reason: Reason;
  /** What it would ask for. */
  readonly ask: Ask;
  /** Whether it is true of this visitor. The first row that fits decides. */
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
