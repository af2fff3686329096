import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from '../root.mjs';
import { squeeze } from '../squeeze.ts';
import { toFunction } from '../toFunction.ts';
import { leavingNames } from './leavingNames.ts';
import { nameMap } from './nameMap.ts';

/** The files of the language's own, read once: they are most of what a program is made of. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** The compiler's view of one file of the widget that is written nowhere. */
function programOf(text: string): ts.Program {
  const path = join(root, 'widget/planted.ts').replaceAll('\\', '/');
  const options = { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    if (name === path) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest));
    return libraries.get(name);
  };
  return ts.createProgram([path], options, host);
}

describe('a property name is found to leave the script', () => {
  test.each([
    ['in what is stored or sent', 'export const text = (x: One) => JSON.stringify(x);'],
    [
      'in what is announced',
      'export const send = (x: One) => dispatchEvent(new CustomEvent<unknown>("a", { detail: x }));',
    ],
    ['in a list or a promise', 'export const give = async (x: One): Promise<unknown> => [x];'],
    ['in an answer', 'export const one = JSON.parse("{}") as One;'],
    ['in an option', 'declare const all: Record<string, unknown>; export const { one } = all as { one: One };'],
    ['in a global of the page', 'export const { leaves } = window as Window & Partial<One>;'],
    ['in a global of the page, by an annotation', 'export const page: Window & Partial<One> = window;'],
    ['where no type declares it', 'declare const any: any; export const one: unknown = any.leaves;'],
    ['where it is taken out of anything', 'declare const any: any; export const { leaves } = any;'],
    ['where a text names it', 'export const one = (x: One) => x["leaves"];'],
    ['where one of several texts names it', 'export const one = (x: One, n: "leaves") => x[n];'],
    ['where any text may name it', 'export const one = (x: One, n: keyof One) => x[n];'],
    [
      'where it is a key of a table',
      'const table: Record<string, number> = { leaves: 1 }; export const at = (n: string) => table[n];',
    ],
    ['where it is looked for', 'export const isOne = (x: object) => "leaves" in x;'],
    ['where names are listed', 'export const names = (x: One) => Object.keys(x);'],
    ['in a method of what is given away', 'interface Api { give(): One } export const api = (x: Api): unknown => x;'],
  ])('%s', (_where, text) => {
    const names = leavingNames(programOf(`interface One { leaves: 1 } interface Two { stays: 1 } ${text}`));
    expect([...names]).toContain('leaves');
    expect([...names]).not.toContain('stays');
  });

  test.each([
    'export const one = (x: One) => x.leaves;',
    'export const one = ({ leaves }: One): One => ({ leaves });',
    'export const all = (x: One[]) => x.map(({ leaves }) => leaves);',
    'export const kept = new Map<string, One>(); export const first = (x: One) => kept.set("a", x);',
    'export const copy = (x: One, isOne: boolean): One => ({ ...x, ...(isOne ? { leaves: 1 } : {}) });',
  ])('but not in %s', (text) => {
    expect([...leavingNames(programOf(`interface One { leaves: 1 } ${text}`))]).toEqual([]);
  });
});

describe('short names', () => {
  const codes = ['a.seldom;b.often;b.often;', 'a.other;a.other;a.other;x.e;({t:1})'];

  test('are shortest for what the entry uses most often', () => {
    expect([...nameMap(['other', 'seldom', 'often', 'never'], codes)]).toEqual([
      ['often', 'n'],
      ['seldom', 'r'],
      ['other', 'i'],
    ]);
  });

  test('differ from each other and from the names that a file has already', () => {
    const many = Array.from({ length: 400 }, (_, i) => `internalName${i}`);
    const short = [...nameMap(many, [many.map((name) => `a.${name}`).join(';'), 'a.e;a.ee;export{b as t}']).values()];
    expect(new Set(short).size).toBe(400);
    expect(short.filter((name) => ['e', 'ee', 't'].includes(name))).toEqual([]);
  });
});

describe('a rewritten file', () => {
  const names = new Map([
    ['inside', 'a'],
    ['show', 'b'],
  ]);

  test('has the short names wherever a property is named, and in no string', async () => {
    const code =
      'const f=({inside:x,...rest})=>[x.inside,{inside:rest},"inside the box",x["inside"],x.outside];globalThis.f=f';
    expect(await squeeze(code, true, names)).toMatch(
      /^globalThis\.f=\(\{a:(\w),\.\.\.(\w)\}\)=>\[\1\.a,\{a:\2\},"inside the box",\1\.inside,\1\.outside\];$/,
    );
  });

  test('exports and imports shared names by their short form', async () => {
    const code = 'import{inside as x,kept}from"./x.js";const show=()=>x(kept);export{show,show as outside};';
    expect(await squeeze(toFunction(code, () => 'x').code, true, names)).toMatch(
      /\{a:(\w),kept:(\w)\}.*\{const (\w)=\(\)=>\1\(\2\);return\{b:\3,outside:\3\}\}/,
    );
  });
});
