import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.mjs';
import { slim } from './slimPreact.ts';

const sources = join(root, 'node_modules/preact/src');

it('leaves no way to write markup into the page, and no word of hydration', () => {
  const code = slim('diff/index.js', readFileSync(join(sources, 'diff/index.js'), 'utf8'), new Map());
  expect(code).not.toMatch(/innerHTML =|excessDomChildren|isHydrating/);
});

it('names the file and the step where Preact is written in another way', () => {
  expect(() => slim('diff/props.js', 'export const x = 1;', new Map())).toThrow(
    /preact\/src\/diff\/props\.js .*options/,
  );
});

it('gives what Preact keeps to itself one short name in all files', () => {
  const names = new Map<string, string>();
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const all = files.map((file) => slim(file, readFileSync(join(sources, file), 'utf8'), names)).join('');
  expect(all).not.toMatch(/\b_[a-z]\w+/);
  expect(new Set(names.values()).size).toBe(names.size);
});
