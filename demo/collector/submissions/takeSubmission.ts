import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { retrying } from '../store/retrying.ts';
import type { StoredReceipt } from '../store/tables.ts';
import { bodyHash } from './bodyHash.ts';
import { arrivalOf, type Taken } from './decide.ts';
import { keepTest } from './keepTest.ts';
import { storedReceipt } from './storedReceipt.ts';
import { takeInTransaction } from './takeInTransaction.ts';
import { takeInTwoCalls } from './takeInTwoCalls.ts';

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
  const { store } = submission;
  await deps.stores.touch(store);
  const arrival = await arrivalOf(deps, submission, isReleased);
  const hash = bodyHash(deps.bodySecret, submission);
  if (submission.test && !deps.policy.takesTests) {
    const again = await storedReceipt(deps, deps.database, submission, { hash, isReleased: false });
    return again ?? keepTest(deps, submission);
  }
  const { receipt, text } = await retrying<Taken>(
    deps.database,
    async () => (await takeInTwoCalls(deps, arrival, hash)) ?? takeInTransaction(deps, arrival, hash),
  );
  // Once it is stored, and once only. Where it fails, the visitor asks for another.
  if (text) await deps.sendText?.(text);
  return receipt;
}
