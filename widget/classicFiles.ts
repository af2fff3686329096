import type { Loaders } from './context.ts';

// Stands in for `lazyFiles.ts` in the classic build, where files are known by their names.

export const ahead: Loaders['ahead'] = (names, onFailure) => {
  for (const name of names) $load(name).catch(() => onFailure(name));
};
