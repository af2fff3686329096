import type { SignupContext } from '../signup/session.ts';
import { chooseVariant } from './chooseVariant.ts';

/**
 * A visitor who is held out sees no automatic popup. An event says that they would have, so that both groups can be
 * compared.
 */
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
