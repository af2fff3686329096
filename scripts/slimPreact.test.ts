import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.mjs';
import { slimmer } from './slimPreact.ts';

const sources = join(root, 'node_modules/preact/src');

const readIn = (file: string) => readFileSync(join(sources, file), 'utf8');

it('leaves no way to write markup into the page, and no word of hydration', () => {
  const code = slimmer()('diff/index.js', readIn('diff/index.js'));
  expect(code).not.toMatch(/innerHTML =|excessDomChildren|isHydrating/);
});

it('names the file and the step where Preact is written in another way', () => {
  expect(() => slimmer()('diff/props.js', 'export const x = 1;')).toThrow(/preact\/src\/diff\/props\.js .*options/);
});

it('gives what Preact keeps to itself one short name in all files, in whatever order they are read', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const all = (order: readonly string[]) => {
    const slim = slimmer();
    return new Map(order.map((file) => [file, slim(file, readIn(file))]));
  };
  const forth = all(files);
  expect(all([...files].reverse())).toEqual(new Map([...forth].reverse()));
  // Of the files that are in the popup.
  const inPopup = [...forth].filter(([file]) => !/create-(context|portal)/.test(file)).map(([, code]) => code);
  expect(inPopup.join('')).not.toMatch(/\b_[a-z]\w+/);
});
