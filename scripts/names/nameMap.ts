import { namesIn } from './namesIn.ts';

/** The letters that a name may begin with, as minifiers order them: the most frequent of JavaScript first. */
const first = 'etnrisouaflchpdvmgybwESxTNCkLAOM_DPHBjFIqRUzWXV$JKQGYZ';
const further = `${first}0123456789`;

/**
 * A short name for each internal one: the shortest for those that the entry says most often, then for those of all files.
 * No short name is one that any file has already, a library's included.
 *
 * @param codes the files, the entry first
 */
export function nameMap(internal: readonly string[], codes: readonly string[]): Map<string, string> {
  const [entry = new Map<string, number>(), ...others] = codes.map(namesIn);
  const all = new Map(entry);
  for (const counts of others) for (const [name, n] of counts) all.set(name, (all.get(name) ?? 0) + n);
  const inEntry = (name: string) => entry.get(name) ?? 0;
  const inAll = (name: string) => all.get(name) ?? 0;
  const ordered = internal
    .filter((name) => all.has(name))
    .sort((a, b) => inEntry(b) - inEntry(a) || inAll(b) - inAll(a) || (a < b ? -1 : 1));
  const free = freeNames(all);
  return new Map(ordered.map((name) => [name, free.next().value ?? name]));
}

function* freeNames(taken: ReadonlyMap<string, number>): Generator<string, undefined> {
  for (const a of first) if (!taken.has(a)) yield a;
  // More than these would be 3,000 names.
  // Names that end alike compress better than names that begin alike.
  for (const b of further) for (const a of first) if (!taken.has(a + b) && !isWord.test(a + b)) yield a + b;
  return undefined;
}

const isWord = /^(do|if|in|of|as)$/;
