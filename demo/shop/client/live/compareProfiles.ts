import { type Change, partOf } from '../../pages/ProfileCards.tsx';
import type { ProfileView } from '../../server/services.ts';

/** What is different from one look to the next. */
export interface Difference {
  readonly changes: ReadonlyMap<string, Change>;
  readonly gone: readonly ProfileView[];
}

/** Compares two looks at the profiles, part by part. */
export function compareProfiles(before: readonly ProfileView[], now: readonly ProfileView[]): Difference {
  const known = new Map(before.map((profile) => [profile.id, profile]));
  const changes = new Map<string, Change>();
  for (const profile of now) {
    const former = known.get(profile.id);
    const parts = former ? changedParts(former, profile) : new Set<string>();
    if (!former || parts.size > 0) changes.set(profile.id, { isNew: !former, parts });
  }
  const ids = new Set(now.map(({ id }) => id));
  return { changes, gone: before.filter(({ id }) => !ids.has(id)) };
}

function changedParts(before: ProfileView, now: ProfileView): ReadonlySet<string> {
  const parts = new Set<string>();
  if (before.email !== now.email || before.emailConsent !== now.emailConsent) parts.add('email');
  const phones = new Map(before.phones.map((phone) => [partOf(phone), JSON.stringify(phone)]));
  for (const phone of now.phones) {
    if (phones.get(partOf(phone)) !== JSON.stringify(phone)) parts.add(partOf(phone));
  }
  // A number that is gone has no line of its own any more.
  if (before.phones.length > now.phones.length) parts.add('phones');
  if (before.identifiers.join() !== now.identifiers.join()) parts.add('identifiers');
  for (const sentence of now.history.slice(before.history.length)) parts.add(sentence);
  return parts;
}
