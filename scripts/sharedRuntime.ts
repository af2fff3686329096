import type { Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/**
 * The bundler puts its helper for namespaces, a hundred bytes, into a separate file as soon as two files need it: one
 * request more for every visitor. This moves it into the file named, where all that need it find it.
 *
 * @returns the name of the file that is no longer needed; undefined where there was none
 * @throws where a file imports the helper in a way that is not expected
 */
export function sharedRuntime(chunks: readonly Chunk[], owner: string): string | undefined {
  const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
  if (!runtime) return undefined;
  const home = chunks.find(({ name }) => name === owner);
  const [, inner, outer = inner] = /export\s*\{\s*(\w+)(?:\s+as\s+(\w+))?\s*\};?\s*$/.exec(runtime.code) ?? [];
  if (!home || !inner || !outer) throw new Error(`${runtime.fileName}: its helper cannot be moved to ${owner}`);
  const body = runtime.code.replace(/export\s*\{[^}]*\};?\s*$/, '');
  const from = new RegExp(
    `import\\s*\\{\\s*${outer}(?:\\s+as\\s+(\\w+))?\\s*\\}\\s*from\\s*["'\`]\\./${runtime.fileName}["'\`];?`,
  );
  for (const chunk of chunks.filter(({ imports }) => imports.includes(runtime.fileName))) {
    const found = from.exec(chunk.code);
    if (!found) throw new Error(`${chunk.fileName}: imports ${runtime.fileName} in another way than expected`);
    const local = found[1] ?? outer;
    chunk.code =
      chunk === home
        ? `const ${local}=(()=>{${body}return ${inner}})();${chunk.code.replace(from, '')}\nexport{${local} as ${outer}};`
        : importing(chunk.code.replace(from, ''), `${outer} as ${local}`, home.fileName);
    if (chunk === home) chunk.exports.push(outer);
  }
  return runtime.fileName;
}

/** Adds a name to what a file imports from another. */
function importing(code: string, name: string, file: string): string {
  const present = new RegExp(`import\\s*\\{(?=[^}]*\\}\\s*from\\s*["'\`]\\./${file}["'\`])`);
  return present.test(code) ? code.replace(present, `import{${name},`) : `import{${name}}from"./${file}";${code}`;
}
