import type { SignupContext } from '../signup/session.ts';

/** Tells that the popup could not be shown, and keeps it for `explain()`. */
export function failed(context: SignupContext, code: NonNullable<SignupContext['failure']> = 'popup-failed'): void {
  context.amend({ failure: code });
  context.events.emit('error', { code });
}
