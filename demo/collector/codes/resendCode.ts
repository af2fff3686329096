import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../http/problem.ts';
import { serializable } from '../store/serializable.ts';
import { codeHash } from './codeHash.ts';
import { betweenSends, day, mostADay, mostSends } from './limits.ts';
import { newCode } from './newCode.ts';
import { textFor } from './textFor.ts';
import type { OutgoingText } from './texts.ts';
import { textsToday } from './textsToday.ts';
import { type CodeOf, waitingFor } from './waitingFor.ts';

/**
 * Sends another code for a submission; the one before it is good no longer.
 *
 * @throws {Problem} 404 where nothing waits for one, 429 where it is too early or enough were sent, 503 where none could be
 */
export async function resendCode(deps: Dependencies, of: CodeOf): Promise<void> {
  const said = await serializable(deps.database, async (transaction): Promise<OutgoingText | number | undefined> => {
    const { now } = deps.circumstances();
    const waiting = await waitingFor(transaction, of);
    if (!waiting || waiting.proven_at || !deps.sendText) return undefined;
    const { id, store, body, phone, recipient, sends } = waiting;
    const wait = waiting.sent_at.getTime() + betweenSends - now;
    if (wait > 0) return Math.ceil(wait / 1000);
    if (sends >= mostSends || (await textsToday(transaction, store, recipient, now)) >= mostADay) return day / 1000;
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
    return textFor(body, phone, code);
  });
  if (said === undefined) throw new Problem(404, 'Nothing waits for a code here');
  if (typeof said === 'number') throw new Problem(429, 'Not yet', {}, said);
  if (!(await deps.sendText?.(said))) throw new Problem(503, 'No text could be sent');
}
