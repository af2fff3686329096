import { isOwners } from '../platform/isOwners.ts';
import { onceThere } from '../platform/onceThere.ts';
import { warnOnce } from '../platform/warnOnce.ts';
import type { SignupContext } from '../signup/session.ts';
import { readPopupOptions } from './readPopupOptions.ts';

/** The element that a form is to stand in is not on the page yet: `open` is called when it is. */
export function waitForSlot(context: SignupContext, open: () => void): void {
  const { into } = readPopupOptions(context.settings);
  const shown = typeof into === 'string' ? `"${into.slice(0, 80)}"` : 'an element';
  context.undoWait?.();
  if (!context.undoWait) context.undos.push(() => context.undoWait?.());
  // Somebody who looks on should not have to guess.
  if (isOwners(true))
    warnOnce(`hello-again: option \`into\` is ${shown}; expected an element on the page, which the form waits for`);
  const undo = onceThere(into, () => {
    if (!context.isDestroyed) open();
  });
  context.amend({ undoWait: undo });
}
