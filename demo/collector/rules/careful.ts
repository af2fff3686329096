import type { RuleSet, SubmissionAction, SubmissionResult } from './actions.ts';
import { carefulCheckout } from './carefulCheckout.ts';
import { hasEmail, newProfile, recordConsents, withNote, withTrace, withTypedNumber } from './edit.ts';
import { hasProven, type Profile } from './profile.ts';
import type { ProfileStore } from './store.ts';

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/**
 * The rules that this product would have a platform follow: an unproven claim never outranks another claim, never reveals one, and
 * never takes anything away; what was proven by a code moves only by a code. So a number that somebody has proven waits for its
 * code, and any other one is added to whoever gave it, and stays with everybody else who did. Profiles become one by a code alone.
 * A verified link may add to its profile; a typed email that is not that profile's decides alone; a contradiction is settled by
 * the typed email. Who had said stop is subscribed again once they have proven that it is them.
 */
export const careful: RuleSet = {
  submit(store, action) {
    const { email, phone } = action;
    const named = namedBy(store, action);
    if (email === undefined) {
      if (named) {
        const isRefused = phone !== undefined && hasBroughtAnother(store, named, action, phone);
        return isRefused ? { kind: 'ask-email' } : addToNamed(store, named, action);
      }
      if (phone === undefined || action.isUnverified || action.certainty === 'disputed') return { kind: 'ask-email' };
      // Whoever holds it already may be somebody else, and what is answered must not tell whether anybody does.
      return addTo(store, newProfile(action, 'Signed up with a number alone.'), action, 'created');
    }
    const owner = store.byEmail(email);
    if (named && (hasEmail(named, email) || (named.email === null && !owner))) return addToNamed(store, named, action);
    return owner
      ? addTo(store, withNote(owner, 'Signed up again with the email typed.'), action, 'linked')
      : addTo(store, newProfile(action, 'Signed up with the email typed.'), action, 'created');
  },
  checkout: carefulCheckout,
};

/** The profile of a verified identifier; when identifiers contradict each other, nobody's. */
function namedBy(store: ProfileStore, action: SubmissionAction): Profile | undefined {
  return action.profileId === undefined || action.certainty === 'disputed' ? undefined : store.byId(action.profileId);
}

/** A verified identifier says whose the submission is. A phone-only profile may get its email here. */
function addToNamed(store: ProfileStore, named: Profile, action: SubmissionAction): SubmissionResult {
  const noted = withNote(withTrace(named, action, true), 'Signed up through a signed link.');
  return addTo(store, { ...noted, email: noted.email ?? action.email ?? null }, action, 'linked');
}

/** Adds what a submission carries to the profile it belongs to. */
function addTo(
  store: ProfileStore,
  profile: Profile,
  action: SubmissionAction,
  happened: 'created' | 'linked',
): SubmissionResult {
  const { phone } = action;
  const waits = phone !== undefined && needsCode(store, profile, action, phone);
  const changed =
    phone === undefined
      ? profile
      : waits
        ? withNote(profile, 'A number waits for its code.')
        : withTypedNumber(profile, phone);
  store.save(changed);
  recordConsents(store, changed, action, {
    email: action.stopped.email === undefined || isConfirmed(profile, action) ? 'granted' : 'pending',
    sms: waits ? 'pending' : 'granted',
  });
  return { kind: 'done', happened: waits ? 'pending' : happened, profileId: changed.id };
}

/**
 * Whether a number has to be proven before anything is done with it: somebody has proven it, or the person had said stop. Who typed
 * the email beside which it was proven has proven nothing either, and would learn that the two belong together if no code were
 * asked for. The link of a mail is that person's.
 */
function needsCode(store: ProfileStore, profile: Profile, action: SubmissionAction, phone: string): boolean {
  if (action.stopped.sms !== undefined) return true;
  if (action.isMailed && hasProven(profile, phone)) return false;
  return action.provesAll || store.byNumber(phone).some((holder) => hasProven(holder, phone));
}

/** Whether the email's own mailbox says so: the submission came by the link of a mail to it. */
function isConfirmed(profile: Profile, { isMailed, email }: SubmissionAction): boolean {
  return isMailed && (email === undefined || hasEmail(profile, email));
}

/**
 * A link pasted in public would collect the number of every reader, and so would the receipts that it leads to. Who names the
 * consent of the former number is the person who gave it, for nobody else knows its id.
 */
function hasBroughtAnother(store: ProfileStore, named: Profile, action: SubmissionAction, phone: string): boolean {
  const isReplacing =
    action.replaces !== undefined && store.ledgerOf(named).some((entry) => entry.consentId === action.replaces);
  const since = action.now - thirtyDays;
  // Those that were noted by an earlier version are longer, and begin the same.
  const isSame = (use: string) => action.links.some((link) => use.startsWith(link));
  return !isReplacing && named.linkUses.some(({ link, number, at }) => isSame(link) && number !== phone && at > since);
}
