import type { Adapter, Manifest } from './adapter.ts';

interface Shipped {
  /** Attributes that it cannot deliver without. `config/adapterTable.ts` says what each must be. */
  readonly needs: readonly string[];
  /**
   * What it can do, which the ask depends on. Fetched separately from the code, which is fetched once something is
   * sent.
   */
  readonly manifest: () => Promise<{ readonly manifest: Manifest }>;
  readonly code: () => Promise<{ fromAttributes(given: Readonly<Record<string, unknown>>): Adapter }>;
}

const table: Readonly<Record<string, Shipped>> = {
  klaviyo: {
    needs: ['klaviyoCompany'],
    manifest: () => import('./klaviyo/manifest.ts'),
    code: () => import('./klaviyo/fromAttributes.ts'),
  },
  hubspot: {
    needs: ['hubspotPortal', 'hubspotForm'],
    manifest: () => import('./hubspot/manifest.ts'),
    code: () => import('./hubspot/fromAttributes.ts'),
  },
  segment: {
    needs: [],
    manifest: () => import('./segment/manifest.ts'),
    code: () => import('./segment/fromAttributes.ts'),
  },
  webhook: {
    needs: ['webhookUrl'],
    manifest: () => import('./webhook/manifest.ts'),
    code: () => import('./webhook/fromAttributes.ts'),
  },
  dataLayer: {
    needs: [],
    manifest: () => import('./dataLayer/manifest.ts'),
    code: () => import('./dataLayer/fromAttributes.ts'),
  },
};

/** Names of the adapters that come with the package. */
export const shippedNames: readonly string[] = Object.keys(table);

/** The adapter that a script tag names; undefined for an unknown name. */
export function shippedAdapter(name = ''): Shipped | undefined {
  // As it is written, in capitals or with a word processor's quotes around it.
  const meant = shippedNames.find((own) => own.toLowerCase() === name.replace(/\W/g, '').toLowerCase());
  return meant === undefined ? undefined : table[meant];
}
