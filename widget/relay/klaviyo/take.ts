import type { Submission } from '../../core/submission/submission.gen.ts';
import { clockDoubt, tickedAt } from '../check/tickedAt.ts';
import type { RelayResult, RelayTask } from '../types.ts';
import type { KlaviyoApi } from './api.ts';
import { findProfile, type ProfileField } from './findProfile.ts';
import { mergeProfiles } from './mergeProfiles.ts';
import type { OptInOf } from './optInOf.ts';
import { type NamedProfile, type Place, place } from './place.ts';
import { type ConsentState, recordSignup } from './recordSignup.ts';
import { subscribe } from './subscribe.ts';
import { writeProfile } from './writeProfile.ts';

type Consent = Submission['consents'][number];

/** A mail's link, a receipt's identity and an exchange id, and one over. Each is looked up, and anybody can send twenty. */
const mostClaims = 4;

interface Rules {
  readonly lists: { readonly email: string; readonly sms: string };
  readonly subject: 'id' | 'external_id';
  readonly mayMerge: boolean;
  readonly optInOf: OptInOf;
}

/**
 * Writes one submission: the profile, then the consents, then the subscriptions, so that nobody is texted before the
 * consent is stored. Every step may be done twice.
 */
export async function take(api: KlaviyoApi, rules: Rules, task: RelayTask): Promise<RelayResult> {
  const { submission, email, now } = task;
  const where = await whereTo(api, rules, task);
  if (where === 'ask-email') return { kind: 'ask-email' };
  const { id, hasPhone } = await writeProfile(api, submission, { email, now }, where);
  const optIn = {
    email: await rules.optInOf(api, rules.lists.email, now),
    sms: await rules.optInOf(api, rules.lists.sms, now),
  };
  const stateOf = (consent: Consent) => consentState(consent, where, { optIn, submission, now });
  await recordSignup(api, submission, id, stateOf);
  if (where.fold) await mergeProfiles(api, where.fold.id, id);
  const granted = submission.consents.filter((consent) => stateOf(consent) === 'granted');
  // The email first: a number may be refused.
  for (const { channel, to } of granted.toSorted((a, b) => a.channel.localeCompare(b.channel))) {
    // A number that is on another profile, or is folded in, is found by itself.
    const profileId = channel === 'sms' && (where.fold || !hasPhone) ? undefined : id;
    const source = `hello-again ${submission.widget.signup}`;
    await subscribe(api, { channel, to, list: rules.lists[channel], profileId, source });
  }
  // Of what anybody may have typed, nothing is told that only its owner should know: what was given, and not what became of it.
  const isTold = (consent: Consent) => (where.isMailed ? stateOf(consent) === 'granted' : consent.granted);
  const told = submission.consents.filter(isTold);
  const isStopped = where.isMailed && submission.consents.some((consent) => stateOf(consent) === 'pending');
  const isWaiting = isStopped || told.some(({ channel }) => optIn[channel] === 'double');
  const isLinked = where.isByLink && email === undefined && !where.fold;
  const isSubscribed = (on: Consent['channel']) => optIn[on] === 'single' && told.some(({ channel }) => channel === on);
  return {
    kind: 'taken',
    ...(where.isAlone ? {} : { profileId: id }),
    receipt: {
      outcome: isWaiting ? 'pending' : isLinked ? 'linked' : 'accepted',
      subscribed: { email: isSubscribed('email'), sms: isSubscribed('sms') },
      optIn,
    },
  };
}

async function whereTo(api: KlaviyoApi, rules: Rules, task: RelayTask): Promise<Place | 'ask-email'> {
  const { submission, email, now } = task;
  const { contact, identity, replaces } = submission;
  const isDisputed = identity.certainty === 'disputed';
  const find = (field: ProfileField, value: string | undefined) =>
    value === undefined ? undefined : findProfile(api, field, value);
  const [named, byEmail, byPhone] = await Promise.all([
    isDisputed ? undefined : findNamed(api, rules, task),
    find('email', email),
    find('phone_number', contact.phone),
  ]);
  const claimsProfile = identity.identifiers.some(({ field }) => field === 'profile');
  // A receipt is answered the same whether or not its profile is still there.
  const hasReceipt = task.named.some(({ by }) => by === 'profile');
  return place({
    ...{ email, phone: contact.phone, named, byEmail, byPhone, now, isDisputed },
    isUnverified: claimsProfile && !named && !hasReceipt,
    replaces: replaces?.consentId,
    mayMerge: rules.mayMerge,
  });
}

/** A value to find a profile by. */
interface Claim {
  readonly field: ProfileField;
  readonly value: string;
  readonly isMailed: boolean;
}

/** The profile that the genuine tokens and Klaviyo's own exchange ids name together; nobody's when they name two. */
async function findNamed(api: KlaviyoApi, rules: Rules, task: RelayTask): Promise<NamedProfile | undefined> {
  const exchangeIds = task.submission.identity.identifiers.filter(
    ({ field, issuer }) => field === 'profile' && issuer === 'klaviyo',
  );
  const all: Claim[] = [
    ...task.named.map(({ by, id }): Claim => {
      return { field: by === 'profile' ? 'id' : rules.subject, value: id, isMailed: by === 'subject' };
    }),
    ...exchangeIds.map(({ value }): Claim => ({ field: '_kx', value, isMailed: true })),
  ];
  const claims = [...new Map(all.map((claim) => [Object.values(claim).join(' '), claim])).values()];
  if (claims.length > mostClaims) return undefined;
  const looked = await Promise.all(
    claims.map(async ({ field, value, isMailed }) => ({ profile: await findProfile(api, field, value), isMailed })),
  );
  const found = looked.filter((one): one is NamedProfile => one.profile !== undefined);
  const [first] = found;
  if (!first || found.some(({ profile }) => profile.id !== first.profile.id)) return undefined;
  return { profile: first.profile, isMailed: found.some(({ isMailed }) => isMailed) };
}

/**
 * What becomes of a consent. Kept in a browser for a day, it may arrive after its withdrawal, and subscribing would take the stop
 * back. One that is younger waits as well, for anybody may have typed that number or address: until the platform's own confirmation,
 * or, of an email, the link of a mail to it.
 */
function consentState(
  consent: Consent,
  { into, fold, holder, isMailed }: Place,
  {
    optIn,
    submission,
    now,
  }: {
    readonly optIn: { readonly [C in Consent['channel']]: 'single' | 'double' };
    readonly submission: Pick<Submission, 'sentAt'>;
    readonly now: number;
  },
): ConsentState {
  const { channel, granted, checkedAt } = consent;
  if (!granted) return 'refused';
  const stops = [into, fold, ...(channel === 'sms' ? [holder] : [])].flatMap((one) => one?.stoppedAt[channel] ?? []);
  if (stops.length === 0) return 'granted';
  // By a clock that is fast, and does not say by how much, nobody can tell when it was ticked. In doubt the stop counts.
  if (submission.sentAt === undefined && Date.parse(checkedAt) > now) return 'withdrawn';
  const tickedAtMost = tickedAt(consent, submission, now);
  if (!stops.every((stoppedAt) => tickedAtMost > stoppedAt + clockDoubt)) return 'withdrawn';
  return optIn[channel] === 'double' || (channel === 'email' && isMailed) ? 'granted' : 'pending';
}
