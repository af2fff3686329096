import type { Transaction } from 'kysely';
import { tickedAt } from '../../../widget/relay/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { invalid } from '../http/problem.ts';
import { carefulProof } from '../rules/carefulProof.ts';
import { phoneConsent } from '../rules/profile.ts';
import { shownInSubmission } from '../store/ledger/evidence.ts';
import { withoutWithdrawn } from '../store/ledger/withoutWithdrawn.ts';
import { codeLock, contactLock, inTransaction, lockProfiles } from '../store/locks.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { StoredReceipt, Tables } from '../store/tables.ts';
import { type CodeOf, codeHash, goodFor, mostTries, waitingFor } from './code.ts';

type Refusal = 'wrong' | 'expired' | 'exhausted';

/**
 * Proves the number of a submission by its code: what waited happens now. The same code again is answered the same, for the
 * first answer may be lost.
 *
 * @throws {Problem} 422 with `wrong`, `expired` or `exhausted`
 */
export async function verifyCode(deps: Dependencies, of: CodeOf, code: unknown): Promise<StoredReceipt> {
  // No code at all is no try.
  if (typeof code !== 'string' || !/^\d{6}$/.test(code)) throw refused('wrong');
  // A wrong try is written down, so it is told after the transaction and not by breaking it off.
  const said = await inTransaction(deps.database, (transaction) => attempt(deps, transaction, of, code));
  if (typeof said === 'string') throw refused(said);
  return said;
}

function refused(code: Refusal) {
  return invalid(422, [{ field: 'code', code }]);
}

async function attempt(
  deps: Dependencies,
  transaction: Transaction<Tables>,
  of: CodeOf,
  code: string,
): Promise<StoredReceipt | Refusal> {
  const { now, newId } = deps.circumstances();
  // Who asks may not name the store. What is there is read again once it and its person are locked.
  const asked = await waitingFor(transaction, of);
  if (!asked) return 'expired';
  const keys = { ids: asked.profile_id === null ? [] : [asked.profile_id], number: asked.phone };
  const contacts = asked.body.consents.map(({ to }) => contactLock(asked.store, to));
  const profiles = await lockProfiles(transaction, asked.store, keys, [codeLock(of.id), ...contacts]);
  const waiting = await waitingFor(transaction, of);
  if (!waiting) return 'expired';
  const { id, store, body, phone, tries, receipt: former } = waiting;
  if (tries >= mostTries) return 'exhausted';
  if (now > waiting.sent_at.getTime() + goodFor) return 'expired';
  const change = transaction.updateTable('codes').where('id', '=', id).where('store', '=', store);
  // Of what is held no code was sent, so whoever guesses right is a program that guesses.
  const isRight = isSameSecret(waiting.code_hash, codeHash(deps.codeSecret, { store, id }, code)) && !waiting.isHeld;
  if (!isRight || waiting.profile_id === null) {
    await change.set({ tries: tries + 1 }).execute();
    return tries + 1 >= mostTries ? 'exhausted' : 'wrong';
  }
  if (waiting.proven_at) return former;

  const receivedAt = waiting.received_at.getTime();
  // The code says by itself that the person wants it, after whatever they said before.
  const { consents, stopped } = await withoutWithdrawn(transaction, body, deps.recipientHash, receivedAt, 0);
  const result = carefulProof(profiles, {
    ...{ id, profileId: waiting.profile_id, phone, stopped, now, newId },
    consents: consents.map((consent) => ({ ...consent, checkedAt: tickedAt(consent, body, receivedAt) })),
  });
  const profile = result && profiles.byId(result.profileId);
  if (!profile) return 'expired';
  await saveProfiles(transaction, store, profiles, shownInSubmission(body, deps.policy.wordings));
  const { next: _, ...kept } = former;
  const [link] = await deps.links.verify(
    [{ field: 'profile', issuer: 'own', value: former.identity ?? '' }],
    store,
    now,
  );
  const receipt: StoredReceipt = {
    ...kept,
    outcome: waiting.outcome,
    identity: deps.links.mintIdentity(profile.id, store, now, link?.origin),
    subscribed: {
      ...former.subscribed,
      sms: phoneConsent(profiles.ledgerOf(profile), phone).state === 'subscribed',
    },
  };
  await transaction
    .updateTable('submissions')
    .set({ happened: result.happened, profile_id: profile.id, receipt: JSON.stringify(receipt) })
    .where('id', '=', id)
    .where('store', '=', store)
    .execute();
  await change.set({ proven_at: new Date(now) }).execute();
  return receipt;
}
