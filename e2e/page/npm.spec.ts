import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { build } from 'vite';
import { installPacked } from '../../scripts/packed.mjs';
import { root } from '../../scripts/root.mjs';
import type { Signup } from '../../widget/index.ts';
import { textableOf } from '../support/api.ts';
import { eventOf } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { builtFiles, builtFilesIn, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

// In one worker: each one would pack the package for itself.
base.describe.configure({ mode: 'default' });

/** What a developer writes who takes the package from npm. */
const consumer = `import { createSignup, type Decision, type Signup } from 'hello-again';

const { searchParams } = new URL(location.href);

const signup: Signup = createSignup({
  collector: searchParams.get('collector') ?? '',
  store: searchParams.get('shop') ?? '',
  brand: 'Harbor Coffee',
  terms: 'https://harbor.example/terms',
  privacy: 'https://harbor.example/privacy',
  storage: 'allowed',
  region: 'uk',
  trigger: { delay: 50 },
});

void signup.ready.then((decision: Decision) => document.body.setAttribute('data-ask', decision.ask));
signup.identify({ email: searchParams.get('email') ?? undefined });
signup.on('close', () => void window.HelloAgain?.explain());
window.addEventListener('hello-again:sent', ({ detail }) => document.body.setAttribute('data-sent', detail.outcome));
Object.assign(window, { signup });
`;

/** An empty project with the packed package in it, and a page. */
function projectWithPage(): string {
  const project = installPacked();
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(project, 'main.ts'), consumer);
  return project;
}

const test = base.extend<{ openBundled: () => Promise<void> }, { project: string }>({
  openBundled: async ({ page, project, startSite, store, baseURL }, use) => {
    await use(async () => {
      const site = await startSite(
        routes({
          '/main.js': builtFilesIn(join(project, 'site')),
          '/assets/': builtFilesIn(join(project, 'site')),
          '/': html(shopPage({ body: '<script type="module" src="/main.js"></script>' })),
        }),
        'shop.localhost',
      );
      const query = new URLSearchParams({ collector: `${baseURL}/v1/submissions?store=${store}`, shop: store });
      await page.goto(`${site.origin}/?${query}`);
    });
  },

  project: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const project = projectWithPage();
      await use(project);
      rmSync(project, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/** What the project's bundler makes of its page: `site/main.js`. */
async function bundle(project: string): Promise<void> {
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      outDir: 'site',
      rolldownOptions: { input: join(project, 'main.ts'), output: { entryFileNames: 'main.js' } },
    },
  });
}

test('the packed package works in a page bundled by its user', async ({ project, openBundled, page, popup, api }) => {
  await bundle(project);
  await openBundled();
  await popup.toAsk('email+phone');
  await expect(page.locator('body')).toHaveAttribute('data-ask', 'email+phone');
  await popup.submit({ email: 'bundled@example.com', phone: '+44 7700 900982', texts: true });
  await popup.toSucceed();
  await eventOf(page, 'sent');
  expect(textableOf(await api.onlyProfileWith('bundled@example.com'))).toEqual(['+447700900982']);
});

test('the module and the script tag share one page with one popup and one identity, whichever came first', async ({
  project,
  page,
  popup,
  store,
  baseURL,
  startSite,
}) => {
  await bundle(project);
  const collector = `${baseURL}/v1/submissions?store=${store}`;
  const tag = scriptTag({ src: '/hello-again.js', collector, store, attributes: { 'data-id': 'by-tag' } });
  const site = await startSite(
    routes({
      '/main.js': builtFilesIn(join(project, 'site')),
      '/assets/': builtFilesIn(join(project, 'site')),
      '/hello-again': builtFiles('dist/embed'),
      '/module-first': html(
        shopPage({ body: `<script type="module" src="/main.js"></script>${tag.replace('<script', '<script defer')}` }),
      ),
      '/': html(shopPage({ head: tag, body: '<script type="module" src="/main.js"></script>' })),
    }),
    'shop.localhost',
  );
  for (const path of ['/', '/module-first']) {
    await page.goto(`${site.origin}${path}?${new URLSearchParams({ collector, shop: store })}`);
    await popup.toAsk('email+phone');
    await expect(popup.dialog).toHaveCount(1);
    await expect(page.locator('body')).toHaveAttribute('data-ask', 'email+phone');
    // Who logs in on the page is known to both.
    await page.evaluate(() => {
      const { signup, HelloAgain } = window as unknown as Record<string, Signup>;
      signup?.close();
      HelloAgain?.close();
      signup?.identify({ email: 'login@example.com' });
    });
    const asks = () =>
      page.evaluate(() => {
        const { signup, HelloAgain } = window as unknown as Record<string, Signup>;
        return [signup, HelloAgain].map((one) => one?.decide().certainty);
      });
    await expect.poll(asks).toEqual(['declared', 'declared']);
  }
});

for (const moduleResolution of ['bundler', 'nodenext']) {
  test(`the package’s types compile in a strict project with ${moduleResolution} resolution`, ({ project }) => {
    const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext';
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022', 'dom'],
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      types: [],
    };
    const config = join(project, `tsconfig.${moduleResolution}.json`);
    writeFileSync(
      config,
      JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true }, files: ['main.ts'] }),
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', config], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
}

test('a page pays for the npm module little more than for the script tag, and for no check of options', async ({
  project,
}) => {
  const { outputFiles, metafile } = await esbuild({
    stdin: { contents: `import { createSignup } from 'hello-again'; createSignup({});`, resolveDir: project },
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    outdir: 'out',
    absWorkingDir: project,
  });
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === '<stdin>') ?? '';
  const needed = new Set([entry]);
  for (const path of needed) {
    for (const { kind, path: next } of outputs[path]?.imports ?? []) if (kind === 'import-statement') needed.add(next);
  }
  const codes = outputFiles.filter(({ path }) => [...needed].some((one) => path.endsWith(basename(one))));
  const size = codes.reduce((sum, { contents }) => sum + brotliCompressSync(contents).length, 0);
  const tag = brotliCompressSync(readFileSync(join(root, 'dist/embed/hello-again.js'))).length;
  expect(size / tag).toBeLessThan(1.1);
  expect(codes.filter(({ text }) => text.includes('no option of this name'))).toEqual([]);
});

test('an app with Preact 10 has one copy of it, and a popup', async ({ project, openBundled, popup }) => {
  const link = join(project, 'node_modules/preact');
  const ours = readlinkSync(link);
  rmSync(link);
  symlinkSync(join(root, 'node_modules/preact-10'), link, 'junction');
  try {
    await bundle(project);
  } finally {
    rmSync(link);
    symlinkSync(ours, link, 'junction');
  }
  await openBundled();
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'preact10@example.com', phone: '+44 7700 900982', texts: true });
  await popup.toSucceed();
});

test('importing the package on a server does nothing', ({ project }) => {
  const code = `import * as all from 'hello-again';
    const signup = all.createSignup({ collector: '/c', brand: 'B', terms: '/t', privacy: '/p' });
    signup.open(); signup.destroy();
    console.log(Object.keys(all).sort().join(','));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(said).toContain('createSignup');
});
