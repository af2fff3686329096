import type { Happened } from '../../../collector/rules/types.ts';
import type { SubmissionView } from '../../server/registerApi.ts';
import type { ProfileView } from '../../server/services.ts';
import { keepInTab, keptInTab } from '../shared/tab.ts';

/** A submission, as far as the page shows it. */
export interface SubmissionLine extends Pick<SubmissionView, 'id' | 'receivedAt' | 'ask'> {
  readonly happened: Happened;
}

/** The store's profiles; undefined when the server cannot be reached. */
export function fetchProfiles(store: string): Promise<readonly ProfileView[] | undefined> {
  return fetchJson(`/api/profiles?store=${store}`);
}

/** The store's submissions, the newest last; undefined as above. */
export function fetchSubmissions(store: string): Promise<readonly SubmissionLine[] | undefined> {
  return fetchJson(`/api/submissions?store=${store}`);
}

/** The demo's own API answers what its types say. */
async function fetchJson<T>(path: string): Promise<T | undefined> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

const keyOf = (store: string) => `demo_profiles_${store}`;

/** How the profiles were when this tab last looked, if it has. */
export const readBaseline = (store: string) => keptInTab<readonly ProfileView[]>(keyOf(store));

/** Notes how the profiles are, so that the profiles page can say what changed since. */
export const noteBaseline = (store: string, profiles: readonly ProfileView[]) => keepInTab(keyOf(store), profiles);
