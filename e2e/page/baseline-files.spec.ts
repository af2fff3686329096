import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { baseline } from '../../scripts/baseline/compatData.ts';
import { newerInScript, newerInStyles, stylesIn } from '../../scripts/baseline/featuresOf.ts';
import { newer, newerStyles, ours } from '../../scripts/baseline/newer.ts';
import { root } from '../../scripts/root.mjs';

// What no page is needed for: the built files, held against MDN's data of what browsers have.

const embed = join(root, 'dist/embed');
const codes = readdirSync(embed)
  .filter((file) => file.endsWith('.js'))
  .map((file) => [file, readFileSync(join(embed, file), 'utf8')] as const);

/** Names that a minifier made are none of a browser's. */
const isShort = (name: string) => name.length < 3 && name !== 'to';

test('the README names the baseline that the built files are held against', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  expect(text).toContain(
    `Chrome and Edge from ${baseline.chrome}, Firefox from ${baseline.firefox}, Safari from ${baseline.safari}`,
  );
});

test('the built scripts use nothing that a browser of the baseline lacks, but for what is listed with what happens then', () => {
  const found = new Map<string, string>();
  for (const [file, code] of codes) {
    for (const [name, paths] of newerInScript(code)) {
      if (!isShort(name)) found.set(name, `${name} (${paths.slice(0, 3).join(', ')}) in ${file}`);
    }
  }
  const listed = new Set([...Object.keys(newer), ...ours]);
  expect([...found].filter(([name]) => !listed.has(name)).map(([, told]) => told)).toEqual([]);
  expect(
    [...listed].filter((name) => !found.has(name)),
    'listed, and not used any more',
  ).toEqual([]);
});

test('the built styles use nothing that a browser of the baseline lacks, but for what is listed with what happens then', () => {
  const found = new Map<string, string>();
  for (const [file, code] of codes) {
    for (const css of stylesIn(code)) for (const path of newerInStyles(css)) found.set(path, `${path} in ${file}`);
  }
  expect(codes.flatMap(([, code]) => stylesIn(code)).length).toBeGreaterThan(4);
  expect([...found].filter(([path]) => !(path in newerStyles)).map(([, told]) => told)).toEqual([]);
  expect(
    Object.keys(newerStyles).filter((path) => !found.has(path)),
    'listed, and not used any more',
  ).toEqual([]);
});

test.describe('the check', () => {
  for (const [code, path] of [
    ['class A{static{this.a=1}}', 'javascript.classes.static.initialization_blocks'],
    ['structuredClone({})', 'structuredClone'],
    ['x.showPopover()', 'showPopover'],
    ['const {CloseWatcher}=window', 'CloseWatcher'],
    ['[1].findLast(f)', 'findLast'],
    ['/(?<=a)b/', 'javascript.regular_expressions.lookbehind_assertion'],
  ] as const) {
    test(`finds ${path} in a script`, () => expect([...newerInScript(code).keys()]).toContain(path));
  }

  test('finds nothing in what every browser of the baseline has', () => {
    expect([
      ...newerInScript('a??=b?.c;x.replaceAll("a","b").at(-1);Object.hasOwn(a,"b");d.showModal()').keys(),
    ]).toEqual([]);
  });

  test('finds properties, functions and selectors in a style sheet', () => {
    const css = 'a:has(b){color:color-mix(in srgb,red,blue);text-wrap:balance;height:1dvh}';
    expect([...newerInStyles(css)].sort()).toEqual([
      'css.properties.text-wrap',
      'css.properties.text-wrap.balance',
      'css.selectors.has',
      'css.types.color.color-mix',
      'css.types.length.viewport_percentage_units_dynamic',
    ]);
  });
});
