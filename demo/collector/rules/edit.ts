import type { CheckoutAction, Circumstances, SubmissionAction } from './actions.ts';
import { emailKey, type LedgerEntry, type PhoneOnFile, type Profile } from './profile.ts';
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
  return profile.email !== null && emailKey(profile.email) === emailKey(email);
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

/**
 * Writes a submission's boxes into the ledger. A later step repeats the consents of the earlier one, so a consent that is
 * there already is not written twice; a consent older than a withdrawal counts no more.
 */
export function recordConsents(
  store: ProfileStore,
  profile: Profile,
  action: Circumstances & Pick<SubmissionAction, 'id' | 'consents'>,
  granted: { readonly sms: 'granted' | 'pending' },
): void {
  for (const consent of action.consents) {
    const state = consent.granted ? (consent.channel === 'sms' ? granted.sms : 'granted') : 'refused';
    const ledger = store.ledgerOf(profile);
    const isKnown = ledger.some((e) => e.consentId === consent.id && e.state === state && e.to === consent.to);
    const isOutdated = ledger.some((e) => e.state === 'withdrawn' && e.to === consent.to && e.at > consent.checkedAt);
    if (isKnown || (isOutdated && consent.granted)) continue;
    store.append({
      ...entryFor(profile, action, { channel: consent.channel, to: consent.to, state }),
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
