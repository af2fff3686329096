import type { Load } from './context.ts';

// Stands in for `lazyFiles.ts` in the classic build, where files are known by their names.

export const load: Load = $load;

// Names to the bundler what it has to make files of. `scripts/squeeze.ts` leaves it out.
$files(
  () => import('./remember.ts'),
  () => import('./popup.ts'),
  () => import('./sending.ts'),
  () => import('./checkout.ts'),
  () => import('./explain.ts'),
  () => import('./extras.ts'),
);
