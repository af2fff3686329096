import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { withoutPerson } from '../people/erasePerson.ts';
import type { StoredReceipt } from '../store/tables.ts';
import { bodyHash } from './bodyHash.ts';

/**
 * Takes what the owner or QA marked as a test: it is answered, and changes no profile and no ledger, for whoever posts may mark
 * what they like. Who was typed is not kept.
 */
export async function keepTest(
  { database, circumstances, bodySecret }: Pick<Dependencies, 'database' | 'circumstances' | 'bodySecret'>,
  submission: Submission,
): Promise<StoredReceipt> {
  const { id, store } = submission;
  const { now, newId } = circumstances();
  const receipt: StoredReceipt = {
    outcome: 'accepted',
    subscribed: { email: false, sms: false },
    optIn: { email: 'single', sms: 'single' },
  };
  await database
    .insertInto('submissions')
    .values({
      ...{ id, store, row_id: newId(), received_at: new Date(now), happened: 'test', profile_id: null },
      body: JSON.stringify(withoutPerson(submission)),
      receipt: JSON.stringify(receipt),
      body_hash: bodyHash(bodySecret, submission),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return receipt;
}
