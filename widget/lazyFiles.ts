import type { Load } from './context.ts';

/** By the names that they have in the classic build, for which `classicFiles.ts` stands in. */
const files: Readonly<Record<string, () => Promise<unknown>>> = {
  memory: () => import('./remember.ts'),
  popup: () => import('./popup.ts'),
  sending: () => import('./sending.ts'),
  checkout: () => import('./checkout.ts'),
  explain: () => import('./explain.ts'),
  extras: () => import('./extras.ts'),
  lookUp: () => import('./lookUp.ts'),
  theme: () => import('./theme.ts'),
  fields: () => import('./furtherFields.tsx'),
  'strings-en': () => import('./locales/words/en.ts'),
  'strings-es': () => import('./locales/words/es.ts'),
  'strings-fr': () => import('./locales/words/fr.ts'),
  'strings-de': () => import('./locales/words/de.ts'),
  'strings-it': () => import('./locales/words/it.ts'),
  'strings-nl': () => import('./locales/words/nl.ts'),
};

/** A file that is not in the list is fetched by the part that wants it. A language is one file here, whatever the region. */
export const load = (async (name: string, onFailure?: () => void) =>
  files[name.replace(/^(strings-\w+)-.*/, '$1')]?.().catch(onFailure)) as Load;
