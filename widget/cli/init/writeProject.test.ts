import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeProject } from './writeProject.ts';

let folder: string;
let embed: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hello-again-init-'));
  embed = mkdtempSync(join(tmpdir(), 'hello-again-embed-'));
  writeFileSync(join(embed, 'hello-again.js'), '');
});

afterEach(() => {
  for (const made of [folder, embed]) rmSync(made, { recursive: true });
});

test('the page names everything that no popup can do without, and only files that are written', () => {
  writeProject(folder, embed);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const name of ['collector', 'brand', 'terms', 'privacy', 'region', 'storage']) {
    expect(page).toContain(`data-${name}=`);
  }
  expect(readdirSync(join(folder, 'hello-again'))).toEqual(['hello-again.js']);
  expect(readdirSync(folder).sort()).toEqual(['README.md', 'collector.mjs', 'hello-again', 'index.html', 'serve.mjs']);
});

test('a folder that has something in it is left as it is', () => {
  writeFileSync(join(folder, 'index.html'), 'mine');
  expect(() => writeProject(folder, embed)).toThrow(/has something in it/);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('mine');
});
