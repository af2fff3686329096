// What opens it by itself besides a delay, on which visits, and after which other dialogs: needed where the owner's `trigger`
// says more than a delay, or where something else asks the visitor already.

import type { Undo } from '../core/ports.ts';
import { type Condition, weighConditions } from '../core/trigger/conditions.ts';
import { type Moments, readMoments } from '../core/trigger/moments.ts';
import { readConditions } from '../core/trigger/readConditions.ts';
import { isTouch } from '../platform/isTouch.ts';
import { onExit } from '../platform/onExit.ts';
import { onPress } from '../platform/onPress.ts';
import { onScrolled } from '../platform/onScrolled.ts';
import type { SignupContext } from '../signup/session.ts';
import { noteOpened, noteVisit } from './visit.ts';
import { waitForOthers } from './waitForOthers.ts';

export { noteOpened, noteVisit, onPress, waitForOthers };

/** What the trigger waits for. */
export function momentsOf({ settings, options }: SignupContext): Moments {
  const given = Object(Object(options).trigger) as { readonly delay?: unknown };
  return readMoments(settings.trigger, given.delay !== undefined);
}

/** The conditions of the trigger, evaluated. `plan.ts` determines `isSearchLanding`. */
export function conditionsOf({ settings, visit }: SignupContext, isSearchLanding: () => boolean): Condition[] {
  return weighConditions(readConditions(settings.trigger), { visit, isTouch, isSearchLanding });
}

/** Whether everything holds that the owner named besides the moment. */
export async function conditionsHold(context: SignupContext, isSearchLanding: () => boolean): Promise<boolean> {
  if (readConditions(context.settings.trigger).isAny) await noteVisit(context);
  return conditionsOf(context, isSearchLanding).every(({ holds }) => holds);
}

/** Calls back at the first of the moments that a visitor brings about; at once where that is already. */
export function onMoment({ exit, scroll }: Moments, callback: () => void): Undo {
  const undos: Undo[] = [];
  if (exit) undos.push(onExit(isTouch(), callback));
  // Last: it may be that far already.
  if (scroll !== undefined) undos.push(onScrolled(scroll, callback));
  return () => {
    for (const undo of undos) undo();
  };
}
