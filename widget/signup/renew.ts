import type { SignupOptions } from '../config/options.ts';
import { isTypedIn } from '../platform/isTypedIn.ts';
import { isSame } from './isSame.ts';
import type { Maker, Shared } from './shared.ts';

/** Puts a signup with the newest options in place of one with others: at once, or when the visitor is done with its popup. */
export function renew(shared: Shared): void {
  const { signup, options, maker, holders, pausing } = shared;
  const wanted = [...holders].at(-1)?.options;
  if (!wanted || maker.isTags?.(signup) || isSameSafely(wanted, options)) return;
  if (isInUse(options, maker)) {
    const undo = signup.on('close', () => {
      undo();
      // Once everybody has heard of it.
      void Promise.resolve().then(() => renew(shared));
    });
    return;
  }
  // Said before the destruction, which closes a form in the page.
  shared.options = wanted;
  signup.destroy();
  shared.signup = maker.compose(wanted);
  if (pausing) shared.signup[pausing]();
  for (const { ties } of holders) for (const tie of ties) tie.undo = tie.make(shared.signup);
}

/** A part of the page is open as long as the page is; nobody is disturbed who does not type in it. */
function isInUse({ layout, id = 'default' }: SignupOptions, { registry }: Maker): boolean {
  return layout === 'inline' ? isTypedIn() : registry?.runtime?.openSignup === id;
}

function isSameSafely(wanted: SignupOptions, options: SignupOptions): boolean {
  try {
    return isSame(wanted, options);
  } catch {
    // What holds itself is no options.
    return true;
  }
}
