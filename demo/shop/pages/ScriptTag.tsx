import { defaultStore } from '../server/services.ts';
import type { Overrides } from './overrides.ts';

/**
 * The same tag that an owner pastes, without any wrapper or set-up. `overrides.ts` lists the attributes that a tester may
 * change by the query.
 */
export function ScriptTag({ store, overrides }: { readonly store: string; readonly overrides: Overrides }) {
  return (
    <script
      async
      src="/hello-again.js"
      data-store={store}
      data-brand="Harbor Coffee"
      data-terms="/terms"
      data-privacy="/privacy"
      data-measure="collector"
      data-lookup={lookupOf(store)}
      {...overrides.attributes}
    />
  );
}

/** A lookup sends identifiers but no store, so a store other than the default is named in the address. */
function lookupOf(store: string): string {
  return store === defaultStore ? '/v1/lookup' : `/v1/lookup?store=${store}`;
}
