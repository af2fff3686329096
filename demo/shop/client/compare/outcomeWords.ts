import type { Scenario } from '../../compare/scenarios.ts';
import type { SideName, StageState } from '../../compare/stage.ts';
import { findingWords } from '../../compare/verdictWords.ts';

/** What is said while the phones are being picked up. */
export function openingWords({ who }: Scenario): string {
  return `Two new shops, one visitor: ${who.name}.`;
}

/** The outcome of a run in one line. */
export function outcomeWords({ sides }: Pick<StageState, 'sides'>): string {
  const of = (side: SideName) => {
    const finding = sides[side].verdict?.finding;
    return finding ? findingWords[finding].short.toLowerCase() : 'nothing changed';
  };
  return `A plain popup: ${of('plain')}. Hello Again: ${of('hello')}.`;
}
