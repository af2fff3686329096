import type { TagSignup } from './api.ts';
import type { composeSignup, Registry } from './createSignup.ts';
import type { Maker } from './shared.ts';

/** The name of no signup: as long as it is there, no signup is the last. */
const held = '\n';

/**
 * Makes signups in an app, where the next one may take the place of one at any time: what the page knows of its visitor outlives
 * them, above all the link of the landing, which is no longer in the address.
 */
export function heldSignups(registry: Registry, compose: typeof composeSignup): Maker {
  let storage: unknown;
  return {
    compose(options) {
      const { signups, runtime } = registry;
      const isAlone = signups.size < 2;
      // What the owner says of storage belongs to the page: another word is another beginning.
      if (isAlone && storage !== options?.storage) delete registry.runtime;
      else if (isAlone && runtime) {
        const { url } = runtime.platform.page();
        // A link that was followed within the app, while there was no signup to see it.
        if (/[?&]ha(_\w+)?=/.test(url)) {
          runtime.dropLink();
          runtime.platform.address.captured = url;
        }
      }
      if (isAlone) storage = options?.storage;
      signups.set(held, {} as TagSignup);
      return compose(registry, options);
    },
    isOpen: (id) => registry.runtime?.openSignup === id,
    release() {
      registry.runtime?.delivery?.stop();
      registry.runtime?.amend({ delivery: undefined });
    },
  };
}
