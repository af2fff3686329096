import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../http/problem.ts';
import { heldSubmissions } from './heldSubmissions.ts';
import { releaseHeld } from './releaseHeld.ts';

const usage = 'Known are: held, and release with the ids of what is held.';

/** `held` lists what is held, `release <id> …` takes it. Answers what to say, and whether all of it was done. */
export async function runCommand(
  deps: Dependencies,
  [command, ...ids]: readonly string[],
): Promise<{ readonly lines: readonly string[]; readonly isDone: boolean }> {
  if (command === 'held' && ids.length === 0) {
    const held = await heldSubmissions(deps.database);
    const lines = held.map(({ store, id, receivedAt, why }) => `${id}  ${receivedAt.toISOString()}  ${store}  ${why}`);
    return { lines: lines.length > 0 ? lines : ['Nothing is held.'], isDone: true };
  }
  if (command !== 'release' || ids.length === 0) return { lines: [usage], isDone: false };
  const lines: string[] = [];
  let isDone = true;
  for (const id of ids) {
    const { said, isTaken } = await release(deps, id);
    lines.push(`${id}  ${said}`);
    isDone &&= isTaken;
  }
  return { lines, isDone };
}

async function release(deps: Dependencies, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return { said: 'is no id', isTaken: false };
  try {
    const receipt = await releaseHeld(deps, id);
    return receipt ? { said: receipt.outcome, isTaken: true } : { said: 'is not held', isTaken: false };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { said: `stays held: ${error.title}`, isTaken: false };
  }
}
