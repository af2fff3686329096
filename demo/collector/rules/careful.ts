import type { RuleSet, SubmissionAction, SubmissionResult } from './actions.ts';
import { carefulCheckout } from './carefulCheckout.ts';
import { hasEmail, join, newProfile, recordConsents, withCurrentNumber, withNote, withTrace } from './edit.ts';
import type { Profile } from './profile.ts';
import type { ProfileStore } from './store.ts';

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/**
 * The rules that this product would have a platform follow. What one submission carries together belongs together, unless
 * the number is another email's: then it waits for a code, and nothing is moved or taken away. A verified link may add to
 * its profile; a typed email that is not that profile's decides alone; a contradiction is settled by the typed email. Consent
 * belongs to a number, so a former number keeps its record and a new one starts without.
 */
export const careful: RuleSet = {
  submit(store, action) {
    const { email } = action;
    const named = namedBy(store, action);
    if (email === undefined) {
      if (named) return addToNamed(store, named, action);
      return action.phone === undefined || action.isUnverified || action.certainty === 'disputed'
        ? { kind: 'ask-email' }
        : takeNumberAlone(store, action, action.phone);
    }
    if (named && hasEmail(named, email)) return addToNamed(store, named, action);
    if (named && named.email === null) {
      const owner = store.byEmail(email);
      if (!owner) return addToNamed(store, named, action);
      if (owner.phones.length === 0) {
        const joined = join(
          store,
          named,
          owner,
          'The profile of a text message and the one of the typed email became one.',
        );
        return withHappened(addToNamed(store, joined, action), 'joined');
      }
    }
    return takeTyped(store, action, email);
  },
  checkout: carefulCheckout,
};

/** The profile of a verified identifier; when identifiers contradict each other, nobody's. */
function namedBy(store: ProfileStore, action: SubmissionAction): Profile | undefined {
  return action.profileId === undefined || action.certainty === 'disputed' ? undefined : store.byId(action.profileId);
}

/** A verified identifier says whose the submission is. A phone-only profile may get its email here. */
function addToNamed(store: ProfileStore, named: Profile, action: SubmissionAction): SubmissionResult {
  const { phone } = action;
  if (phone !== undefined && hasBroughtAnother(store, named, action, phone)) return { kind: 'ask-email' };
  const noted = withNote(withTrace(named, action, true), 'Signed up through a signed link.');
  return addTo(store, { ...noted, email: noted.email ?? action.email ?? null }, action, 'linked');
}

/** The typed email says whose the submission is. */
function takeTyped(store: ProfileStore, action: SubmissionAction, email: string): SubmissionResult {
  const owner = store.byEmail(email);
  if (owner) return addTo(store, withNote(owner, 'Signed up again with the email typed.'), action, 'linked');
  const holders = action.phone === undefined ? [] : store.byNumber(action.phone);
  const [phoneOnly] = holders;
  if (phoneOnly && holders.every((holder) => holder.email === null)) {
    const noted = withNote(phoneOnly, 'The email came with a sign-up that carried both.');
    return addTo(store, { ...noted, email }, action, 'linked');
  }
  return addTo(store, newProfile(action, 'Signed up with the email typed.'), action, 'created');
}

/** A number with consent and no name to it, where the owner allows that. */
function takeNumberAlone(store: ProfileStore, action: SubmissionAction, phone: string): SubmissionResult {
  const [holder] = store.byNumber(phone);
  if (!holder) return addTo(store, newProfile(action, 'Signed up with a number alone.'), action, 'created');
  const noted = withNote(holder, 'The number on file signed up by itself.');
  store.save(noted);
  recordConsents(store, noted, action, { sms: 'granted' });
  return { kind: 'done', happened: 'linked', profileId: noted.id };
}

/** Adds what a submission carries to the profile it belongs to. */
function addTo(
  store: ProfileStore,
  profile: Profile,
  action: SubmissionAction,
  happened: 'created' | 'linked',
): SubmissionResult {
  const { phone } = action;
  const others = phone === undefined ? [] : store.byNumber(phone).filter((holder) => holder.id !== profile.id);
  if (others.some((holder) => holder.email !== null)) {
    const waiting = withNote(profile, 'A number of somebody else waits for its code.');
    store.save(waiting);
    recordConsents(store, waiting, action, { sms: 'pending' });
    return { kind: 'done', happened: 'pending', profileId: waiting.id };
  }
  const joined = others.reduce(
    (into, from) => join(store, from, into, 'A profile that had only this number was folded in.'),
    profile,
  );
  const changed = phone === undefined ? joined : withCurrentNumber(joined, phone);
  store.save(changed);
  recordConsents(store, changed, action, { sms: 'granted' });
  return { kind: 'done', happened: others.length > 0 ? 'joined' : happened, profileId: changed.id };
}

/**
 * A link pasted in public would collect the number of every reader. Who names the consent of the former number is the
 * person who gave it, for nobody else knows its id.
 */
function hasBroughtAnother(store: ProfileStore, named: Profile, action: SubmissionAction, phone: string): boolean {
  const isReplacing =
    action.replaces !== undefined && store.ledgerOf(named).some((entry) => entry.consentId === action.replaces);
  const since = action.now - thirtyDays;
  return (
    !isReplacing &&
    named.linkUses.some((use) => action.links.includes(use.link) && use.number !== phone && use.at > since)
  );
}

function withHappened(result: SubmissionResult, happened: 'joined'): SubmissionResult {
  return result.kind === 'done' && result.happened === 'linked' ? { ...result, happened } : result;
}
