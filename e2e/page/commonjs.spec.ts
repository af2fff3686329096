import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { entryPoints } from '../../scripts/entryPoints.mjs';
import { installPacked } from '../../scripts/packed.mjs';
import { root } from '../../scripts/root.mjs';

/** What an app writes to import each entry point. */
const specifiers = entryPoints.map(({ name }) =>
  ['hello-again', name === 'index' ? '' : name.replace(/\/index$/, '')].filter(Boolean).join('/'),
);

/** As where Jest runs it: no ES module can be required. */
const strictly = ['--no-experimental-require-module', '--no-warnings'];

// In one worker: each one would pack the package for itself.
test.describe.configure({ mode: 'default' });

let project: string;

test.beforeAll(() => {
  project = installPacked(['react', 'vue', 'jsdom', '@playwright/test', '@types/react', '@types/node']);
});

test.afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What a script of the project prints, as JSON. */
function run(code: string, options: readonly string[] = strictly): unknown {
  writeFileSync(join(project, 'main.cjs'), code);
  const args = [...options, join(project, 'main.cjs')];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' }));
}

/** jsdom itself needs ES modules. A page without a network, in which the owner's notice is off, and a signup's options. */
const inJsdom = `const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<body></body>', { url: 'https://shop.example/', pretendToBeVisual: true });
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { get: () => window[name], configurable: true });
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });
for (const name of ['Event', 'CustomEvent', 'EventTarget', 'AbortController', 'AbortSignal']) globalThis[name] = window[name];
globalThis.window = globalThis;
Object.defineProperty(globalThis, 'location', { value: window.location, configurable: true });
globalThis.dispatchEvent = window.dispatchEvent.bind(window);
globalThis.addEventListener = window.addEventListener.bind(window);
globalThis.removeEventListener = window.removeEventListener.bind(window);
globalThis.fetch = () => Promise.reject(new Error('no network'));
globalThis.HelloAgainNotice = false;
const options = { collector: 'https://collect.example/v1/submissions', brand: 'Harbor Coffee', terms: '/terms', privacy: '/privacy',
  storage: 'allowed', region: 'uk', locale: 'en', trigger: 'manual' };
const field = () => document.querySelector('hello-again')?.shadowRoot?.querySelector('[data-ha=email]');
const shown = async () => { while (!field()) await new Promise((next) => setImmediate(next)); };
`;

test('require of every entry point gives what import gives', () => {
  const found = run(`const all = ${JSON.stringify(specifiers)};
    const required = all.map((name) => Object.keys(require(name)).sort());
    Promise.all(all.map((name) => import(name))).then((modules) => {
      const imported = modules.map((one) => Object.keys(one).sort());
      console.log(JSON.stringify({ required, imported }));
    });`) as { required: string[][]; imported: string[][] };
  expect(found.required).toEqual(found.imported);
  expect(found.required.filter((names) => names.length === 0)).toEqual([]);
});

test('no file for require imports anything, as Jest cannot', () => {
  const folder = join(project, 'node_modules/hello-again/dist/cjs');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cjs'));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((name) => /\bimport\(/.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
});

test('a link that the required module mints is genuine to the imported one', () => {
  const outcome = run(`const key = { kid: 'a', secret: 'x'.repeat(32) };
    const { mintLink } = require('hello-again/link');
    import('hello-again/link').then(async ({ verifyLink }) => {
      const token = await mintLink({ subject: 'penny', audience: 'shop', key });
      console.log(JSON.stringify(await verifyLink(token, { audience: 'shop', keys: [key] })));
    });`);
  expect(outcome).toMatchObject({ ok: true, subject: 'penny' });
});

// `browser` is the condition that Jest's jsdom environment sets.
test('the popup opens in jsdom as Jest has it, and the relay says that it is for servers', () => {
  const said = run(
    `${inJsdom}const signup = require('hello-again').createSignup(options);
    signup.open();
    let relay;
    try { require('hello-again/relay'); } catch (error) { relay = error.message; }
    shown().then(() => { console.log(JSON.stringify({ relay })); process.exit(); });`,
    ['--conditions=browser'],
  );
  expect(said).toEqual({ relay: expect.stringContaining('runs on a server') });
});

test('a module that is required and imported on one page makes one signup for one id', () => {
  const count = run(
    `${inJsdom}const required = require('hello-again').createSignup(options);
    import('hello-again').then(async ({ createSignup }) => {
      const imported = createSignup({ ...options });
      const opened = [];
      for (const signup of [required, imported]) signup.on('open', () => opened.push(1));
      required.open();
      await shown();
      imported.open();
      const popups = document.querySelectorAll('hello-again').length;
      required.destroy();
      const left = document.querySelectorAll('hello-again').length;
      imported.destroy();
      console.log(JSON.stringify({ opened: opened.length, popups, left, atLast: document.querySelectorAll('hello-again').length }));
      process.exit();
    });`,
    ['--no-warnings'],
  );
  expect(count).toEqual({ opened: 2, popups: 1, left: 1, atLast: 0 });
});

const importing = (names: readonly string[]) =>
  `${names.map((name, i) => `import * as m${i} from '${name}';`).join('\n')}
import { createSignup, type Decision, type Signup } from 'hello-again';
import type { Signup as Same } from 'hello-again';
export const signup: Same = createSignup({} as Parameters<typeof createSignup>[0]) satisfies Signup;
export const decision: Decision = signup.decide();
export const global: unknown = window.HelloAgain?.explain;
window.addEventListener('hello-again:sent', ({ detail }) => detail.outcome.length);
export const names = [${names.map((_, i) => `m${i}`).join(', ')}];
`;

for (const [how, files, compilerOptions, names] of [
  [
    'node16, as CommonJS and as an ES module',
    ['types.cts', 'types.mts'],
    { module: 'node16', moduleResolution: 'node16' },
    specifiers,
  ],
  ['a bundler', ['types.ts'], { module: 'esnext', moduleResolution: 'bundler' }, specifiers],
  [
    'node10, which knows the main entry point alone',
    ['types10.ts'],
    { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
    ['hello-again'],
  ],
] as const) {
  test(`the types of every entry point are found by ${how}`, { tag: '@whole' }, () => {
    for (const file of files) writeFileSync(join(project, file), importing(names));
    const config = join(project, `tsconfig.${files[0]}.json`);
    // The types of Playwright, which the test kit speaks of, want those of Node.
    const types = names.length > 1 ? ['node'] : [];
    const strict = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, types, target: 'es2022' };
    const lib = ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'];
    writeFileSync(config, JSON.stringify({ compilerOptions: { ...strict, lib, ...compilerOptions }, files }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8' });
    expect({ status, stdout: stdout.slice(0, 2_000) }).toEqual({ status: 0, stdout: '' });
  });
}
