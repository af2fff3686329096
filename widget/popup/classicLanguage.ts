import type { loadLanguage as load } from './loadLanguage.ts';

// Replaces `loadLanguage.ts` in the classic build, where files are known by their names.

export const loadLanguage: typeof load = (tag, region) =>
  $load(`strings-${region ? `${tag}-${region}` : tag}`) as ReturnType<typeof load>;
