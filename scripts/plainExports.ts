import type { Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/** What a chunk of several modules exports of one that is fetched by itself: `export{n as popup_exports}`. */
const namespace = /(?<![\w$])([\w$]+) as (\w+_exports)\b/;

/** `import('./x.js').then((n) => n.popup_exports)` */
const picked = /\s*\.then\(\s*\(?(\w+)\)?\s*=>\s*\1\.\w+_exports\s*\)/g;

/**
 * The bundler wraps the exports of a module that is fetched, and that shares its chunk with others, into an object: a hundred
 * bytes of helper, a function for each name and one more step for each who fetches it. This makes plain exports of them.
 *
 * @returns the helper's file, which nobody needs any more; undefined where there is none
 * @throws where a chunk is written in another way than expected, or two modules of a chunk export different things by one name
 */
export function plainExports(chunks: readonly Chunk[]): string | undefined {
  const helper = chunks.find(({ name }) => name === 'rolldown-runtime')?.fileName;
  for (const chunk of chunks) {
    if (chunk.fileName === helper) continue;
    for (let found = namespace.exec(chunk.code); found; found = namespace.exec(chunk.code)) spread(chunk, found);
    chunk.code = chunk.code.replace(picked, '');
    if (!helper || !chunk.imports.includes(helper)) continue;
    const without = chunk.code.replace(new RegExp(`import\\s*\\{[^}]*\\}\\s*from\\s*["'\`]\\./${helper}["'\`];?`), '');
    if (without === chunk.code) throw new Error(`${chunk.fileName}: imports ${helper} in another way than expected`);
    chunk.code = without;
    chunk.imports = chunk.imports.filter((file) => file !== helper);
  }
  return helper;
}

/** Writes the names of one such object into the chunk's own list of exports. */
function spread(chunk: Chunk, [entry, local = '', name = '']: RegExpExecArray): void {
  const escaped = local.replace(/\$/g, '\\$&');
  const object = new RegExp(`(?<![\\w$])${escaped}=(?:/\\*.*?\\*/\\s*)?[\\w$]+\\(\\{([^{}]*)\\}\\)`).exec(chunk.code);
  const list = /export\s*\{([^}]*)\};?\s*$/.exec(chunk.code)?.[1];
  if (!object || list === undefined)
    throw new Error(`${chunk.fileName}: ${name} is written in another way than expected`);
  const exported = new Map(
    list.split(',').map((each) => [each.split(' as ').at(-1)?.trim(), each.split(' as ')[0]?.trim()]),
  );
  exported.delete(name);
  for (const [, outer, inner] of `${object[1]}`.matchAll(/([\w$]+)\s*:\s*\(\)\s*=>\s*([\w$]+)/g)) {
    if ((exported.get(outer) ?? inner) !== inner)
      throw new Error(`${chunk.fileName}: two of its modules export ${outer}`);
    exported.set(outer, inner);
  }
  const names = [...exported].map(([outer, inner]) => (outer === inner ? `${outer}` : `${inner} as ${outer}`));
  chunk.code = chunk.code
    .replace(object[0], `${local}=0`)
    .replace(/export\s*\{[^}]*\};?\s*$/, () => `export{${names.join(',')}};`);
  chunk.exports = [...exported.keys()].flatMap((outer) => outer ?? []);
  if (chunk.code.includes(entry)) throw new Error(`${chunk.fileName}: ${name} is still there`);
}
