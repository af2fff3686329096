import { onceThere } from '../platform/onceThere.ts';
import type { SignupContext } from '../signup/session.ts';
import { readPopupOptions } from './readPopupOptions.ts';

/** The element that a form is to stand in is not on the page yet: `open` is called when it is. */
export function waitForSlot(context: SignupContext, open: () => void): void {
  context.undoWait?.();
  if (!context.undoWait) context.undos.push(() => context.undoWait?.());
  const undo = onceThere(readPopupOptions(context.settings).into, () => {
    if (!context.isDestroyed) open();
  });
  context.amend({ undoWait: undo });
}
