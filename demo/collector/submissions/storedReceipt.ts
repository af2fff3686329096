import type { Kysely } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { invalid } from '../http/problem.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { StoredRow } from '../store/signUpCalls.ts';
import type { StoredReceipt, Tables } from '../store/tables.ts';
import { bodyHash } from './bodyHash.ts';
import { withoutLooseText } from './withoutLooseText.ts';

/**
 * What was answered to this very submission before.
 *
 * @param hash of the submission
 * @throws {Problem} 422 where another one has the id: it may have been told to others, and is no key to what was answered
 */
export function receiptOf(
  { bodySecret }: Pick<Dependencies, 'bodySecret'>,
  row: StoredRow,
  hash: string,
): StoredReceipt {
  const stored = row.body_hash ?? bodyHash(bodySecret, withoutLooseText(row.body as Submission));
  const isErased = row.body_hash === null && row.receipt.identity === undefined && row.happened !== 'held';
  // An earlier version kept no hash, and of what was erased then there is nothing left to compare; nor to tell.
  if (isErased || isSameSecret(stored, hash)) return row.receipt;
  throw invalid(422, [{ field: 'id', code: 'id.taken' }]);
}

/** Looks that up; what is held is not answered before where it is released. */
export async function storedReceipt(
  deps: Pick<Dependencies, 'bodySecret'>,
  database: Kysely<Tables>,
  { id, store }: Pick<Submission, 'id' | 'store'>,
  { hash, isReleased }: { readonly hash: string; readonly isReleased: boolean },
): Promise<StoredReceipt | undefined> {
  const row = await database
    .selectFrom('submissions')
    .select(['receipt', 'happened', 'body', 'body_hash'])
    .where('id', '=', id)
    .where('store', '=', store)
    .executeTakeFirst();
  return row && !(isReleased && row.happened === 'held') ? receiptOf(deps, row, hash) : undefined;
}
