import { parseArgs } from 'node:util';
import type { Dependencies } from '../dependencies.ts';
import { isStoreName } from '../http/storeOf.ts';
import { readCounts } from './readCounts.ts';
import { csvOf, linesOf, resultsOf } from './results.ts';

const day = 24 * 60 * 60 * 1000;
const usualDays = 30;

/** `results [store] [--days N] [--csv]`: what the popup has earned. Answers what to say, and whether it could be said. */
export async function resultsCommand(
  { database, circumstances, policy }: Pick<Dependencies, 'database' | 'circumstances' | 'policy'>,
  args: readonly string[],
): Promise<{ readonly lines: readonly string[]; readonly isDone: boolean }> {
  const given = read(args);
  const store = given?.positionals[0] ?? policy.defaultStore;
  const days = Number(given?.values.days ?? usualDays);
  if (!given || given.positionals.length > 1 || !isStoreName(store) || !(days > 0)) {
    return { lines: ['Say it like this: results my-store --days 30 --csv'], isDone: false };
  }
  const results = resultsOf(await readCounts(database, store, circumstances().now - days * day));
  return { lines: given.values.csv ? csvOf(results).split('\n') : linesOf(results), isDone: true };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { days: { type: 'string' }, csv: { type: 'boolean' } },
    });
  } catch {
    return undefined;
  }
}
