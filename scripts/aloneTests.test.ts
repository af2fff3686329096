import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aloneTests } from './aloneTests.ts';
import { root } from './root.mjs';

test('a test replaces a module that other tests in its process have loaded already, or will', () => {
  const files = ['widget', 'demo', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  const mocking = files.filter((name) => /^vi\.mock\(/m.test(readFileSync(join(root, name), 'utf8')));
  expect(mocking.length).toBeGreaterThan(10);
  expect(mocking.filter((name) => !aloneTests.some((place) => name.startsWith(place)))).toEqual([]);
});
