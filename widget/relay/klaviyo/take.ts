import type { Submission } from '../../core/submission/submission.gen.ts';
import type { RelayResult, RelayTask } from '../types.ts';
import type { KlaviyoApi } from './api.ts';
import { findProfile, type KlaviyoProfile, type ProfileField } from './findProfile.ts';
import { mergeProfiles } from './mergeProfiles.ts';
import type { OptInOf } from './optInOf.ts';
import { type Place, place } from './place.ts';
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
  const { id, waits } = await writeProfile(api, submission, { email, now }, where);
  const stateOf = (consent: Consent) => consentState(consent, where, waits, now);
  await recordSignup(api, submission, id, stateOf);
  if (where.fold) await mergeProfiles(api, where.fold.id, id);
  const optIn = {
    email: await rules.optInOf(api, rules.lists.email, now),
    sms: await rules.optInOf(api, rules.lists.sms, now),
  };
  const granted = submission.consents.filter((consent) => stateOf(consent) === 'granted');
  // The email first: a number may be refused.
  for (const { channel, to } of granted.toSorted((a, b) => a.channel.localeCompare(b.channel))) {
    const profileId = channel === 'sms' && where.fold ? undefined : id;
    const source = `hello-again ${submission.widget.signup}`;
    await subscribe(api, { channel, to, list: rules.lists[channel], profileId, source });
  }
  const isVerified = where.isByLink && email === undefined && !where.fold;
  const isWaiting = waits || granted.some(({ channel }) => optIn[channel] === 'double');
  return {
    kind: 'taken',
    profileId: id,
    receipt: {
      outcome: isWaiting ? 'pending' : isVerified ? 'linked' : 'accepted',
      subscribed: told(submission.consents, (consent) => {
        // Anybody may have typed the email, so nothing is answered that only its owner should know.
        const state = stateOf(consent);
        const isGranted = state === 'granted' || (state === 'withdrawn' && !isVerified);
        return isGranted && optIn[consent.channel] === 'single';
      }),
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
  return place({
    ...{ email, phone: contact.phone, named, byEmail, byPhone, now, isDisputed },
    isUnverified: claimsProfile && !named,
    replaces: replaces?.consentId,
    mayMerge: rules.mayMerge,
  });
}

/**
 * The profile that the genuine tokens and Klaviyo's own exchange ids name together; undefined when they identify two.
 */
async function findNamed(api: KlaviyoApi, rules: Rules, task: RelayTask): Promise<KlaviyoProfile | undefined> {
  const exchangeIds = task.submission.identity.identifiers.filter(
    ({ field, issuer }) => field === 'profile' && issuer === 'klaviyo',
  );
  const all: (readonly [field: ProfileField, value: string])[] = [
    ...task.named.map(({ by, id }) => [by === 'profile' ? 'id' : rules.subject, id] as const),
    ...exchangeIds.map(({ value }) => ['_kx', value] as const),
  ];
  const claims = [...new Map(all.map((claim) => [claim.join(' '), claim])).values()];
  if (claims.length > mostClaims) return undefined;
  const found = await Promise.all(claims.map(([field, value]) => findProfile(api, field, value)));
  const [first, ...others] = found.filter((profile) => profile !== undefined);
  return others.every(({ id }) => id === first?.id) ? first : undefined;
}

function consentState(consent: Consent, where: Place, waits: boolean, now: number): ConsentState {
  if (!consent.granted) return 'refused';
  if (consent.channel === 'sms' && waits) return 'pending';
  // Kept in a browser for a day, a consent may arrive after its withdrawal; subscribing would take the stop back.
  const stops = [where.into, where.fold].flatMap((profile) => profile?.stoppedAt[consent.channel] ?? []);
  const checkedAt = Date.parse(consent.checkedAt);
  // By a clock that is fast nobody can tell when it was ticked, and in doubt the stop counts.
  return stops.every((stoppedAt) => checkedAt > stoppedAt && checkedAt <= now) ? 'granted' : 'withdrawn';
}

function told(consents: readonly Consent[], isSubscribed: (consent: Consent) => boolean) {
  const on = (channel: Consent['channel']) => consents.some((c) => c.channel === channel && isSubscribed(c));
  return { email: on('email'), sms: on('sms') };
}
