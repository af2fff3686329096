import type { Submission } from '../../core/submission/submission.gen.ts';

/** What speaks for a program that filled the form. */
export type BotSign = 'trap' | 'fast';

/**
 * Looks for what a program does and a human does not: text in the field that nobody sees, or a form filled faster than hands
 * can. A widget that says nothing of either is believed.
 *
 * @param minimumFill milliseconds; 0 looks at the trap alone
 */
export function botSign({ widget }: Pick<Submission, 'widget'>, minimumFill: number): BotSign | undefined {
  // A reader of any version: earlier widgets send neither.
  const { trap, filledIn } = widget as { readonly trap?: unknown; readonly filledIn?: unknown };
  if (typeof trap === 'string' && trap !== '') return 'trap';
  if (typeof filledIn === 'number' && filledIn >= 0 && filledIn < minimumFill) return 'fast';
  return undefined;
}
