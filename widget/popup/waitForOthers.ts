import { onceNoDialog } from '../platform/onceNoDialog.ts';
import { onLeave } from '../platform/onLeave.ts';
import { isDialogInSight } from '../platform/otherDialog.ts';
import type { SignupContext } from '../signup/session.ts';

/** After a longer wait the visitor has not answered the other dialog, and the next page decides again. Milliseconds. */
const maxWait = 5 * 60_000;

/** Something else asks the visitor: `open` is called some time after it has gone. */
export function waitForOthers(context: SignupContext, open: () => void): void {
  context.undoWait?.();
  if (context.isDestroyed) return;
  // One for all waits of the signup: there is one at a time.
  if (!context.undoWait) context.undos.push(() => context.undoWait?.());
  const { after } = context.runtime.platform.schedule;
  let undoOpening = () => {};
  // Nobody wants the next popup in the very moment when one is closed.
  const openLater = () => {
    undoTimeout();
    undoOpening = after(
      context.qa === 'force' ? 0 : context.settings.trigger.delay,
      () => !context.hasOpened && open(),
    );
  };
  const stop = () => {
    undoWatch();
    undoTimeout();
    undoOpening();
    undoLeave();
  };
  const undoLeave = onLeave(stop);
  const undoTimeout = after(maxWait, stop);
  const undoWatch = onceNoDialog(after, openLater);
  context.amend({ undoWait: stop });
  // It may have gone before this code had come.
  if (isDialogInSight()) return;
  undoWatch();
  openLater();
}
