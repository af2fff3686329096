import type { SignupContext } from '../signup/session.ts';

/**
 * Tells that the popup could not be shown, and keeps it for `explain()`.
 *
 * @param error what was caught: the owner finds it in the console, if they look on
 */
export function failed(
  context: SignupContext,
  code: NonNullable<SignupContext['failure']> = 'popup-failed',
  error?: unknown,
): void {
  context.amend({ failure: code });
  context.events.emit('error', { code });
  if (error) import('../explain/reportFailure.ts').then((m) => m.reportFailure(error)).catch(() => {});
}
