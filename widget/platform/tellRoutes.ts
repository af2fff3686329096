import type { Undo } from '../core/ports.ts';

type Write = 'pushState' | 'replaceState';

/**
 * Tells the window of changes of the address in browsers without the Navigation API, by the event of that API: there
 * nothing but a call of `history` itself says that a router has moved on. Does nothing where the API is there.
 * https://developer.mozilla.org/docs/Web/API/Navigation/currententrychange_event
 */
export function tellRoutes(): Undo {
  if ((window as { readonly navigation?: { readonly currentEntry?: unknown } }).navigation?.currentEntry)
    return () => {};
  let isOn = true;
  const tell = () => {
    if (isOn) window.dispatchEvent(new Event('currententrychange'));
  };
  const undos = (['pushState', 'replaceState'] as const).map((name) => wrap(name, tell));
  window.addEventListener('popstate', tell);
  return () => {
    isOn = false;
    window.removeEventListener('popstate', tell);
    for (const undo of undos) undo();
  };
}

/** Another script may have wrapped ours before it is undone: then it stays, and reports nothing. */
function wrap(name: Write, tell: () => void): Undo {
  const original = history[name];
  const wrapped: History[Write] = function (this: History, ...args) {
    original.apply(this, args);
    tell();
  };
  try {
    history[name] = wrapped;
  } catch {
    // A frozen history: going back and forth is reported nevertheless.
  }
  return () => {
    if (history[name] === wrapped) history[name] = original;
  };
}
