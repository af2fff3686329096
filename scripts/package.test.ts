import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { homeOf } from './homeOf.mjs';
import { packedFiles } from './packedFiles.mjs';
import { registryReadme } from './registryReadme.mjs';
import { root } from './root.mjs';
import { cdnAddress, scriptTag } from './scriptTag.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as { version: string } & Record<string, string>;
const targets = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);

test('every link of the README leads to the web or to a file that the package has', () => {
  const packed = packedFiles();
  const isThere = (target: string) => /^https?:|^#/.test(target) || packed.includes(target.replace(/#.*/, ''));
  expect(targets.length).toBeGreaterThan(20);
  expect(targets.filter((target) => !isThere(target))).toEqual([]);
});

test('every link of the README is whole on the registry’s page, where no file lies beside it', () => {
  const there = registryReadme(readme, '1.2.3');
  const found = [...there.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  expect(found).toHaveLength(targets.length);
  expect(found.filter((target) => !/^https:|^#/.test(target))).toEqual([]);
  expect(there).toContain(`](${cdnAddress('1.2.3', 'docs/asking.md')})`);
});

test('the README is no page that a stranger reads to its end', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});

test('the README shows the install line, and the script tag with this version’s address and a hash', () => {
  expect(readme).toContain('npm install hello-again');
  const integrity = /integrity="(sha384-[\w+/]{64})"/.exec(readme)?.[1] ?? 'none';
  expect(readme).toContain(scriptTag(manifest.version, integrity));
});

test('the CDNs serve the script tag’s file by the package’s name alone', () => {
  // Without a build nothing of dist/ is packed.
  for (const cdn of ['unpkg', 'jsdelivr']) expect(manifest[cdn]).toBe('./dist/embed/hello-again.js');
  expect(manifest.files).toContain('dist/embed');
});

test.each([
  ['git@host.example:shop/hello-again.git', 'https://host.example/shop/hello-again'],
  ['https://user:secret@host.example/shop/hello-again.git', 'https://host.example/shop/hello-again'],
  ['ssh://git@host.example:2222/shop/hello-again', 'https://host.example/shop/hello-again'],
  ['git+https://host.example/a/b/c.git/', 'https://host.example/a/b/c'],
])('the repository at %s has the home %s, without anybody’s password', (remote, page) => {
  expect(homeOf(remote)).toEqual({
    homepage: `${page}#readme`,
    repository: { type: 'git', url: `git+${page}.git` },
    bugs: { url: `${page}/issues` },
  });
});

test('a folder as git’s remote is no home', () => {
  for (const remote of ['/srv/git/hello-again.git', '../hello-again', '']) expect(homeOf(remote)).toBeUndefined();
});
