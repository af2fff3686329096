import type { Loaders } from './context.ts';

const arrived = () => {};

/** Files that may be certain before the popup's code has come. In the classic build `classicFiles.ts` stands in. */
const files: Readonly<Record<string, () => Promise<void>>> = {
  popup: () => import('./popup.ts').then(arrived),
  memory: () => import('./remember.ts').then(arrived),
  lookUp: () => import('./lookUp.ts').then(arrived),
  theme: () => import('./theme.ts').then(arrived),
  'strings-en': () => import('./locales/words/en.ts').then(arrived),
  'strings-es': () => import('./locales/words/es.ts').then(arrived),
  'strings-fr': () => import('./locales/words/fr.ts').then(arrived),
  'strings-de': () => import('./locales/words/de.ts').then(arrived),
  'strings-it': () => import('./locales/words/it.ts').then(arrived),
  'strings-nl': () => import('./locales/words/nl.ts').then(arrived),
  fields: () => import('./furtherFields.tsx').then(arrived),
};

export const ahead: Loaders['ahead'] = (names, onFailure) => {
  for (const name of names) {
    // Here a language is one file, whatever the region.
    const load = files[name.replace(/^(strings-\w+)-.*/, '$1')];
    load?.().catch(() => onFailure(name));
  }
};
