import type { Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { canonicalSubmission } from './canonicalSubmission.ts';
import { textHash } from './check/textHash.ts';
import { Problem } from './http/problem.ts';
import type { AnswerMemory } from './types.ts';

interface Answered {
  readonly hash: string;
  readonly receipt: Receipt;
}

/**
 * Takes each submission once: what comes again is answered from memory, also while the first is still under way. So nobody
 * who kept a body can have it done anew after its person said stop.
 *
 * @returns answers a submission, by `take` where it is new
 * @throws {Problem} 422 where the id has been used for something else
 */
export function answerOnce(memory: AnswerMemory, onFault: () => void) {
  const underWay = new Map<string, Promise<Answered>>();
  return async (submission: Submission, take: () => Promise<Receipt>): Promise<Receipt> => {
    const { id } = submission;
    const hash = await textHash(canonicalSubmission(submission));
    const kept = await memory.get(id);
    const other = underWay.get(id);
    // Between this look and `underWay.set` nothing may wait, or two would both be first.
    const before = kept === undefined ? other && (await other) : (JSON.parse(kept) as Answered);
    if (before && before.hash !== hash) {
      throw new Problem(422, 'This cannot be taken as it is', { errors: [{ field: 'id', code: 'id.taken' }] });
    }
    if (before) return before.receipt;
    const answered = take().then((receipt) => ({ hash, receipt }));
    underWay.set(id, answered);
    try {
      const { receipt } = await answered;
      // It was taken: a memory that fails is no reason to tell the visitor otherwise.
      await remember(memory, id, { hash, receipt }).catch(onFault);
      return receipt;
    } finally {
      underWay.delete(id);
    }
  };
}

async function remember(memory: AnswerMemory, id: string, answered: Answered): Promise<void> {
  await memory.set(id, JSON.stringify(answered));
}
