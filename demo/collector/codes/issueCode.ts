import type { Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Tables } from '../store/tables.ts';
import { codeHash } from './codeHash.ts';
import { mostADay } from './limits.ts';
import { newCode } from './newCode.ts';
import { textFor } from './textFor.ts';
import type { OutgoingText } from './texts.ts';
import { textsToday } from './textsToday.ts';

/**
 * Makes a code for the number of a submission that waits, in the transaction that stores it.
 *
 * @param outcome what the receipt says once the number is proven
 * @returns the text to send once that is done; undefined where nobody sends texts, or the number got enough of them today
 */
export async function issueCode(
  deps: Dependencies,
  transaction: Transaction<Tables>,
  submission: Submission,
  outcome: 'linked' | 'accepted',
  now: number,
): Promise<OutgoingText | undefined> {
  const { store, id, contact } = submission;
  if (!deps.sendText || contact.phone === undefined) return undefined;
  const recipient = deps.recipientHash(contact.phone);
  if ((await textsToday(transaction, store, recipient, now)) >= mostADay) return undefined;
  const code = newCode();
  await transaction
    .insertInto('codes')
    .values({
      id,
      store,
      recipient,
      outcome,
      code_hash: codeHash(deps.codeSecret, { store, id }, code),
      sent_at: new Date(now),
      sends: 1,
      tries: 0,
      proven_at: null,
    })
    .execute();
  return textFor(submission, contact.phone, code);
}
