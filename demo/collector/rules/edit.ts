import { contactKey } from '../../../widget/relay/index.ts';
import type { CheckoutAction, Circumstances, SubmissionAction } from './actions.ts';
import { type Channel, currentPhone, type LedgerEntry, type PhoneOnFile, type Profile } from './profile.ts';
import type { ProfileStore } from './store.ts';

/** A profile that knows nothing yet; not saved. */
export function newProfile(action: SubmissionAction | CheckoutAction, note: string): Profile {
  return {
    id: action.newId(),
    name: action.name ?? null,
    email: action.email ?? null,
    phones: [],
    issuers: [],
    linkUses: [],
    history: [note],
    absorbed: [],
  };
}

/** Whether this email is the profile's own. */
export function hasEmail(profile: Profile, email: string): boolean {
  return profile.email !== null && contactKey(profile.email) === contactKey(email);
}

export function withNote(profile: Profile, note: string): Profile {
  return { ...profile, history: [...profile.history, note] };
}

/** Makes a number the current one; the others become former ones. The same number in another writing is rewritten. */
export function withCurrentNumber(profile: Profile, number: string): Profile {
  const known = profile.phones.find((phone) => phone.number === number);
  const current: PhoneOnFile = { number, asWritten: number, isCurrent: true, isProven: known?.isProven ?? false };
  const others = profile.phones.filter((phone) => phone !== known).map((phone) => ({ ...phone, isCurrent: false }));
  return { ...profile, phones: [...others, current] };
}

/**
 * Adds a number that nobody has proven. It becomes the current one, unless that is proven: what was proven by a code moves only
 * by a code.
 */
export function withTypedNumber(profile: Profile, number: string): Profile {
  const current = currentPhone(profile);
  const known = profile.phones.find((phone) => phone.number === number);
  if (!current?.isProven || known?.isProven) return withCurrentNumber(profile, number);
  if (known) return profile;
  const added: PhoneOnFile = { number, asWritten: number, isCurrent: false, isProven: false };
  return { ...profile, phones: [...profile.phones, added] };
}

/** Notes who vouched for the profile, and which links brought which number. */
export function withTrace(profile: Profile, action: SubmissionAction, isNamedByLink: boolean): Profile {
  const { phone, now } = action;
  if (!isNamedByLink) return profile;
  const uses = phone === undefined ? [] : action.links.map((link) => ({ link, number: phone, at: now }));
  return {
    ...profile,
    issuers: [...new Set([...profile.issuers, ...action.issuers])],
    linkUses: [...profile.linkUses, ...uses],
  };
}

/** Folds one profile into another. Nothing is lost: both ledgers stay, and numbers of the folded one become former ones. */
export function join(store: ProfileStore, from: Profile, into: Profile, note: string): Profile {
  const have = new Set(into.phones.map((phone) => phone.number ?? phone.asWritten));
  const hasCurrent = into.phones.some((phone) => phone.isCurrent);
  const brought = from.phones
    .filter((phone) => !have.has(phone.number ?? phone.asWritten))
    .map((phone) => ({ ...phone, isCurrent: phone.isCurrent && !hasCurrent }));
  const proven = new Set(from.phones.filter((phone) => phone.isProven).map((phone) => phone.number));
  const joined: Profile = {
    ...into,
    name: into.name ?? from.name,
    email: into.email ?? from.email,
    phones: [...into.phones.map((p) => ({ ...p, isProven: p.isProven || proven.has(p.number) })), ...brought],
    issuers: [...new Set([...into.issuers, ...from.issuers])],
    linkUses: [...into.linkUses, ...from.linkUses],
    history: [...into.history, ...from.history, note],
    absorbed: [...into.absorbed, from.id, ...from.absorbed],
  };
  store.fold(from, joined);
  store.save(joined);
  return joined;
}

/** What becomes of a box that was ticked. */
export type Granted = { readonly [C in Channel]: 'granted' | 'pending' };

/**
 * Writes a submission's boxes into the ledger. A later step repeats the consents of the earlier one, so a consent that is
 * there already is not written twice; a consent that is not clearly younger than a withdrawal counts no more.
 */
export function recordConsents(
  store: ProfileStore,
  profile: Profile,
  action: Circumstances & Pick<SubmissionAction, 'id' | 'consents' | 'stopped'>,
  granted: Granted,
): void {
  for (const consent of action.consents) {
    const { channel, to } = consent;
    const state = consent.granted ? granted[channel] : 'refused';
    const ledger = store.ledgerOf(profile);
    const isKnown = ledger.some((e) => e.consentId === consent.id && e.state === state && e.to === to);
    const isOutdated = ledger.some((e) => e.state === 'withdrawn' && e.to === to && e.at >= consent.checkedAt);
    if (isKnown || (isOutdated && consent.granted)) continue;
    // By the clock of another process the stop may be later than now; what was proven after it must not be read before it.
    const stoppedAt = state === 'granted' ? (action.stopped[channel] ?? 0) : 0;
    store.append({
      ...entryFor(profile, action, { channel, to, state }),
      at: Math.max(action.now, stoppedAt + 1),
      consentId: consent.id,
      submissionId: action.id,
    });
  }
}

/** A ledger entry that no submission is behind. */
export function entryFor(
  profile: Profile,
  { newId, now }: Circumstances,
  what: Pick<LedgerEntry, 'channel' | 'to' | 'state'>,
): LedgerEntry {
  return { ...what, id: newId(), profileId: profile.id, at: now, consentId: null, submissionId: null };
}
