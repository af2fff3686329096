import type { ProfileView } from '../../server/services.ts';
import { isProfiles } from './fetchView.ts';

const keyOf = (store: string) => `demo_profiles_${store}`;

/** How the profiles were when this tab last looked, if it has; storage that is closed or full counts as never. */
export function readBaseline(store: string): readonly ProfileView[] | undefined {
  try {
    const known: unknown = JSON.parse(sessionStorage.getItem(keyOf(store)) ?? 'null');
    return isProfiles(known) ? known : undefined;
  } catch {
    return undefined;
  }
}

/** Notes how the profiles are, so that the profiles page can say what changed since. */
export function noteBaseline(store: string, profiles: readonly ProfileView[]): void {
  try {
    sessionStorage.setItem(keyOf(store), JSON.stringify(profiles));
  } catch {
    // Then nothing is marked at the next visit.
  }
}
