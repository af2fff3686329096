import type { Happened } from '../../../collector/rules/types.ts';
import type { ProfileView } from '../../server/services.ts';

/** A submission, as far as the page shows it. */
export interface SubmissionLine {
  readonly id: string;
  readonly receivedAt: string;
  readonly happened: Happened;
  readonly ask: { readonly kind: string; readonly reason: string };
}

/** The store's profiles; undefined when the server cannot be reached, or says something else. */
export async function fetchProfiles(store: string): Promise<readonly ProfileView[] | undefined> {
  const answer = await fetchJson(`/api/profiles?store=${store}`);
  return isProfiles(answer) ? answer : undefined;
}

/** The store's submissions, the newest last; undefined as above. */
export async function fetchSubmissions(store: string): Promise<readonly SubmissionLine[] | undefined> {
  const answer = await fetchJson(`/api/submissions?store=${store}`);
  return Array.isArray(answer) && answer.every(isSubmission) ? answer : undefined;
}

/** Whether this is what the page knows how to draw. */
export function isProfiles(value: unknown): value is readonly ProfileView[] {
  return Array.isArray(value) && value.every(isProfile);
}

function isProfile(value: unknown): value is ProfileView {
  const { id, phones, identifiers, history } = fieldsOf(value);
  return typeof id === 'string' && Array.isArray(phones) && Array.isArray(identifiers) && Array.isArray(history);
}

function isSubmission(value: unknown): value is SubmissionLine {
  const { id, receivedAt, happened, ask } = fieldsOf(value);
  return [id, receivedAt, happened, fieldsOf(ask).kind].every((text) => typeof text === 'string');
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

async function fetchJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

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
