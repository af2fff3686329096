import { invalid } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';

/** What may be counted, in the order of a funnel. `docs/measurement.md` says what each is. */
export const countedNames = [
  'asked',
  'shown',
  'heldOut',
  'typed',
  'closed',
  'submitted',
  'linked',
  'accepted',
  'pending',
  'unknown',
  'waiting',
  'failed',
] as const;

export type Counted = (typeof countedNames)[number];

/** What a page posts of one page view. */
export interface CountsBody {
  readonly store: string;
  readonly ask: string;
  readonly reason: string;
  /** Empty where there are no variants. */
  readonly variant: string;
  readonly counts: readonly Counted[];
}

const isWord = (value: unknown): value is string => typeof value === 'string' && /^[a-z][a-z+-]{0,29}$/.test(value);
/** As long as the widget allows; no address, no markup, nothing invisible, and nothing that a spreadsheet takes for a formula. */
const isVariant = (value: unknown): value is string =>
  typeof value === 'string' && /^[\p{L}\p{N}%#&(][^@<>\p{C}\p{Zl}\p{Zp}]{0,59}$/u.test(value);
const isCounted = (value: unknown): value is Counted => (countedNames as readonly unknown[]).includes(value);

/**
 * Anybody may post it, so nothing is kept that could be a person's: words, the name of a variant, and what is known to be counted.
 *
 * @throws {Problem} 422
 */
export function checkCounts(body: unknown): CountsBody {
  const { store, ask, reason, variant, counts } = Object(body) as Readonly<Record<string, unknown>>;
  const fail = (field: string) => invalid(422, [{ field, code: `counts.${field}` }]);
  if (!isStoreName(store)) throw fail('store');
  if (!isWord(ask)) throw fail('ask');
  if (!isWord(reason)) throw fail('reason');
  if (variant !== undefined && !isVariant(variant)) throw fail('variant');
  if (!Array.isArray(counts) || counts.length === 0 || !counts.every(isCounted)) throw fail('counts');
  return { store, ask, reason, variant: variant ?? '', counts: [...new Set(counts)] };
}
