import type { Ask, Reason } from './ask/reasons.ts';

/**
 * What is counted of a page view on which something would be asked. `asked` comes once for each; `typed` is the first key;
 * `heldOut` stands in the place of `shown` for a visitor whom a variant holds out.
 */
export type Counted =
  | 'asked'
  | 'shown'
  | 'heldOut'
  | 'typed'
  | 'closed'
  | 'submitted'
  | 'linked'
  | 'accepted'
  | 'pending'
  | 'unknown'
  | 'waiting'
  | 'failed';

/** What a page posts of one page view: words of fixed lists, and the owner's own name of a variant. No person is in it. */
export interface CountsBody {
  readonly store: string;
  readonly ask: Ask;
  readonly reason: Reason;
  readonly variant?: string;
  readonly counts: readonly Counted[];
}

/** An event of the signup, as its listeners are told it. */
export interface Heard {
  readonly name: string;
  readonly detail: object;
}

const byEvent: Readonly<Record<string, Counted>> = {
  open: 'shown',
  holdout: 'heldOut',
  close: 'closed',
  submit: 'submitted',
  waiting: 'waiting',
  failed: 'failed',
};

const outcomes: readonly unknown[] = ['linked', 'accepted', 'pending', 'unknown'] satisfies Counted[];

/** What an event counts as; undefined where it is not counted. Nothing else of it is read. */
export function countedOf({ name, detail }: Heard): Counted | undefined {
  if (name !== 'sent') return Object.hasOwn(byEvent, name) ? byEvent[name] : undefined;
  const { outcome } = detail as { readonly outcome?: unknown };
  return outcomes.includes(outcome) ? (outcome as Counted) : 'unknown';
}
