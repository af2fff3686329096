import { randomUUID } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import { botSign, emailOf, tickedAt } from '../../../widget/relay/index.ts';
import { issueCode } from '../codes/issueCode.ts';
import type { OutgoingText } from '../codes/sendByWebhook.ts';
import type { Dependencies } from '../dependencies.ts';
import { askForEmail, invalid } from '../http/problem.ts';
import type { VerifiedLink } from '../links.ts';
import type { SubmissionAction } from '../rules/actions.ts';
import { contactKeysOf } from '../store/contactKeysOf.ts';
import { shownInSubmission } from '../store/ledger/evidence.ts';
import { withoutWithdrawn } from '../store/ledger/withoutWithdrawn.ts';
import { loadProfiles, rulesOf } from '../store/loadProfiles.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { isSameSecret } from '../store/secrets.ts';
import { serializable } from '../store/serializable.ts';
import type { StoredReceipt, Tables } from '../store/tables.ts';
import { bodyHash } from './bodyHash.ts';
import { keepTest } from './keepTest.ts';
import { couponFor, givenIn, isOnFile, subscribedOf } from './receipt.ts';
import { withoutLooseText } from './withoutLooseText.ts';

/**
 * Takes a checked submission, once: the same id again gets the stored receipt. One that looks like a program's is held: it is
 * decided and answered as any other, or a program would learn that it was found out and try until it is not; but nothing of it is
 * saved, its `identity` names nobody, and no text goes out.
 *
 * @param isReleased somebody has looked at it: what was held is taken now
 * @throws {Problem} 409 where nobody can tell whose it is
 */
export async function takeSubmission(
  deps: Dependencies,
  submission: Submission,
  isReleased = false,
): Promise<StoredReceipt> {
  const { store, id, contact } = submission;
  await deps.stores.touch(store);
  const circumstances = deps.circumstances();
  const links = await deps.links.verify(submission.identity.identifiers, store, circumstances.now);
  const isHeld = !isReleased && !submission.test && botSign(submission, deps.policy.minimumFill) !== undefined;
  if (submission.test && !deps.policy.takesTests) {
    return (await storedReceipt(deps, submission, false)) ?? keepTest(deps, submission);
  }
  const take = async (transaction: Transaction<Tables>): Promise<Taken> => {
    const heldAt = isReleased ? await takeOut(transaction, store, id) : undefined;
    const receivedAt = heldAt ?? circumstances.now;
    const row = { store, id, row_id: circumstances.newId(), received_at: new Date(receivedAt) };
    const put = (
      values: Pick<Insertable<Tables['submissions']>, 'happened' | 'profile_id' | 'receipt' | 'contact_keys'>,
    ) =>
      transaction
        .insertInto('submissions')
        .values({
          ...row,
          ...values,
          body: JSON.stringify(submission),
          body_hash: bodyHash(deps.bodySecret, submission),
        })
        .execute();
    const email = emailOf(submission);
    // Who is known by a link alone is named by that link; a contradiction is settled by the email.
    const isByLink = email === undefined && submission.identity.certainty !== 'disputed';
    const ids = links.map(({ profileId }) => profileId);
    const profiles = await loadProfiles(transaction, store, { ids, email, number: contact.phone });
    // What a profile has become part of was proven by a code, and a receipt is no proof of it.
    const named = links.find(({ profileId, isMailed }) => {
      const profile = profiles.byId(profileId);
      return profile && (isMailed || profile.id === profileId);
    });
    const withdrawals = await withoutWithdrawn(transaction, submission, deps.recipientHash, receivedAt);
    const action = actionFrom({ ...submission, consents: withdrawals.consents }, links, {
      ...{ ...circumstances, receivedAt, email, named },
      stopped: withdrawals.stopped,
      provesAll: deps.policy.prove === 'always' && deps.sendText !== undefined,
    });
    if (action.email === undefined && action.isUnverified) throw askForEmail();
    // Nobody else is told what is on file: whoever types an email, or has a receipt for one, could probe for customers.
    const mayRead = isByLink && named?.mayRead === true;
    const onFile = mayRead && isOnFile(profiles, named.profileId, action);
    const result = (await rulesOf(transaction, store)).submit(profiles, action);
    if (result.kind === 'ask-email') throw askForEmail();
    if (!isHeld) {
      await saveProfiles(transaction, store, profiles, shownInSubmission(submission, deps.policy.wordings));
    }
    const vouched = isByLink && links.length > 0 ? 'linked' : 'accepted';
    // Where no code can be sent, what waits is answered as what does not: the difference would tell what is on file.
    const isPending = result.happened === 'pending' && (mayRead || deps.sendText !== undefined);
    // Of what is released nobody waits for a code any more.
    const isAwaited = isPending && !isReleased && !submission.widget.unattended;
    const namedBy = isHeld ? randomUUID() : result.profileId;
    const identity = await deps.links.mintIdentity(namedBy, store, circumstances.now, named?.origin);
    const about = { outcome: vouched, key: identity, now: circumstances.now, isHeld } as const;
    const text = isAwaited ? await issueCode(deps, transaction, submission, about) : undefined;
    const receipt: StoredReceipt = {
      outcome: isPending ? 'pending' : vouched,
      identity,
      subscribed: mayRead ? subscribedOf(profiles, action, result) : givenIn(submission, isPending),
      optIn: { email: 'single', sms: 'single' },
      ...(await couponFor(
        deps,
        transaction,
        store,
        mayRead ? { profile: profiles.byId(result.profileId), onFile } : {},
      )),
      ...(text ? { next: 'verify' } : {}),
      ...(onFile ? { onFile } : {}),
    };
    if (isHeld) {
      await put({
        happened: 'held',
        profile_id: (isByLink && links[0]?.profileId) || null,
        receipt: JSON.stringify(receipt),
        contact_keys: JSON.stringify(contactKeysOf(submission)),
      });
      return { receipt };
    }
    const { happened, profileId } = result;
    await put({ happened, profile_id: profileId, receipt: JSON.stringify(receipt) });
    return { receipt, ...(text ? { text } : {}) };
  };
  // Of two with one id the second cannot be put: it comes again, and is told what the first one was.
  const { receipt, text } = await serializable<Taken>(deps.database, take, async () => {
    const stored = await storedReceipt(deps, submission, isReleased);
    return stored && { receipt: stored };
  });
  // Once it is stored, and once only. Where it fails, the visitor asks for another.
  if (text) await deps.sendText?.(text);
  return receipt;
}

