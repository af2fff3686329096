import type { TagSignup } from './api.ts';
import type { composeSignup, Registry } from './createSignup.ts';
import type { Maker } from './shared.ts';

/** The name of no signup: as long as it is there, no signup is the last. */
const held = ' ';

/**
 * Makes signups in an app, where the next one may take the place of one at any time: what the page knows of its visitor outlives
 * them, above all the link of the landing, which is no longer in the address.
 */
export function heldSignups(registry: Registry, compose: typeof composeSignup): Maker {
  let storage: unknown;
  return {
    compose(options) {
      const { signups, runtime } = registry;
      if (signups.size < 2) {
        const next: unknown = options?.storage;
        // What the owner says of storage belongs to the page: another word is another beginning.
        if (storage !== next) delete registry.runtime;
        storage = next;
        const url = runtime?.platform.page().url ?? '';
        // A link that was followed within the app, while there was no signup to see it.
        if (runtime && /[?&]ha(_\w+)?=/.test(url)) {
          runtime.dropLink();
          runtime.platform.address.captured = url;
        }
      }
      signups.set(held, {} as TagSignup);
      return compose(registry, options);
    },
    registry,
    release() {
      registry.runtime?.delivery?.stop();
      registry.runtime?.amend({ delivery: undefined });
    },
  };
}
