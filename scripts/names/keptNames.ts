import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root.mjs';

const path = join(root, 'dist/.internal-names.json');

interface Kept {
  readonly sources: string;
  readonly names: string[];
}

/**
 * The names that an earlier build found for the same sources, or those that are found now: the compiler's look through all
 * types takes seconds.
 *
 * @param sources hash of everything that the names depend on
 */
export async function keptNames(sources: string, find: () => string[]): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    const kept = JSON.parse(text) as Kept;
    if (kept.sources === sources) return kept.names;
  } catch {
    // None yet, or another build is writing it.
  }
  const names = find();
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(path, JSON.stringify({ sources, names } satisfies Kept));
  return names;
}
