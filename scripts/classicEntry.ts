import type { Plugin, Rolldown } from 'vite';
import { fingerprint } from './fingerprint.mjs';
import { internalNames, isEnclosed } from './names/internalNames.ts';
import { keptNames } from './names/keptNames.ts';
import { nameMap } from './names/nameMap.ts';
import { plainExports } from './plainExports.ts';
import { squeeze } from './squeeze.ts';
import { toFunction } from './toFunction.ts';

type Chunk = Rolldown.OutputChunk;

/** A chunk's file: its content and its build. The prefix that all files share is in the entry once. */
const chunkFile = /^hello-again\.([\w-]+)-(\w+)\.js$/;

/** A dynamic import of a chunk beside the entry, in any of the three quotes a minifier may choose. */
const lazyImport = /\bimport\(\s*(["'`])\.\/([^"'`]+)\1\s*\)/g;

/**
 * @returns for each name the entry exports, who wants it: the bundler makes an export of what the entry and a lazy
 * chunk both import, and a message without the names would make its reader search the whole graph
 */
function sharedWith(entry: Chunk, chunks: readonly Chunk[]): string {
  const importers = chunks.filter((chunk) => chunk.imports.includes(entry.fileName));
  const lazyModules = new Set(importers.flatMap((chunk) => chunk.moduleIds));
  return `exports ${entry.exports.join(', ')} (held by the entry, wanted by ${[...lazyModules].join(', ')})`;
}

/** Replaces every import of a lazy file by `$load` with its name, and notes the files and the builds. */
function loadByName(chunk: Chunk, builds: Set<string>): string {
  const reached = new Set<string>();
  const code = chunk.code.replace(lazyImport, (_match, _quote, file: string) => {
    reached.add(file);
    return `$load(${JSON.stringify(nameOf(file, builds))})`;
  });
  const missed = chunk.dynamicImports.filter((file) => !reached.has(file));
  // The second look catches an import that was written in a way the first did not expect.
  if (missed.length > 0 || /\bimport\(/.test(code)) {
    throw new Error(`${chunk.fileName}: not every dynamic import was rewritten: ${missed.join(', ')}`);
  }
  if (/\bimport\.meta\b/.test(code)) {
    throw new Error(`${chunk.fileName}: import.meta is of no use where a file may have several addresses`);
  }
  return code;
}

function nameOf(file: string, builds: Set<string>): string {
  const [, name = file, build = ''] = chunkFile.exec(file) ?? [];
  builds.add(build);
  return name;
}

/**
 * Makes a classic script of an ES module entry: one function around it, so that it leaves no name on the page, and every
 * lazy chunk resolved from the address that the loader found. A relative import would be resolved from the page, or not at
 * all: a classic script of another origin has no base address for `import()`.
 */
export function toClassicScript(entry: Chunk, chunks: readonly Chunk[]): string {
  if (entry.imports.length > 0) {
    throw new Error(`${entry.fileName}: a classic script cannot import statically: ${entry.imports.join(', ')}`);
  }
  if (entry.exports.length > 0) {
    throw new Error(`${entry.fileName}: a classic script cannot export: it ${sharedWith(entry, chunks)}`);
  }
  const builds = new Set<string>();
  const code = loadByName(entry, builds);
  if (builds.size > 1)
    throw new Error(`${entry.fileName}: its chunks are of several builds: ${[...builds].join(', ')}`);
  // `$base` is the folder that the loader found. What could not be fetched has another address the next time: some browsers
  // answer for as long as the page lives what they answered at first. `toFunction` says what a file exports.
  const address = `$base+"hello-again."+name+"-${[...builds].join()}.js"+($again[name]??="")`;
  const load = `let $base;const $got={},$again={},
$load=(name)=>$got[name]||=import(${address}).then((file)=>file.default($load))
.catch((error)=>{$again[name]+="?1";$got[name]=0;throw error});`;
  return `(()=>{${load}${code.trim()}\n})();\n`;
}

/** Makes a file that `$load` fetches of every lazy chunk. */
export function toLazyFiles(chunks: readonly Chunk[]): void {
  const needs = new Map<string, readonly string[]>();
  for (const chunk of chunks) {
    const builds = new Set<string>();
    const own = nameOf(chunk.fileName, builds);
    const made = toFunction(loadByName(chunk, builds), (file) => nameOf(file, builds));
    if (builds.size > 1) throw new Error(`${chunk.fileName}: it imports files of several builds`);
    chunk.code = made.code;
    needs.set(own, made.needs);
  }
  // Each would wait for the other.
  const refuseCircles = (name: string, path: readonly string[]) => {
    if (path.includes(name)) throw new Error(`files import each other: ${[...path, name].join(', ')}`);
    for (const need of needs.get(name) ?? []) refuseCircles(need, [...path, name]);
  };
  for (const name of needs.keys()) refuseCircles(name, []);
}

/** Runs {@link toClassicScript} on the entry of the environment `embed`, and squeezes every file. */
export function classicEntry(): Plugin {
  return {
    name: 'hello-again:classic-entry',
    applyToEnvironment: (environment) => environment.name === 'embed',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const all = Object.values(bundle).filter((output) => output.type === 'chunk');
        const helper = plainExports(all);
        if (helper) delete bundle[helper];
        const chunks = all.filter(({ fileName }) => fileName !== helper);
        // To the bundler a chunk that a plugin emitted is an entry as well; those are named like all chunks.
        const entries = chunks.filter((chunk) => chunk.isEntry && !chunkFile.test(chunk.fileName));
        if (entries.length === 0) this.error('the embed build has no entry');
        // In one order always, so that the same sources give the same files.
        const lazy = chunks
          .filter((chunk) => !entries.includes(chunk))
          .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
        const modules = chunks.flatMap((chunk) => chunk.moduleIds).filter((id) => id.includes('/node_modules/'));
        const codeOf = (ids: readonly string[]) => ids.map((id) => this.getModuleInfo(id)?.code ?? '');
        // What a file gives is known once it is one, and `keptNames` asks for it only where the sources have changed.
        try {
          toLazyFiles(lazy);
        } catch (error) {
          this.error(error instanceof Error ? error.message : String(error));
        }
        const internal = await keptNames(await fingerprint(), () =>
          internalNames(
            lazy.flatMap((chunk) => chunk.exports),
            codeOf(modules.filter((id) => !isEnclosed.test(id))),
            codeOf(modules.filter((id) => isEnclosed.test(id))),
          ),
        );
        const names = nameMap(
          internal,
          [...entries, ...lazy].map(({ code }) => code),
        );
        for (const entry of entries) {
          try {
            entry.code = await squeeze(toClassicScript(entry, chunks), false, names);
          } catch (error) {
            this.error(error instanceof Error ? error.message : String(error));
          }
        }
        for (const chunk of lazy) chunk.code = await squeeze(chunk.code, true, names);
      },
    },
  };
}
