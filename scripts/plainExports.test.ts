import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { plainExports } from './plainExports.ts';

const chunk = (fileName: string, code: string, imports: string[] = []) =>
  ({ fileName, name: fileName.replace(/\.js$/, ''), code, imports, exports: [] }) as unknown as Rolldown.OutputChunk;

const helper = () => chunk('rolldown-runtime.js', 'export{t as __exportAll}');
const popupOf = (list: string) =>
  chunk(
    'popup.js',
    `import{t as e}from"./rolldown-runtime.js";var f=1,a=/* @__PURE__ */ e({plan:()=>o,show:()=>s});${list}`,
    ['rolldown-runtime.js'],
  );

test('what is fetched of a chunk of several modules is exported by its own name, and the helper is not needed', () => {
  const popup = popupOf('export{s as $,o as plan,a as popup_exports};');
  const entry = chunk('entry.js', 'import("./popup.js").then((n)=>n.popup_exports).then(({plan})=>plan())');
  expect(plainExports([helper(), popup, entry])).toBe('rolldown-runtime.js');
  expect(popup.code).toBe('var f=1,a=0;export{s as $,o as plan,s as show};');
  expect([popup.exports, popup.imports]).toEqual([['$', 'plan', 'show'], []]);
  expect(entry.code).toBe('import("./popup.js").then(({plan})=>plan())');
});

test('a name that begins with a dollar sign is a name like any other', () => {
  const popup = chunk('popup.js', 'var $t=e({plan:()=>o});export{$t as popup_exports};');
  plainExports([popup]);
  expect(popup.code).toBe('var $t=0;export{o as plan};');
});

test('two modules of a chunk cannot export different things by one name', () => {
  expect(() => plainExports([helper(), popupOf('export{f as show,a as popup_exports};')])).toThrow(
    'popup.js: two of its modules export show',
  );
});

test('a chunk that is written in another way than expected stops the build', () => {
  expect(() => plainExports([chunk('popup.js', 'var a=x();export{a as popup_exports};')])).toThrow('another way');
  expect(() =>
    plainExports([helper(), chunk('x.js', 'import*as e from"./rolldown-runtime.js";', ['rolldown-runtime.js'])]),
  ).toThrow('another way');
});
