import type { SignupOptions } from '../config/options.ts';
import { isTypedIn } from '../platform/isTypedIn.ts';
import type { Maker, Shared } from './shared.ts';

/** Puts a signup with the newest options in place of one with others: at once, or when the visitor is done with its popup. */
export function renew(shared: Shared): void {
  const { signup, options, maker, holders, pausing } = shared;
  const wanted = holders.at(-1)?.options;
  if (!wanted || maker.isTags?.(signup) || textOf(wanted) === textOf(options)) return;
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
function isInUse({ layout, id = 'default' }: SignupOptions, maker: Maker): boolean | undefined {
  return layout === 'inline' ? isTypedIn() : maker.isOpen?.(id);
}

const seen: unknown[] = [];

/** Options as a text that tells them from others: what is no plain data counts as itself. */
function textOf(options: SignupOptions): string | undefined {
  try {
    return JSON.stringify(options, (_name, value) => {
      const isPlain = !value || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
      if (typeof value !== 'function' && (typeof value !== 'object' || isPlain)) return value;
      if (!seen.includes(value)) seen.push(value);
      return `#${seen.indexOf(value)}`;
    });
  } catch {
    // What holds itself is no options.
    return undefined;
  }
}
