import { doors } from './doors.ts';
import { randomFrom } from './random.ts';

/** Something that should not be. */
export interface Finding {
  readonly door: string;
  /** Makes the same input again, as a seed of a run of one. */
  readonly seed: number;
  readonly input: unknown;
  readonly problem: string;
}

const tries = 5;

/**
 * Puts as many inputs through the doors in turn.
 *
 * @param slow milliseconds that an input may take; the fastest of some tries counts, for a machine does other things as well
 */
export function fuzz(seed: number, count: number, slow = Number.POSITIVE_INFINITY): readonly Finding[] {
  const findings: Finding[] = [];
  for (let n = 0; n < count; n += 1) {
    const door = doors[(seed + n) % doors.length];
    if (!door) continue;
    const { input, enter } = door.make(randomFrom(seed + n));
    const found = (problem: string) => findings.push({ door: door.name, seed: seed + n, input, problem });
    try {
      let took = timed(enter);
      for (let again = 1; took > slow && again < tries; again += 1) took = Math.min(took, timed(enter));
      if (took > slow) found(`${Math.round(took)} ms`);
    } catch (error) {
      found(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  }
  return findings;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
