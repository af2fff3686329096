import type { Loaders } from './context.ts';

/** Files that may be certain before the popup's code has come. In the classic build `classicFiles.ts` stands in. */
const files: Readonly<Record<string, () => Promise<unknown>>> = {
  popup: () => import('./popup.ts'),
  memory: () => import('./remember.ts'),
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

export const ahead: Loaders['ahead'] = (names, onFailure) => {
  for (const name of names) files[name]?.().catch(() => onFailure(name));
};
