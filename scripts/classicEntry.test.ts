import type { Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { chunkName } from './chunkName.ts';
import { toClassicScript } from './classicEntry.ts';
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
    expect(script).toBe(
      '(()=>{let $base,$load=(name,onFailure)=>import($base+"hello-again."+name+"-x1.js")' +
        '.catch(onFailure);const a=()=>$load("popup");$load("phone");a();\n})();\n',
    );
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

describe('the name of a chunk', () => {
  const named = (path: string) => chunkName({ name: 'index', facadeModuleId: `${root}/${path}`, moduleIds: [] });

  test('says where its source lies', () => {
    expect(named('widget/popup/popup.ts')).toBe('popup');
    expect(named('widget/adapters/klaviyo/index.ts')).toBe('adapters-klaviyo');
    expect(named('widget/locales/en/index.ts')).toBe('strings-en');
    expect(named('widget/locales/en/strings.ts')).toBe('locales-en-strings');
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
