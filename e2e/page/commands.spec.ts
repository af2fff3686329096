// The package's commands as they are built: `npx hello-again doctor` and `init`. `check-collector` has tests of its own.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { toNodeListener } from '../../widget/relay/index.ts';
import { CollectorDouble } from '../../widget/testing/index.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { builtFiles, type Handler, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage, type TagOptions } from '../support/tag.ts';

interface Ran {
  readonly code: number;
  readonly said: string;
}

interface Finding {
  readonly about: string;
  readonly tone: string;
  readonly says: string;
}

const command = join(root, 'dist/npm/cli/hello-again.js');

const test = base.extend<{
  run: (...args: readonly string[]) => Promise<Ran>;
  /** A shop with this tag, and legal pages. */
  startShop: (
    parts?: Partial<TagOptions> & { readonly body?: string; readonly table?: Readonly<Record<string, Handler>> },
    headers?: Readonly<Record<string, string>>,
  ) => Promise<string>;
}>({
  run: async ({ launchOptions }, use) => {
    const env = { ...process.env, HELLO_AGAIN_BROWSER: launchOptions.executablePath };
    await use(
      (...args) =>
        new Promise((resolve) => {
          execFile(process.execPath, [command, ...args], { cwd: root, env }, (error, stdout, stderr) => {
            resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
          });
        }),
    );
  },
  startShop: async ({ startSite, baseURL, store }, use) => {
    await use(async ({ body = '', table = {}, ...tag } = {}, headers = {}) => {
      const collector = `${baseURL}/v1/submissions?store=${store}`;
      const legal = { 'data-terms': '/terms', 'data-privacy': '/privacy' };
      const whole = { src: '/hello-again.js', collector, store, ...tag, attributes: { ...legal, ...tag.attributes } };
      const site = await startSite(
        routes({
          '/hello-again': builtFiles('dist/embed'),
          '/terms': html('Terms'),
          '/privacy': html('Privacy'),
          '/': html(shopPage({ head: scriptTag(whole), body }), headers),
          ...table,
        }),
      );
      return site.origin;
    });
  },
});

test('doctor finds nothing wrong with a page that works, sends one test and says who is asked for what', async ({
  run,
  startShop,
}) => {
  test.slow();
  const double = new CollectorDouble();
  const table = { '/v1/submissions': toNodeListener((request) => double.handle(request)) };
  const shop = await startShop({ collector: '/v1/submissions', table });
  const { code, said } = await run('doctor', shop, '--json');
  const { findings, visitors } = JSON.parse(said);
  expect(findings.filter(({ tone }: Finding) => tone !== 'good')).toEqual([]);
  expect(findings.map(({ about }: Finding) => about)).toEqual(
    expect.arrayContaining([
      'tag',
      'files',
      'policy',
      'collector',
      'storage consent',
      'popup',
      'legal links',
      'receipt',
    ]),
  );
  for (const { visitor, reason } of visitors) expect(reason).toBe(visitor);
  expect(visitors).toHaveLength(13);
  expect(code).toBe(0);
  expect(double.posted).toMatchObject([{ test: true, contact: { email: 'doctor@example.com' } }]);
  expect(double.posted.flatMap(({ consents }) => consents).filter(({ granted }) => granted)).toEqual([]);
});

