import type { SignupContext } from '../signup/session.ts';

/** Tells that the popup could not be shown, and keeps it for `explain()`, with the error. */
export function failed(
  context: SignupContext,
  error?: unknown,
  code: NonNullable<SignupContext['failure']> = 'popup-failed',
): void {
  context.amend({ failure: code, failedBy: error });
  context.events.emit('error', { code });
  if (error) import('../explain/reportFailure.ts').then((m) => m.reportFailure(error)).catch(() => {});
}
