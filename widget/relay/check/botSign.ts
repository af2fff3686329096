import type { Submission } from '../../core/submission/submission.gen.ts';

/** What speaks for a program that filled the form. */
export type BotSign = 'trap' | 'fast';

/**
 * Looks for signs of a bot: text in the honeypot, or a form filled faster than a human can. A widget that reports
 * neither is believed.
 *
 * @param minimumFill - milliseconds; 0 checks the honeypot only
 */
export function botSign({ widget }: Pick<Submission, 'widget'>, minimumFill: number): BotSign | undefined {
  // A reader of any version: earlier widgets send neither.
  const { trap, filledIn } = widget as { readonly trap?: unknown; readonly filledIn?: unknown };
  if (typeof trap === 'string' && trap !== '') return 'trap';
  if (typeof filledIn === 'number' && filledIn >= 0 && filledIn < minimumFill) return 'fast';
  return undefined;
}
