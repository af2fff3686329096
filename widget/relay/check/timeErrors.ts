import type { FieldError } from '../../core/submission/answer.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';

const day = 24 * 60 * 60 * 1000;

/** How far a visitor's clock may be off, in milliseconds. */
export interface ClockLimits {
  /** How far ahead of the server’s. */
  readonly ahead: number;
  /** How far behind it. */
  readonly behind: number;
}

/** A browser keeps what it could not send for a day; the rest is for clocks that are wrong, and for pages left open. */
export const usualClock: ClockLimits = { ahead: day, behind: 30 * day };

const message = 'The clock of this device seems to be wrong.';

/** Times that cannot be: later than any clock is fast, longer ago than a browser keeps what it has not sent, or none at all. */
export function timeErrors(
  { createdAt, sentAt, consents }: Pick<Submission, 'createdAt' | 'sentAt' | 'consents'>,
  now: number,
  { ahead, behind }: ClockLimits = { ahead: Infinity, behind: Infinity },
): FieldError[] {
  const codeOf = (instant: string, name: string) => {
    const at = timeOf(instant);
    if (at === undefined) return `${name}.none`;
    if (at > now + ahead) return `${name}.future`;
    return at < now - behind ? `${name}.past` : undefined;
  };
  const created = codeOf(createdAt, 'time');
  const sent = sentAt === undefined ? undefined : codeOf(sentAt, 'time');
  const checked = consents.flatMap(({ checkedAt }) => codeOf(checkedAt, 'consent') ?? [])[0];
  return [
    ...(created ? [{ field: 'createdAt', code: created, message }] : []),
    ...(sent ? [{ field: 'sentAt', code: sent, message }] : []),
    ...(checked ? [{ field: 'consents', code: checked, message }] : []),
  ];
}

/** Undefined for an instant of the right shape that is none: 25 o’clock, or 30 February, which JavaScript takes for 2 March. */
function timeOf(instant: string): number | undefined {
  const at = Date.parse(instant);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 19) === instant.slice(0, 19) ? at : undefined;
}
