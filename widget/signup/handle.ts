import type { SignupOptions } from '../config/options.ts';
import { load } from '../files/lazyFiles.ts';
import type { CheckoutWatch, Signup } from './api.ts';
import { quietly } from './controller.ts';
import type { Holder, Maker, Shared, Tie } from './shared.ts';

/** What a handle passes on; those up to `explain` when it is destroyed as well. */
export const passedOn = [
  'decide',
  'explain',
  'identify',
  'setConsent',
  'open',
  'close',
  'forget',
  'pause',
  'resume',
] as const;

/**
 * A handle of the signup with the options' id. Frameworks make a signup twice (StrictMode), make the next page's before they
 * destroy the last one's, and make it anew with other options (HMR): the newest options win, and each handle destroys itself.
 */
export function createHandle(all: Map<string, Shared>, given: SignupOptions, maker: Maker): Signup {
  const { id = 'default' } = Object(given) as SignupOptions;
  const shared: Shared = all.get(id) ?? { signup: maker.compose(given), options: given, maker, holders: new Set() };
  const { holders } = shared;
  const me: Holder = { options: given, ties: new Set() };
  let isOver = false;
  all.set(id, shared);
  holders.add(me);

  const renew = () => void quietly(load('renew'), (m) => m.renew(shared));
  if (holders.size > 1) renew();

  const tie = (make: Tie['make']) => {
    const own: Tie = { make, undo: isOver ? undefined : make(shared.signup) };
    me.ties.add(own);
    return () => {
      me.ties.delete(own);
      own.undo?.();
    };
  };
  const acts = Object.fromEntries(
    passedOn.map((name, i) => [
      name,
      (...args: unknown[]) => {
        if (isOver && i > 1) return undefined;
        // The last two: they are said again to the signup that takes its place.
        if (i > 6) shared.pausing = name as 'pause' | 'resume';
        return (shared.signup[name] as (...all: unknown[]) => unknown)(...args);
      },
    ]),
  ) as Pick<Signup, (typeof passedOn)[number]>;

  return {
    ...acts,
    ready: new Promise((settle) => void tie(({ ready }) => void ready.then(settle))),
    watchCheckout(fields) {
      let watch: CheckoutWatch | undefined;
      const stop = tie((signup) => {
        watch = signup.watchCheckout(fields);
        return watch;
      }) as CheckoutWatch;
      stop.commit = () => watch?.commit();
      return stop;
    },
    on: (name, listener) => tie((signup) => signup.on(name, listener)),
    update(change) {
      if (isOver) return;
      me.options = { ...me.options, ...change, id };
      holders.delete(me);
      holders.add(me);
      renew();
    },
    destroy() {
      if (isOver) return;
      isOver = true;
      holders.delete(me);
      if (holders.size) renew();
      else {
        all.delete(id);
        // The script tag's own signup is the tag's to destroy.
        if (!maker.isTags?.(shared.signup)) shared.signup.destroy();
        if (!all.size) maker.release?.();
      }
      for (const { undo } of me.ties) undo?.();
    },
  };
}
