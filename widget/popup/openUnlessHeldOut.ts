import type { SignupContext } from '../signup/session.ts';
import { chooseVariant } from './chooseVariant.ts';

/** Who is held out sees no popup by itself; that they would have is told, so that both can be compared. */
export function openUnlessHeldOut(context: SignupContext, open: (isByVisitor: boolean) => void): void {
  const chosen = chooseVariant(context);
  if (!chosen?.overrides.isHoldout) {
    open(false);
    return;
  }
  if (context.isDestroyed || context.hasOpened) return;
  const { ask, reason } = context.decide();
  if (ask === 'nothing') return;
  context.amend({ hasOpened: true });
  context.events.emit('holdout', { ask, reason, variant: chosen.name });
}
