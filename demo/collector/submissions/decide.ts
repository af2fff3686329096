import { randomUUID } from 'node:crypto';
import type { Submission } from '../../../widget/index.ts';
import { botSign, emailOf, tickedAt } from '../../../widget/relay/index.ts';
import type { OutgoingText } from '../codes/sendByWebhook.ts';
import type { Dependencies } from '../dependencies.ts';
import { askForEmail } from '../http/problem.ts';
import type { VerifiedLink } from '../links.ts';
import type { Circumstances, SubmissionAction } from '../rules/actions.ts';
import { type ShownOf, shownInSubmission } from '../store/ledger/evidence.ts';
import { leaveOutWithdrawn } from '../store/ledger/withoutWithdrawn.ts';
import type { Keys } from '../store/loadProfiles.ts';
import type { RecordingStore } from '../store/recordingStore.ts';
import type { OnFile } from '../store/signUpCalls.ts';
import type { StoredReceipt, Tables } from '../store/tables.ts';
import { couponFor, givenIn, isOnFile, subscribedOf } from './receipt.ts';

/** A submission that came in, and what is known of it before anything on file is looked at. */
export interface Arrival {
  readonly submission: Submission;
  readonly circumstances: Circumstances;
  /** What it names by links that are genuine. */
  readonly links: readonly VerifiedLink[];
  readonly email: string | undefined;
  /** Who is known by a link alone is named by that link; a contradiction is settled by the email. */
  readonly isByLink: boolean;
  /** It looks like a program's. */
  readonly isHeld: boolean;
  /** Somebody has looked at it: what was held is taken now. */
  readonly isReleased: boolean;
  /** What it is looked up by. */
  readonly keys: Keys;
  /** Whether it matters if somebody was thanked with a coupon before. */
  readonly asksCoupon: boolean;
}

export async function arrivalOf(deps: Dependencies, submission: Submission, isReleased: boolean): Promise<Arrival> {
  const { store, contact, identity } = submission;
  const circumstances = deps.circumstances();
  const links = await deps.links.verify(identity.identifiers, store, circumstances.now);
  const email = emailOf(submission);
  const isByLink = email === undefined && identity.certainty !== 'disputed';
  return {
    ...{ submission, circumstances, links, email, isByLink, isReleased },
    isHeld: !isReleased && !submission.test && botSign(submission, deps.policy.minimumFill) !== undefined,
    keys: { ids: links.map(({ profileId }) => profileId), email, number: contact.phone },
    asksCoupon: deps.policy.coupon !== undefined && isByLink && links.some(({ mayRead }) => mayRead),
  };
}

/** What a submission is answered, and the code that goes to its number. */
export interface Taken {
  readonly receipt: StoredReceipt;
  readonly text?: OutgoingText;
}

/** What becomes of a submission. */
export interface Decision {
  readonly happened: Tables['submissions']['happened'];
  readonly profileId: string | null;
  /** What the rules did; of what is held nothing. */
  readonly changes: RecordingStore | undefined;
  readonly shownOf: ShownOf;
  readonly outcome: 'linked' | 'accepted';
  readonly identity: string;
  /** Its number waits, and somebody may enter a code. */
  readonly isAwaited: boolean;
  /** What is answered. */
  readonly receipt: (isTexted: boolean) => StoredReceipt;
}

/**
 * Decides what becomes of a submission; nothing is written. One that is held is decided as any other, but its `identity` names
 * nobody.
 *
 * @param receivedAt when it came in, which may be long before
 * @throws {Problem} 409 where nobody can tell whose it is
 */
