import type { Dependencies } from '../dependencies.ts';
import { takeSubmission } from '../submissions/takeSubmission.ts';

/**
 * Takes a submission that was held, as if it came now.
 *
 * @returns undefined where nothing of that id is held
 * @throws {Problem} 409 where nobody can tell whose it is; it stays held
 */
export async function releaseHeld(deps: Dependencies, id: string) {
  const row = await deps.database
    .selectFrom('submissions')
    .select('body')
    .where('id', '=', id)
    .where('happened', '=', 'held')
    .executeTakeFirst();
  return row && takeSubmission(deps, row.body, true);
}
