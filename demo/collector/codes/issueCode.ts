import type { Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../http/problem.ts';
import { codeLock, inTransaction, lockPeople } from '../store/locks.ts';
import type { Tables } from '../store/tables.ts';
import { betweenSends, type CodeOf, codeHash, day, keyHash, mostSends, newCode, textFor, waitingFor } from './code.ts';
import type { OutgoingText } from './sendByWebhook.ts';
import { isTextable, spendText } from './textBudget.ts';

/**
 * Makes a code for the number of a submission that waits, in the transaction that stores it.
 *
 * @param outcome what the receipt says once the number is proven
 * @param key what the receipt alone says, and the code step needs beside the submission's id
 * @param isHeld the receipt is to look as if a code was sent, and none is
 * @returns the text to send once that is done; undefined where nobody sends texts to such a number, there were enough of them
 * lately, or nothing says that a person sent it
 */
export async function issueCode(
  deps: Dependencies,
  transaction: Transaction<Tables>,
  submission: Submission,
  {
    outcome,
    key,
    now,
    isHeld,
  }: {
    readonly outcome: 'linked' | 'accepted';
    readonly key: string;
    readonly now: number;
    readonly isHeld: boolean;
  },
): Promise<OutgoingText | undefined> {
  const { store, id, contact } = submission;
  if (contact.phone === undefined || !mayText(deps, submission, isHeld)) return undefined;
  const recipient = deps.recipientHash(contact.phone);
  if ((await spendText(deps, transaction, { store, recipient, now, isHeld })) > 0) return undefined;
  const code = newCode();
  await transaction
    .insertInto('codes')
    .values({
      id,
      store,
      recipient,
      outcome,
      key_hash: keyHash(key),
      code_hash: codeHash(deps.codeSecret, { store, id }, code),
      sent_at: new Date(now),
      sends: 1,
      tries: 0,
      proven_at: null,
    })
    .execute();
  return textFor(submission, contact.phone, code, deps.policy.shopOf(store));
}

/** Whether a code may go out for a submission at all, budgets aside. */
export function mayText(
  { sendText, policy }: Pick<Dependencies, 'sendText' | 'policy'>,
  submission: Submission,
  isHeld: boolean,
): boolean {
  const { phone } = submission.contact;
  if (!sendText || phone === undefined || !isTextable(phone, policy)) return false;
  return isHeld || showsPerson(submission, policy.minimumFill);
}

/**
 * Texts cost money, so one is sent only where the form was open as long as hands need. Whoever fakes that has to know of it, and
 * is kept within the budget.
 */
function showsPerson({ widget: { filledIn, trap = '' } }: Submission, minimumFill: number): boolean {
  return minimumFill === 0 || (filledIn !== undefined && filledIn >= minimumFill && trap === '');
}

/**
 * Sends another code for a submission; the one before it is good no longer.
 *
 * @throws {Problem} 404 where nothing waits for one, 429 where it is too early or enough were sent, 503 where none could be
 */
export async function resendCode(deps: Dependencies, of: CodeOf): Promise<void> {
  const said = await inTransaction(
    deps.database,
    async (transaction): Promise<OutgoingText | number | 'held' | undefined> => {
      const { now } = deps.circumstances();
      // Who asks may not name the store; what is there is read again once it is locked.
      const asked = await waitingFor(transaction, of);
      if (!asked) return undefined;
      await lockPeople(transaction, asked.store, [codeLock(of.id)]);
      const waiting = await waitingFor(transaction, of);
      if (!waiting || waiting.proven_at || !deps.sendText) return undefined;
      const { id, store, body, phone, recipient, sends, isHeld } = waiting;
      const wait = waiting.sent_at.getTime() + betweenSends - now;
      if (wait > 0) return Math.ceil(wait / 1000);
      if (sends >= mostSends) return day / 1000;
      const later = await spendText(deps, transaction, { store, recipient, now, isHeld });
      if (later > 0) return later;
      const code = newCode();
      await transaction
        .updateTable('codes')
        .set({
          code_hash: codeHash(deps.codeSecret, { store, id }, code),
          sent_at: new Date(now),
          sends: sends + 1,
          tries: 0,
        })
        .where('id', '=', id)
        .where('store', '=', store)
        .execute();
      return isHeld ? 'held' : textFor(body, phone, code, deps.policy.shopOf(store));
    },
  );
  if (said === undefined) throw new Problem(404, 'Nothing waits for a code here');
  if (typeof said === 'number') throw new Problem(429, 'Not yet', {}, said);
  if (said === 'held') return;
  if (!(await deps.sendText?.(said))) throw new Problem(503, 'No text could be sent');
}
