import { isOwners } from '../platform/isOwners.ts';
import { warn } from '../platform/warn.ts';

/** Says in the console what failed, where the owner looks on. */
export function reportFailure(error: unknown): void {
  if (isOwners(true)) warn(`hello-again: the popup could not be shown: ${String(Object(error).stack ?? error)}`);
}
