import type { SignupContext } from './context.ts';
import { isOwners } from './platform/isOwners.ts';

/** What only some pages need: the owner's notice, the readers of consent platforms, the identifiers of providers. */
export async function start(context: SignupContext): Promise<void> {
  const isForOwner = context.qa === 'check' || isOwners();
  if (isForOwner || context.settings.isMisconfigured) {
    void import('./notice.ts').then((m) => m.notice(context, isForOwner)).catch(() => {});
  }
}
