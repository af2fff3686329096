import { readAnswer } from '../../core/submission/readAnswer.ts';
import type { Probe, ProbeAnswer } from './probe.ts';

/** One sentence of the protocol. */
export interface Check {
  /** The sentence: it says what holds. */
  readonly title: string;
  /** A `should` that does not hold is told, and is no failure. */
  readonly level: 'must' | 'should';
  /** Cannot be told by sign-ups that are marked as tests. */
  readonly needsReal?: true;
  /** @returns what is wrong, where something is */
  run(probe: Probe): Promise<string | undefined>;
}

/** What the widget makes of an answer. */
export function kindOf(answer: ProbeAnswer): string {
  const read = readAnswer(answer, Date.now());
  return read.kind === 'taken' ? `taken (${read.receipt.outcome})` : read.kind;
}

/** Wrong where it was not taken. */
export function notTaken(answer: ProbeAnswer): string | undefined {
  if (answer.status >= 200 && answer.status < 300 && !answer.isDocument) return undefined;
  return `answered ${told(answer)}; the widget reads that as “${kindOf(answer)}”`;
}

/** Wrong where it was not refused with the fields that are wrong. */
export function notRefused(answer: ProbeAnswer): string | undefined {
  if (answer.status !== 400 && answer.status !== 422) return `answered ${told(answer)}, where 422 was due`;
  if (kindOf(answer) === 'invalid') return undefined;
  return `answered ${answer.status} without “errors”: [{ "field", "code" }], so the visitor is told nothing`;
}

/** Status and kind of an answer; never its text, which may repeat what was sent. */
export function told({ status, isDocument }: ProbeAnswer): string {
  return `${status}${isDocument ? ' with a page' : ''}`;
}
