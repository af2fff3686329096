import type { Transaction } from 'kysely';
import type { Submission } from '../../widget/index.ts';
import type { SubmissionAction } from '../platform/actions.ts';
import { emailConsent, phoneConsent, textState } from '../platform/profile.ts';
import { ruleSets } from '../platform/rules.ts';
import type { ProfileStore } from '../platform/store.ts';
import { loadProfiles } from '../store/loadProfiles.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { serializable } from '../store/serializable.ts';
import type { StoredReceipt, Tables } from '../store/tables.ts';
import { emailOf } from './checkSubmission.ts';
import type { Dependencies } from './dependencies.ts';
import { askForEmail } from './problem.ts';

/**
 * Takes a checked submission, once: the same id again gets the stored receipt.
 *
 * @throws {Problem} 409 where nobody can tell whose it is
 */
export async function takeSubmission(deps: Dependencies, submission: Submission): Promise<StoredReceipt> {
  const { store, id, contact } = submission;
  await deps.stores.touch(store);
  const circumstances = deps.circumstances();
  const links = await deps.links.verify(submission.identity.identifiers, store, circumstances.now);
  return serializable(deps.database, async (transaction) => {
    const before = await storedReceipt(transaction, store, id);
    if (before) return before;
    const email = emailOf(submission);
    const profiles = await loadProfiles(transaction, store, { ids: links.profileIds, email, number: contact.phone });
    const named = links.profileIds.find((profileId) => profiles.byId(profileId));
    const action = actionFrom(submission, { ...circumstances, email, named, links: links.fingerprints });
    if (action.email === undefined && action.isUnverified) throw askForEmail();
    const ruleOf = transaction.selectFrom('stores').select('rules').where('name', '=', store);
    const { rules } = await ruleOf.executeTakeFirstOrThrow();
    const result = ruleSets[rules].submit(profiles, action);
    if (result.kind === 'ask-email') throw askForEmail();
    await saveProfiles(transaction, store, profiles);
    const isByLink = named !== undefined && email === undefined && action.certainty !== 'disputed';
    const receipt: StoredReceipt = {
      outcome: result.happened === 'pending' ? 'pending' : isByLink ? 'linked' : 'accepted',
      identity: await deps.links.mintIdentity(result.profileId, store, circumstances.now),
      subscribed: subscribedOf(profiles, action, result, isByLink && links.readable.has(named)),
      optIn: { email: 'single', sms: 'single' },
    };
    await transaction
      .insertInto('submissions')
      .values({
        store,
        id,
        row_id: circumstances.newId(),
        received_at: new Date(circumstances.now),
        happened: result.happened,
        profile_id: result.profileId,
        body: JSON.stringify(submission),
        receipt: JSON.stringify(receipt),
      })
      .execute();
    return receipt;
  });
}

async function storedReceipt(transaction: Transaction<Tables>, store: string, id: string) {
  const rows = transaction.selectFrom('submissions').select('receipt').where('store', '=', store).where('id', '=', id);
  return (await rows.executeTakeFirst())?.receipt;
}

/** What the rules decide by. */
function actionFrom(
  { id, contact, identity, consents, replaces }: Submission,
  known: Pick<SubmissionAction, 'now' | 'newId' | 'links'> & {
    readonly email: string | undefined;
    readonly named: string | undefined;
  },
): SubmissionAction {
  const { now, newId, links, email, named } = known;
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
    consents: consents.map((consent) => ({ ...consent, checkedAt: Date.parse(consent.checkedAt) })),
    ...(replaces === undefined ? {} : { replaces: replaces.consentId }),
    issuers: [...new Set(identity.identifiers.map((identifier) => identifier.issuer))],
  };
}

/** What this submission granted; the holder of a mail's link is told what is on file as well. */
function subscribedOf(
  profiles: ProfileStore,
  action: SubmissionAction,
  result: { readonly happened: string; readonly profileId: string },
  mayRead: boolean,
): StoredReceipt['subscribed'] {
  const profile = profiles.byId(result.profileId);
  if (!profile) return { email: false, sms: false };
  const ledger = profiles.ledgerOf(profile);
  const granted = (channel: 'email' | 'sms') => action.consents.some((c) => c.channel === channel && c.granted);
  const isTexted =
    action.phone !== undefined && granted('sms') && phoneConsent(ledger, action.phone).state === 'subscribed';
  const email = granted('email') || (mayRead && emailConsent(ledger, profile.email) === 'subscribed');
  const sms = result.happened !== 'pending' && (isTexted || (mayRead && textState(profile, ledger) === 'subscribed'));
  return { email, sms };
}
