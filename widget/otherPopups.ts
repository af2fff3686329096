import type { SignupContext } from './context.ts';
import { remembersAnswered } from './core/memory/answered.ts';
import { onceNoDialog, watchDialogs } from './platform/onceNoDialog.ts';
import { isDialogInSight } from './platform/otherDialog.ts';
import { otherForms } from './providers/otherForms.ts';
import { remember } from './remember.ts';

export { isDialogInSight, watchDialogs };

/** Who waits any longer has not answered the other one: the next page decides anew. Milliseconds. */
const waitsFor = 5 * 60_000;

/** Undoes the wait of each signup that hears of other forms. */
const waits = new WeakMap<SignupContext, () => void>();

/** From now on, a visitor who sends another form of the page has answered ours as well. */
export function hearAnswers(context: SignupContext): void {
  if (context.isDestroyed || waits.has(context)) return;
  waits.set(context, () => {});
  context.undos.push(() => waits.get(context)?.());
  for (const { event: name, isSent } of otherForms) {
    const heard = (event: Event) => {
      try {
        if (isSent(event as CustomEvent, location.origin)) answered(context);
      } catch {
        // Somebody else's event of the same name.
      }
    };
    addEventListener(name, heard);
    context.undos.push(() => removeEventListener(name, heard));
  }
}

function answered(context: SignupContext): void {
  const { runtime } = context;
  const at = Math.floor(runtime.platform.now() / 1000);
  remember(runtime, (memory) => remembersAnswered(memory, at));
  // Last, so that one which was about to open is closed as well.
  void Promise.resolve().then(() => {
    if (context.popup?.isUntouched()) context.popup.close('answered');
  });
}

/** Whether something else asks the visitor already. Where it does, `open` is called some time after it has gone. */
export function waitsForOthers(context: SignupContext, open: () => void): boolean {
  waits.get(context)?.();
  if (!isDialogInSight()) return false;
  const { after } = context.runtime.platform.schedule;
  // Nobody wants the next popup in the very moment when one is closed.
  const openLater = () =>
    after(context.qa === 'force' ? 0 : context.settings.trigger.delay, () => !context.hasOpened && open());
  let undoOpening = () => {};
  const undoWatch = onceNoDialog(after, () => {
    undoPatience();
    undoOpening = openLater();
  });
  const stop = () => {
    undoWatch();
    undoPatience();
    undoOpening();
    removeEventListener('pagehide', stop);
  };
  const undoPatience = after(waitsFor, stop);
  addEventListener('pagehide', stop);
  waits.set(context, stop);
  return true;
}
