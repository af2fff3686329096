import { userInfo } from 'node:os';
import type { Kysely } from 'kysely';
import { type BotSign, botSign } from '../../../widget/relay/index.ts';
import { resultsCommand } from '../counts/resultsCommand.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../http/problem.ts';
import { auditLine } from '../people/audit.ts';
import type { Tables } from '../store/tables.ts';
import { takeSubmission } from '../submissions/takeSubmission.ts';
import { withoutLooseText } from '../submissions/withoutLooseText.ts';

const usage =
  'Known are: migrate, held, release with the ids of what is held, and results with a store, --days N and --csv.';

/**
 * `migrate` does no more than the start does, `held` lists what is held, `release <id> …` takes it, `results` says what the popup
 * earns. Answers what to say, and whether all of it was done.
 */
export async function runCommand(
  deps: Dependencies,
  [command, ...ids]: readonly string[],
): Promise<{ readonly lines: readonly string[]; readonly isDone: boolean }> {
  if (command === 'held' && ids.length === 0) {
    const held = await heldSubmissions(deps.database);
    const lines = held.map(({ store, id, receivedAt, why }) => `${id}  ${receivedAt.toISOString()}  ${store}  ${why}`);
    return { lines: lines.length > 0 ? lines : ['Nothing is held.'], isDone: true };
  }
  if (command === 'results') return resultsCommand(deps, ids);
  if (command === 'migrate' && ids.length === 0) return { lines: ['The tables are up to date.'], isDone: true };
  if (command !== 'release' || ids.length === 0) return { lines: [usage], isDone: false };
  const lines: string[] = [];
  let isDone = true;
  for (const id of ids) {
    const { said, isTaken } = await release(deps, id);
    // What is no id may be anything.
    const request = uuid.test(id) ? id : '-';
    deps.log(auditLine({ what: 'release', by: operator(), request, result: said }, deps.circumstances().now));
    lines.push(`${id}  ${said}`);
    isDone &&= isTaken;
  }
  return { lines, isDone };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who runs the command; in a container there may be nobody of that number. */
function operator(): string {
  try {
    return `user ${userInfo().username}`;
  } catch {
    return `user ${process.getuid?.()}`;
  }
}

async function release(deps: Dependencies, id: string) {
  if (!uuid.test(id)) return { said: 'is no id', isTaken: false };
  try {
    const receipt = await releaseHeld(deps, id);
    return receipt ? { said: receipt.outcome, isTaken: true } : { said: 'is not held', isTaken: false };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { said: `stays held: ${error.title}`, isTaken: false };
  }
}

/** A submission that waits for somebody to look at it, without anything about the person. */
interface Held {
  readonly store: string;
  readonly id: string;
  readonly receivedAt: Date;
  readonly why: BotSign;
}

/** What is held, the oldest first. */
async function heldSubmissions(database: Kysely<Tables>): Promise<Held[]> {
  const rows = await database
    .selectFrom('submissions')
    .select(['store', 'id', 'received_at', 'body'])
    .where('happened', '=', 'held')
    .orderBy('row_id')
    .execute();
  return rows.map(({ store, id, received_at, body }) => ({
    store,
    id,
    receivedAt: received_at,
    // What is not in the honeypot was held for its speed, even if the least time has changed since.
    why: botSign(body, Number.POSITIVE_INFINITY) ?? 'fast',
  }));
}

/**
 * Takes a submission that was held, as if it came now.
 *
 * @returns undefined where nothing of that id is held
 * @throws {Problem} 409 where nobody can tell whose it is; it stays held
 */
async function releaseHeld(deps: Dependencies, id: string) {
  const row = await deps.database
    .selectFrom('submissions')
    .select('body')
    .where('id', '=', id)
    .where('happened', '=', 'held')
    .executeTakeFirst();
  return row && takeSubmission(deps, withoutLooseText(row.body), true);
}

const longest = 30 * 24 * 60 * 60 * 1000;

/** Deletes what was held for a month and never released: it most likely is a program's, and may name somebody. */
export async function forgetHeld(database: Kysely<Tables>, now: number): Promise<void> {
  await database
    .deleteFrom('submissions')
    .where('happened', '=', 'held')
    .where('received_at', '<', new Date(now - longest))
    .execute();
}
