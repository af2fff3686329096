import type { Load } from '../signup/session.ts';

/** By the names that they have in the classic build, which uses `classicFiles.ts` instead. */
const files: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
  memory: () => import('../memory/remember.ts'),
  popup: () => import('../popup/popup.ts'),
  setup: () => import('../setup/setup.ts'),
};

/** What nobody waits for is listed in a file of its own: names of files are a good part of what this entry weighs. */
const ahead = (name: string) => import('./aheadFiles.ts').then((m) => m.fetchAheadFile(name));

export const load = (async (name: string) => (files[name] ?? ahead)(name)) as Load;