/** What a submission is answered, and the code that goes to its number. */
interface Taken {
  readonly receipt: StoredReceipt;
  readonly text?: OutgoingText;
}

/** Answers when it came in. */
async function takeOut(transaction: Transaction<Tables>, store: string, id: string): Promise<number | undefined> {
  const row = await transaction
    .deleteFrom('submissions')
    .where('id', '=', id)
    .where('store', '=', store)
    .where('happened', '=', 'held')
    .returning('received_at')
    .executeTakeFirst();
  await transaction.deleteFrom('codes').where('id', '=', id).where('store', '=', store).execute();
  return row?.received_at.getTime();
}

/**
 * What was answered to this very submission before.
 *
 * @throws {Problem} 422 where another one has the id: it may have been told to others, and is no key to what was answered
 */
async function storedReceipt(
  { database, bodySecret }: Pick<Dependencies, 'database' | 'bodySecret'>,
  submission: Submission,
  isReleased: boolean,
): Promise<StoredReceipt | undefined> {
  const row = await database
    .selectFrom('submissions')
    .select(['receipt', 'happened', 'body', 'body_hash'])
    .where('id', '=', submission.id)
    .where('store', '=', submission.store)
    .executeTakeFirst();
  if (!row || (isReleased && row.happened === 'held')) return undefined;
  const stored = row.body_hash ?? bodyHash(bodySecret, withoutLooseText(row.body));
  const isErased = row.body_hash === null && row.receipt.identity === undefined && row.happened !== 'held';
  // An earlier version kept no hash, and of what was erased then there is nothing left to compare; nor to tell.
  if (isErased || isSameSecret(stored, bodyHash(bodySecret, submission))) return row.receipt;
  throw invalid(422, [{ field: 'id', code: 'id.taken' }]);
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
