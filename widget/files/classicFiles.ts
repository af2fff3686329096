import type { Load } from '../signup/session.ts';

// Replaces `lazyFiles.ts` in the classic build, where files are known by their names.

export const load: Load = $load;

// Names to the bundler what it has to make files of. `scripts/squeeze.ts` leaves it out.
$files(
  () => import('../memory/remember.ts'),
  () => import('../popup/popup.ts'),
  () => import('../sending/sending.ts'),
  () => import('../checkout/checkout.ts'),
  () => import('../explain/explain.ts'),
  () => import('../setup/setup.ts'),
  () => import('../explain/tagNotice.ts'),
);
