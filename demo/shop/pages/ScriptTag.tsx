import { defaultStore } from '../server/services.ts';
import type { Overrides } from './overrides.ts';

/**
 * The same tag that an owner pastes, without any wrapper or set-up. `overrides.ts` lists the attributes that a tester may
 * change by the query.
 */
export function ScriptTag({ store, overrides }: { readonly store: string; readonly overrides: Overrides }) {
  const { storage, region, collect, delay, ask, coupon, hasSender, fault, more } = overrides;
  // Another trigger replaces the delay.
  const isDelayed = !more['data-trigger-scroll'] && !more['data-trigger-exit'];
  return (
    <script
      async
      src="/hello-again.js"
      data-collector={`/v1/submissions${fault}`}
      data-store={store}
      data-brand="Harbor Coffee"
      data-terms="/terms"
      data-privacy="/privacy"
      data-region={region}
      data-storage={storage}
      data-measure="collector"
      data-trigger-delay={isDelayed ? String(delay) : undefined}
      data-lookup={lookupOf(store)}
      data-collect={collect}
      data-ask={ask}
      data-coupon={coupon}
      data-into={more['data-layout'] === 'inline' ? '#newsletter' : undefined}
      {...more}
      {...(hasSender ? sender : undefined)}
    />
  );
}

const sender = {
  'data-sender-name': 'Harbor Coffee Ltd',
  'data-sender-address': '1 Quay Street, Falmouth, TR11 3XX, United Kingdom',
  'data-sender-contact': 'hello@harbor-coffee.example',
};

/** A lookup sends identifiers but no store, so a store other than the default is named in the address. */
function lookupOf(store: string): string {
  return store === defaultStore ? '/v1/lookup' : `/v1/lookup?store=${store}`;
}