test('doctor finds nothing wrong behind the strictest policy and Trusted Types', async ({
  run,
  startShop,
  baseURL,
}) => {
  test.slow();
  const rules = ["default-src 'none'", "script-src 'self'", `connect-src ${baseURL}`];
  const strict = [...rules, "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ');
  const shop = await startShop({}, { 'content-security-policy': strict });
  const { code, said } = await run('doctor', shop, '--json', '--no-send', '--no-visitors');
  const { findings } = JSON.parse(said);
  expect(findings.filter(({ tone }: Finding) => tone !== 'good' && tone !== 'skipped')).toEqual([]);
  expect(code).toBe(0);
});

test('doctor tells a banner that waits from one that is missing', async ({ run, startShop }) => {
  test.slow();
  const style = 'position:fixed;inset:auto 0 0;height:90px;background:white';
  const body = `<div id="cookie-banner" style="${style}">We use cookies. <button>Accept all</button><button>Reject</button></div>`;
  const shop = await startShop({ attributes: { 'data-storage': 'banner' }, body });
  const { findings } = JSON.parse((await run('doctor', shop, '--json', '--no-send', '--no-visitors')).said);
  expect(findings).toContainEqual(expect.objectContaining({ about: 'storage consent', tone: 'note' }));
  expect(JSON.stringify(findings)).not.toContain('No consent platform has answered');
});

const policy = (rule: string) => ({ 'content-security-policy': `${rule}; object-src 'none'` });

const broken: readonly [
  what: string,
  says: RegExp,
  parts: { readonly body?: string; readonly attributes?: Readonly<Record<string, string>>; readonly src?: string },
  headers?: Readonly<Record<string, string>>,
][] = [
  ['an optimiser has changed its type', /its type is “text\/plain”/, { attributes: { type: 'text/plain' } }],
  [
    'its attributes are taken away',
    /takes attributes away: data-collector/,
    {
      body: '<script>for (const n of ["data-collector", "data-brand"]) document.scripts[0].removeAttribute(n)</script>',
    },
  ],
  ['its file is not there', /gone\.js did not come: status 404/, { src: '/gone/hello-again.gone.js' }],
  [
    'its hash is of another file',
    /integrity is of another file/,
    { attributes: { integrity: `sha384-${'A'.repeat(64)}`, crossorigin: 'anonymous' } },
  ],
  ['its policy forbids the collector', /the policy’s connect-src blocks/, {}, policy("connect-src 'self'")],
  ['its privacy page is dead', /\/gone answers 404/, { attributes: { 'data-privacy': '/gone' } }],
  ['its collector is none', /collector’s address answers/i, { attributes: { 'data-collector': '/gone' } }],
  ['no consent platform answers', /No consent platform has answered/, { attributes: { 'data-storage': 'banner' } }],
  ['another dialog is open', /another dialog or a banner is open/, { body: '<dialog open>Cookies? </dialog>' }],
  ['a legal link is missing in the tag', /privacy/, { attributes: { 'data-privacy': '' } }],
];

for (const [what, says, parts, headers] of broken) {
  test(`doctor ends with 1 and says so where ${what}`, async ({ run, startShop }) => {
    test.slow();
    const table = {
      '/gone': (_: unknown, response: { writeHead(status: number): { end(): void } }) => response.writeHead(404).end(),
    };
    const url = await startShop({ ...parts, table }, headers);
    const { code, said } = await run('doctor', url, '--json', '--no-send', '--no-visitors');
    const bad = (JSON.parse(said).findings as Finding[]).filter(({ tone }) => tone === 'bad');
    expect(bad.map((finding) => finding.says).join('\n')).toMatch(says);
    expect(code).toBe(1);
  });
}

test('a command that is none, an address that is none and a page that is not there end with 2 and 1', async ({
  run,
}) => {
  expect((await run('cure')).code).toBe(2);
  expect((await run('doctor')).code).toBe(2);
  expect((await run('doctor', 'mailto:penny@example.com')).code).toBe(2);
  const gone = await run('doctor', 'http://127.0.0.1:9/');
  expect(gone.code).toBe(1);
  expect(gone.said).toContain('it cannot be opened');
  expect((await run('doctor', '--help')).said).toContain('--no-send');
});

test('init writes a page and a collector that work at once, and overwrites nothing', async ({
  page,
  popup,
  surprises,
  run,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'hello-again-init-'));
  const child = spawn(process.execPath, [command, 'init', folder, '--port', '0'], { stdio: 'pipe' });
  try {
    const address = await new Promise<string>((found) => {
      let said = '';
      child.stdout.on('data', (part) => {
        said += part;
        const url = /Open (http:\S+)/.exec(said)?.[1];
        if (url) found(url);
      });
    });
    surprises.allowOrigin(address);
    await page.goto(`${address}?ha=force`);
    await popup.toAsk('email+phone');
    await popup.submit({ email: 'init@example.com', mails: true });
    await popup.toSucceed();
    expect((await page.request.get(`${address}sign-ups.jsonl`)).status()).toBe(404);
    expect((await run('init', folder)).code).toBe(2);
  } finally {
    const isGone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await isGone;
    await rm(folder, { recursive: true });
  }
});
