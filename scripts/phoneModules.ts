import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { nationalExamples } from './phone/examples.ts';
import { homes, packs, slicesInPack, slicesOf, tableOf } from './phone/files.ts';
import { leanLibrary } from './phone/leanLibrary.ts';
import { root } from './root.mjs';

const prefix = 'virtual:phone-';
const rules = join(root, 'widget/phone/createPhoneRules.ts');

/** Which home file a module is a copy for. */
const copyOf = /\?home=(\d+)$/;

/** What the code that sends needs as well: it is in the file `memory`, which is fetched whenever a home file is. */
const inMemory = /\/widget\/core\/contact\/cleanText\.ts$/;

const json = (value: unknown) => `export default ${JSON.stringify(value)};`;
const list = (lines: readonly string[]) => lines.join(',\n');

/** A function that fetches one of several modules; the classic build knows its files by name, which is shorter than a list. */
const loader = (name: string, kind: string, names: readonly string[], file: string, isClassic: boolean) =>
  isClassic
    ? `export const ${name} = (name) => $load('${file}' + name);`
    : `const files = {\n${list(names.map((each) => `'${each}': () => import('${prefix}${kind}/${each}')`))}\n};
export const ${name} = (name) => files[name]();`;

/** The code of each virtual module; `widget/env.d.ts` has their types. */
const sources: Readonly<Record<string, (name: string, isClassic: boolean) => string>> = {
  examples: () => json(nationalExamples()),
  repairs: () => `export { repairNumber } from ${JSON.stringify(join(root, 'widget/phone/repairNumber.ts'))};`,
  home: (name) => {
    const slices = JSON.stringify(slicesOf(homes[name] ?? []));
    return `import { createPhoneRules } from ${JSON.stringify(rules)};\nexport const phoneRules = createPhoneRules(${slices});`;
  },
  homes: (_name, isClassic) => loader('loadHome', 'home', Object.keys(homes), 'phone-', isClassic),
  pack: (name) => json(slicesInPack(name)),
  packs: (_name, isClassic) =>
    `${loader('loadPack', 'pack', packs, 'phone-pack-', isClassic)}\nexport const packs = ${JSON.stringify(packs.map((name) => [name, tableOf(name)]))};`,
};

/**
 * The phone metadata, cut by calling code at build time, as modules.
 *
 * In the classic build each home file is one request: it has copies of the parser and of everything else that it imports and
 * that is not in the file `memory`, kept apart by `?home=` behind their ids. Files of data alone are shared. In other builds the
 * bundler shares as usual.
 *
 * @param build what the names of the classic build's files end in
 */
export function phoneModules(): Plugin {
  return {
    name: 'hello-again:phone-modules',
    enforce: 'pre',
    buildStart() {
      if (this.environment.name !== 'embed') return;
      for (const code of Object.keys(homes)) {
        this.emitFile({
          type: 'chunk',
          id: `${prefix}home/${code}`,
          name: `phone-${code}`,
          preserveSignature: 'strict',
        });
      }
      for (const name of packs) {
        this.emitFile({
          type: 'chunk',
          id: `${prefix}pack/${name}`,
          name: `phone-pack-${name}`,
          preserveSignature: 'strict',
        });
      }
    },
    async resolveId(source, importer, options) {
      const isEmbed = this.environment.name === 'embed';
      const home = isEmbed
        ? (/virtual:phone-home\/(\d+)$/.exec(importer ?? '') ?? copyOf.exec(importer ?? ''))?.[1]
        : undefined;
      if (source.startsWith(prefix)) return `\0${source}${home && source === `${prefix}packs` ? `?home=${home}` : ''}`;
      if (!home) return undefined;
      const from = importer?.startsWith('\0') ? rules : importer?.replace(copyOf, '');
      const found = await this.resolve(source, from, { ...options, skipSelf: true });
      return found && !found.external && !inMemory.test(found.id.replaceAll('\\', '/'))
        ? { ...found, id: `${found.id}?home=${home}` }
        : found;
    },
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'embed') return;
      const files = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
      const found = files.filter(({ facadeModuleId }) => facadeModuleId?.startsWith(`\0${prefix}home/`));
      if (found.length !== Object.keys(homes).length)
        this.error(`${found.length} home files of phone rules were built`);
      for (const { fileName, imports } of found) {
        const more = imports.filter((file) => !file.startsWith('hello-again.memory-'));
        if (more.length > 0) this.error(`${fileName} is more than one request: it imports ${more.join(', ')}`);
      }
    },
    async load(id) {
      const plain = id.replace(copyOf, '');
      if (plain.startsWith(`\0${prefix}`)) {
        const [kind = '', name = ''] = plain.slice(prefix.length + 1).split('/');
        return sources[kind]?.(name, this.environment.name === 'embed');
      }
      if (plain === id) return undefined;
      return {
        code: leanLibrary(plain, await readFile(plain, 'utf8')),
        moduleType: plain.endsWith('.ts') ? 'ts' : 'js',
      };
    },
  };
}