export function decide(
  deps: Dependencies,
  arrival: Arrival,
  { profiles, entries, rules, thanked }: OnFile,
  receivedAt = arrival.circumstances.now,
): Decision {
  const { submission, circumstances, links, email, isByLink, isHeld, isReleased } = arrival;
  const { store } = submission;
  // What a profile has become part of was proven by a code, and a receipt is no proof of it.
  const named = links.find(({ profileId, isMailed }) => {
    const profile = profiles.byId(profileId);
    return profile && (isMailed || profile.id === profileId);
  });
  const withdrawals = leaveOutWithdrawn(submission, entries, deps.recipientHash, receivedAt);
  const action = actionFrom({ ...submission, consents: withdrawals.consents }, links, {
    ...{ ...circumstances, receivedAt, email, named },
    stopped: withdrawals.stopped,
    provesAll: deps.policy.prove === 'always' && deps.sendText !== undefined,
  });
  if (action.email === undefined && action.isUnverified) throw askForEmail();
  // Nobody else is told what is on file: whoever types an email, or has a receipt for one, could probe for customers.
  const mayRead = isByLink && named?.mayRead === true;
  const onFile = mayRead && isOnFile(profiles, named.profileId, action);
  const result = rules.submit(profiles, action);
  if (result.kind === 'ask-email') throw askForEmail();
  const outcome = isByLink && links.length > 0 ? 'linked' : 'accepted';
  // Where no code can be sent, what waits is answered as what does not: the difference would tell what is on file.
  const isPending = result.happened === 'pending' && (mayRead || deps.sendText !== undefined);
  const namedBy = isHeld ? randomUUID() : result.profileId;
  const identity = deps.links.mintIdentity(namedBy, store, circumstances.now, named?.origin);
  const known = mayRead ? { profile: profiles.byId(result.profileId), onFile } : {};
  const answer: Omit<StoredReceipt, 'next'> = {
    outcome: isPending ? 'pending' : outcome,
    identity,
    subscribed: mayRead ? subscribedOf(profiles, action, result) : givenIn(submission, isPending),
    optIn: { email: 'single', sms: 'single' },
    ...couponFor(deps, thanked, known),
  };
  return {
    happened: isHeld ? 'held' : result.happened,
    profileId: isHeld ? (isByLink && links[0]?.profileId) || null : result.profileId,
    changes: isHeld ? undefined : profiles,
    shownOf: shownInSubmission(submission, deps.policy.wordings),
    outcome,
    identity,
    // Of what is released nobody waits for a code any more.
    isAwaited: isPending && !isReleased && !submission.widget.unattended,
    receipt: (isTexted) => ({
      ...answer,
      ...(isTexted ? { next: 'verify' } : {}),
      ...(onFile ? { onFile } : {}),
    }),
  };
}

/** What the rules decide by. */
function actionFrom(
  { id, contact, identity, consents, replaces, sentAt }: Submission,
  links: readonly VerifiedLink[],
  known: Pick<SubmissionAction, 'now' | 'newId' | 'stopped' | 'provesAll'> & {
    readonly email: string | undefined;
    readonly named: VerifiedLink | undefined;
    readonly receivedAt: number;
  },
): SubmissionAction {
  const { email, named, receivedAt, ...circumstances } = known;
  const name = contact.fields?.firstName;
  const isReceipts = links.some(({ isMailed }) => !isMailed);
  return {
    ...circumstances,
    id,
    links: links.map(({ origin }) => origin),
    ...(named === undefined ? {} : { profileId: named.profileId }),
    isMailed: named?.isMailed ?? false,
    // A receipt is answered the same whatever became of the profile: it stands for no more than what was typed to get it.
    isUnverified: named === undefined && !isReceipts && identity.identifiers.some(({ field }) => field === 'profile'),
    certainty: identity.certainty,
    ...(email === undefined ? {} : { email }),
    ...(contact.phone === undefined ? {} : { phone: contact.phone }),
    ...(name === undefined ? {} : { name }),
    consents: consents.map((consent) => ({ ...consent, checkedAt: tickedAt(consent, { sentAt }, receivedAt) })),
    ...(replaces === undefined ? {} : { replaces: replaces.consentId }),
    issuers: [...new Set(identity.identifiers.map((identifier) => identifier.issuer))],
  };
}
