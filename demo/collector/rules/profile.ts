import { contactKey } from '../../../widget/relay/index.ts';
import type { EmailConsent, PhoneConsent } from './types.ts';

/** A number on a profile. */
export interface PhoneOnFile {
  /** E.164, by whoever read what was written; null where it is no number. */
  readonly number: string | null;
  readonly asWritten: string;
  readonly isCurrent: boolean;
  readonly isProven: boolean;
}

/** Which number a signed link has brought, so that one link cannot collect the numbers of a whole forum. */
export interface LinkUse {
  /** The link's fingerprint. */
  readonly link: string;
  readonly number: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A person, as far as the platform knows. Values are never changed in place. */
export interface Profile {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phones: readonly PhoneOnFile[];
  readonly issuers: readonly string[];
  readonly linkUses: readonly LinkUse[];
  readonly history: readonly string[];
  /** Ids of the profiles that were folded into this one; their ledger entries keep those ids. */
  readonly absorbed: readonly string[];
}

export type Channel = 'email' | 'sms';

/**
 * One line of a consent ledger, never changed and never removed.
 *
 * - `granted`, `refused`: a box was ticked, or shown and left unticked
 * - `pending`: ticked, and it waits for a proof: the number was proven by somebody else, or the person had said stop before
 * - `lost`: the platform dropped the consent by itself
 * - `withdrawn`: the person said stop
 */
export interface LedgerEntry {
  readonly id: string;
  /** The profile it was written for; after a joining, one that was folded in. */
  readonly profileId: string;
  readonly channel: Channel;
  /** The exact E.164 number or email address. */
  readonly to: string;
  readonly state: 'granted' | 'refused' | 'pending' | 'lost' | 'withdrawn';
  /** Milliseconds since 1970, by the collector's clock. */
  readonly at: number;
  /** The consent record that the visitor's browser named. */
  readonly consentId: string | null;
  readonly submissionId: string | null;
}

/** Whether a code, or a text that came from it, has proven that this number is the profile's. */
export function hasProven(profile: Profile, number: string): boolean {
  return profile.phones.some((phone) => phone.number === number && phone.isProven);
}

export function currentPhone(profile: Profile): PhoneOnFile | undefined {
  return profile.phones.find((phone) => phone.isCurrent);
}

/**
 * The last thing the ledger says about a channel and an exact number or address. Of what was said at one time a stop counts: two
 * processes have two clocks, and in doubt nobody is written to.
 */
function lastSaid(ledger: readonly LedgerEntry[], channel: Channel, to: string): LedgerEntry | undefined {
  const key = contactKey(to);
  let last: LedgerEntry | undefined;
  for (const entry of ledger) {
    // A box left unticked, or one that waits for a proof, changes nothing about what was granted before.
    if (entry.channel !== channel || entry.state === 'refused' || entry.state === 'pending') continue;
    if (contactKey(entry.to) !== key) continue;
    if (last && (last.at > entry.at || (last.at === entry.at && last.state === 'withdrawn'))) continue;
    last = entry;
  }
  return last;
}

/** The consent of one number, and the record it rests on. */
export function phoneConsent(
  ledger: readonly LedgerEntry[],
  number: string,
): { readonly state: PhoneConsent; readonly consentId: string | null } {
  const last = lastSaid(ledger, 'sms', number);
  const state = stateOf(last);
  return { state, consentId: state === 'never' ? null : (last?.consentId ?? null) };
}

export function emailConsent(ledger: readonly LedgerEntry[], email: string | null): EmailConsent {
  const state = email === null ? 'never' : stateOf(lastSaid(ledger, 'email', email));
  return state === 'lost' ? 'never' : state;
}

function stateOf(last: LedgerEntry | undefined): PhoneConsent {
  if (!last) return 'never';
  if (last.state === 'granted') return 'subscribed';
  return last.state === 'withdrawn' ? 'unsubscribed' : 'lost';
}

/**
 * What a lookup may say of texts to this person: `lost` when the current number has no granted consent while an earlier one
 * had. A stop for an earlier number is taken for the person's word, so nobody is asked again through a new number.
 */
export function textState(profile: Profile, ledger: readonly LedgerEntry[]): PhoneConsent {
  const current = currentPhone(profile)?.number ?? null;
  const own = current === null ? 'never' : phoneConsent(ledger, current).state;
  if (own !== 'never') return own;
  const numbers = new Set(ledger.filter((e) => e.channel === 'sms').map((e) => e.to));
  const states = [...numbers].map((number) => phoneConsent(ledger, number).state);
  if (states.includes('unsubscribed')) return 'unsubscribed';
  return states.includes('subscribed') || states.includes('lost') ? 'lost' : 'never';
}
