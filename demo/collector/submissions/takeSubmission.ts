import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import { botSign, emailOf } from '../../../widget/relay/index.ts';
import { issueCode } from '../codes/issueCode.ts';
import type { OutgoingText } from '../codes/sendByWebhook.ts';
import type { Dependencies } from '../dependencies.ts';
import { askForEmail } from '../http/problem.ts';
import type { SubmissionAction } from '../rules/actions.ts';
import { shownInSubmission } from '../store/ledger/evidence.ts';
import { tickedAt, withoutWithdrawn } from '../store/ledger/withoutWithdrawn.ts';
import { loadProfiles, rulesOf } from '../store/loadProfiles.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { serializable } from '../store/serializable.ts';
import type { StoredReceipt, Tables } from '../store/tables.ts';
import { heldReceipt } from './heldReceipt.ts';
import { keepTest } from './keepTest.ts';
import { couponFor, isOnFile, subscribedOf } from './receipt.ts';

/**
 * Takes a checked submission, once: the same id again gets the stored receipt. One that looks like a program's is held, and
 * changes nothing.
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
  if (submission.test && !deps.policy.takesTests) return keepTest(deps, submission);
  const take = async (transaction: Transaction<Tables>): Promise<Taken> => {
    const heldAt = isReleased ? await takeOut(transaction, store, id) : undefined;
    const receivedAt = heldAt ?? circumstances.now;
    const row = { store, id, row_id: circumstances.newId(), received_at: new Date(receivedAt) };
    const put = (values: Pick<Insertable<Tables['submissions']>, 'happened' | 'profile_id' | 'receipt'>) =>
      transaction
        .insertInto('submissions')
        .values({ ...row, ...values, body: JSON.stringify(submission) })
        .execute();
    const email = emailOf(submission);
    if (isHeld) {
      const isByLink = email === undefined && submission.identity.certainty !== 'disputed';
      const profileId = (isByLink && links.profileIds[0]) || null;
      const isUnverified =
        !links.profileIds[0] && submission.identity.identifiers.some((one) => one.field === 'profile');
      if (email === undefined && isUnverified) throw askForEmail();
      const receipt = await heldReceipt(deps, transaction, submission, profileId ? 'linked' : 'accepted');
      await put({ happened: 'held', profile_id: profileId, receipt: JSON.stringify(receipt) });
      return { receipt };
    }
    const profiles = await loadProfiles(transaction, store, { ids: links.profileIds, email, number: contact.phone });
    const named = links.profileIds.find((profileId) => profiles.byId(profileId));
    const consents = await withoutWithdrawn(transaction, submission, deps.recipientHash, receivedAt);
    const action = actionFrom(
      { ...submission, consents },
      { ...circumstances, receivedAt, email, named, links: links.fingerprints },
    );
    if (action.email === undefined && action.isUnverified) throw askForEmail();
    const isByLink = named !== undefined && email === undefined && action.certainty !== 'disputed';
    // Nobody else is told what is on file: whoever types an email could probe for customers.
    const mayRead = isByLink && links.readable.has(named);
    const onFile = mayRead && isOnFile(profiles, named, action);
    const result = (await rulesOf(transaction, store)).submit(profiles, action);
    if (result.kind === 'ask-email') throw askForEmail();
    await saveProfiles(transaction, store, profiles, shownInSubmission(submission));
    const vouched = isByLink ? 'linked' : 'accepted';
    const isPending = result.happened === 'pending';
    // Of what is released nobody waits for a code any more.
    const isAwaited = !isReleased && !submission.widget.unattended;
    const text =
      isPending && isAwaited ? await issueCode(deps, transaction, submission, vouched, circumstances.now) : undefined;
    const receipt: StoredReceipt = {
      outcome: isPending ? 'pending' : vouched,
      identity: await deps.links.mintIdentity(result.profileId, store, circumstances.now),
      subscribed: subscribedOf(profiles, action, result, mayRead),
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
    const { happened, profileId } = result;
    await put({ happened, profile_id: profileId, receipt: JSON.stringify(receipt) });
    return { receipt, ...(text ? { text } : {}) };
  };
  // Of two with one id the second cannot be put: it comes again, and is told what the first one was.
  const { receipt, text } = await serializable<Taken>(deps.database, take, async () => {
    const stored = await storedReceipt(deps.database, store, id, isReleased);
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
  return row?.received_at.getTime();
}

async function storedReceipt(database: Kysely<Tables>, store: string, id: string, isReleased: boolean) {
  const row = await database
    .selectFrom('submissions')
    .select(['receipt', 'happened'])
    .where('id', '=', id)
    .where('store', '=', store)
    .executeTakeFirst();
  return isReleased && row?.happened === 'held' ? undefined : row?.receipt;
}

/** What the rules decide by. */
function actionFrom(
  { id, contact, identity, consents, replaces }: Submission,
  known: Pick<SubmissionAction, 'now' | 'newId' | 'links'> & {
    readonly email: string | undefined;
    readonly named: string | undefined;
    readonly receivedAt: number;
  },
): SubmissionAction {
  const { now, newId, links, email, named, receivedAt } = known;
  const name = contact.fields?.firstName;
  return {
    id,
    now,
    newId,
    links,
    ...(named === undefined ? {} : { profileId: named }),
    isUnverified: named === undefined && identity.identifiers.some((identifier) => identifier.field === 'profile'),
    certainty: identity.certainty,
    ...(email === undefined ? {} : { email }),
    ...(contact.phone === undefined ? {} : { phone: contact.phone }),
    ...(name === undefined ? {} : { name }),
    consents: consents.map((consent) => ({ ...consent, checkedAt: tickedAt(consent, receivedAt) })),
    ...(replaces === undefined ? {} : { replaces: replaces.consentId }),
    issuers: [...new Set(identity.identifiers.map((identifier) => identifier.issuer))],
  };
}
