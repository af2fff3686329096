import type { Load } from '../signup/session.ts';

/** By the names that they have in the classic build, which uses `classicFiles.ts` instead. */
const files: Readonly<Record<string, () => Promise<unknown>>> = {
  memory: () => import('../memory/remember.ts'),
  popup: () => import('../popup/popup.ts'),
  sending: () => import('../sending/sending.ts'),
  checkout: () => import('../checkout/checkout.ts'),
  explain: () => import('../explain/explain.ts'),
  setup: () => import('../setup/setup.ts'),
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

/** A file that is not in the list is fetched by the part that wants it. A language is one file here, whatever the region. */
export const load = (async (name: string) => files[name.replace(/^(strings-\w+)-.*/, '$1')]?.()) as Load;
