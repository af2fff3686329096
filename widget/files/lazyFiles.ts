import type { Load } from '../signup/session.ts';

/** By the names that they have in the classic build, which uses `classicFiles.ts` instead. */
const files: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
  memory: () => import('../memory/remember.ts'),
  popup: () => import('../popup/popup.ts'),
  sending: () => import('../sending/sending.ts'),
  checkout: () => import('../checkout/checkout.ts'),
  explain: () => import('../explain/explain.ts'),
  setup: () => import('../setup/setup.ts'),
};

/** What is only fetched ahead is listed in a file of its own: names of files are a good part of what this entry weighs. */
const ahead = (name: string) => import('./aheadFiles.ts').then((m) => m.fetchAheadFile(name));

export const load = (async (name: string) => (files[name] ?? ahead)(name)) as Load;
