import type { Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { chunkName } from './chunkName.ts';
import { toClassicScript, toLazyFiles } from './classicEntry.ts';
import { root } from './root.mjs';

type Chunk = Rolldown.OutputChunk;

const chunk = (parts: Partial<Chunk>): Chunk =>
  ({
    fileName: 'hello-again.js',
    code: '',
    imports: [],
    exports: [],
    dynamicImports: [],
    moduleIds: [],
    ...parts,
  }) as unknown as Chunk;

describe('the classic script', () => {
  test('is one function that loads its chunks from the folder that the loader found', () => {
    const code = 'const a=()=>import(`./hello-again.popup-x1.js`);import("./hello-again.phone-x1.js");a();';
    const script = toClassicScript(
      chunk({ code, dynamicImports: ['hello-again.popup-x1.js', 'hello-again.phone-x1.js'] }),
      [],
    );
    expect(script).toMatch(/^\(\(\)=>\{let \$base;.*import\(\$base\+"hello-again\."\+name\+"-x1\.js"/s);
    expect(script).toContain('const a=()=>$load("popup");$load("phone");a();');
    // A module would be parsed in another way: this throws where the text is no classic script.
    expect(() => new Function(script)).not.toThrow();
  });

  test('is refused when an import was not rewritten', () => {
    const entry = chunk({ code: 'import(name)', dynamicImports: ['hello-again.popup-x1.js'] });
    expect(() => toClassicScript(entry, [])).toThrow(
      /not every dynamic import was rewritten: hello-again\.popup-x1\.js/,
    );
  });

  test('is refused with chunks of two builds', () => {
    const code = 'import("./hello-again.popup-x1.js");import("./hello-again.phone-y2.js");';
    expect(() => toClassicScript(chunk({ code }), [])).toThrow(/of several builds: x1, y2/);
  });

  test('is refused with an import of a file that is no chunk of the build', () => {
    const code = 'import("./hello-again.popup-x1.js");import("./other.js");';
    expect(() => toClassicScript(chunk({ code }), [])).toThrow(/of several builds/);
  });

  test('finds a chunk whose name has several words', () => {
    const script = toClassicScript(chunk({ code: 'import("./hello-again.strings-en-x1.js")' }), []);
    expect(script).toContain('$load("strings-en")');
    expect(script).toContain('"-x1.js"');
  });

  test('is refused with a static import', () => {
    expect(() => toClassicScript(chunk({ imports: ['shared.js'] }), [])).toThrow(
      /cannot import statically: shared\.js/,
    );
  });

  test('is refused with an export, and the error names the importer', () => {
    const popup = chunk({ imports: ['hello-again.js'], moduleIds: ['/repo/widget/popup/popup.ts'] });
    expect(() => toClassicScript(chunk({ exports: ['t'] }), [popup])).toThrow(
      /wanted by \/repo\/widget\/popup\/popup\.ts/,
    );
  });

  test('is refused with import.meta', () => {
    expect(() => toClassicScript(chunk({ code: 'import.meta.url' }), [])).toThrow(/import\.meta/);
  });
});

describe('a lazy file', () => {
  const lazy = (name: string, code: string, parts: Partial<Chunk> = {}) =>
    chunk({ fileName: `hello-again.${name}-x1.js`, code, ...parts });

  /** What the entry runs to fetch files, with the addresses that it asks for. */
  function loaderOf(files: Readonly<Record<string, string>>, failing: Set<string>) {
    const asked: string[] = [];
    const chunks = Object.entries(files).map(([name, code]) => lazy(name, code));
    toLazyFiles(chunks);
    const made = new Map(chunks.map(({ fileName, code }) => [fileName, code.replace('export default', 'return')]));
    const fetched = (address: string) => {
      asked.push(address);
      const file = address.replace(/^.*\/|\?.*/g, '');
      if (failing.delete(file)) return Promise.reject(new TypeError(address));
      return Promise.resolve({ default: new Function(String(made.get(file)))() });
    };
    const script = toClassicScript(chunk({ code: '$base="/";got=$load;import("./hello-again.popup-x1.js")' }), []);
    const load = new Function('fetched', `let got;${script.replaceAll('import(', 'fetched(')};return got`)(fetched);
    return { asked, load: load as (name: string) => Promise<Record<string, () => unknown>> };
  }

  const files = {
    memory: 'let n=0;const count=()=>++n;export{count as c};',
    popup: 'import{c as x}from"./hello-again.memory-x1.js";const show=()=>x();export{show,x as count};',
    sending: 'import{c}from"./hello-again.memory-x1.js";const send=()=>c();export{send};',
  };

  test('gives what it exports, by those names', async () => {
    const { load } = loaderOf(files, new Set());
    expect(Object.keys(await load('popup')).sort()).toEqual(['count', 'show']);
  });

  test('is one and the same to everybody who imports it', async () => {
    const { load } = loaderOf(files, new Set());
    const [popup, sending] = await Promise.all([load('popup'), load('sending')]);
    expect([popup.show?.(), sending.send?.()]).toEqual([1, 2]);
  });

  test.each(['popup', 'memory'])(
    'that could not be fetched is fetched from another address, when it is %s',
    async (name) => {
      const { load, asked } = loaderOf(files, new Set([`hello-again.${name}-x1.js`]));
      await expect(load('popup')).rejects.toThrow(name);
      await expect(load('popup').then(({ show }) => show?.())).resolves.toBe(1);
      expect(asked.filter((address) => address.includes(name))).toEqual([
        expect.stringMatching(/-x1\.js$/),
        expect.stringMatching(/-x1\.js\?1$/),
      ]);
    },
  );

  test('is refused where it gives an export another value later', () => {
    const changing = lazy('memory', 'let n=0;const more=()=>{n+=1};export{n,more};');
    expect(() => toLazyFiles([changing])).toThrow(/exports n, and gives it another value later/);
  });

  test('may give an export its value while it runs, and use its name for something else', () => {
    const file = lazy('memory', 'let n;n=1;const f=(n)=>{n+=1;return n};export{n,f};');
    expect(() => toLazyFiles([file])).not.toThrow();
  });

  test('is refused where two import each other', () => {
    const one = lazy('one', 'import{b}from"./hello-again.two-x1.js";const a=()=>b();export{a};');
    const two = lazy('two', 'import{a}from"./hello-again.one-x1.js";const b=()=>a();export{b};');
    expect(() => toLazyFiles([one, two])).toThrow(/files import each other: one, two, one/);
  });
});

describe('the name of a chunk', () => {
  const named = (path: string) => chunkName({ name: 'index', facadeModuleId: `${root}/${path}`, moduleIds: [] });

  test('says where its source lies', () => {
    expect(named('widget/popup/popup.ts')).toBe('popup');
    expect(named('widget/adapters/klaviyo/fromAttributes.ts')).toBe('adapters-klaviyo');
    expect(named('widget/locales/en/index.ts')).toBe('strings-en');
    expect(named('widget/locales/en/strings.ts')).toBe('locales-en-strings');
  });

  test('says so of a file without a facade as well, where it has one source', () => {
    const moduleIds = [`${root}/widget/adapters/klaviyo/manifest.ts`];
    expect(chunkName({ name: 'manifest', moduleIds })).toBe('adapters-klaviyo-manifest');
  });

  test.each([
    ['home/44', 'phone-44'],
    ['pack/western-europe', 'phone-pack-western-europe'],
    ['examples', 'phone-examples'],
  ])('of the phone metadata %s is %s', (module, name) => {
    const facadeModuleId = `\0virtual:phone-${module}`;
    expect(chunkName({ name: 'index', facadeModuleId, moduleIds: [facadeModuleId] })).toBe(name);
  });

  test('tells what only the phone rules share', () => {
    const moduleIds = ['/repo/node_modules/libphonenumber-js/core/index.js'];
    expect(chunkName({ name: 'core', moduleIds })).toBe('phone-shared');
    expect(chunkName({ name: 'core', moduleIds: [...moduleIds, '/repo/widget/core/tag.ts'] })).toBe('core');
  });
});
