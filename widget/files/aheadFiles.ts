/**
 * What opening may need besides its own code, by the names in the classic build, and what apps and developers ask for. A language is
 * one file here, whatever the region.
 */
const files: Readonly<Record<string, () => Promise<unknown>>> = {
  sending: () => import('../sending/sending.ts'),
  checkout: () => import('../checkout/checkout.ts'),
  explain: () => import('../explain/explain.ts'),
  explainNothing: () => import('../explain/explainNothing.ts'),
  renew: () => import('../signup/renew.ts'),
  lookUp: () => import('../memory/lookUp.ts'),
  theme: () => import('../popup/theme.ts'),
  fields: () => import('../popup/extraFields.tsx'),
  'strings-en': () => import('../locales/en/index.ts'),
  'strings-es': () => import('../locales/es/index.ts'),
  'strings-fr': () => import('../locales/fr/index.ts'),
  'strings-de': () => import('../locales/de/index.ts'),
  'strings-it': () => import('../locales/it/index.ts'),
  'strings-nl': () => import('../locales/nl/index.ts'),
};

/** Fetches it; what is not in the list is fetched by the part that wants it. */
export const fetchAheadFile = async (name: string) => files[name.replace(/^(strings-\w+)-.*/, '$1')]?.();
