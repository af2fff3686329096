// `npm run try:commands`: packs the package, installs it into new projects outside of the repository, and uses the commands and the
// test kit there as their users do. Writes the table of docs/testing.md. Needs a network, so it is no part of `npm test`.
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBlock } from '../scripts/blocks.mjs';
import { adviceWithoutBrowser, ensureBrowser } from '../scripts/browser.mjs';
import { isBuilt } from '../scripts/fingerprint.mjs';
import { root } from '../scripts/root.mjs';
import { runNpm } from '../scripts/run.mjs';

const browser = await ensureBrowser().catch(() => undefined);
if (!browser) throw new Error(adviceWithoutBrowser);
if (!(await isBuilt())) await runNpm(['run', 'build']);

const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const playwright = `@playwright/test@${devDependencies['@playwright/test']}`;
const folder = await mkdtemp(join(tmpdir(), 'hello-again-try-'));

/**
 * @param {string} cwd
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, said: string }>}
 */
const run = (cwd, program, ...args) =>
  new Promise((resolve) => {
    const env = { ...process.env, HELLO_AGAIN_BROWSER: browser, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
    execFile(program, args, { cwd, env, shell: process.platform === 'win32' }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });

/** The example of docs/testing.md, at another address. @param {string} shop */
async function exampleFor(shop) {
  const text = await readFile(join(root, 'docs/testing.md'), 'utf8');
  const code = /## With Playwright[\s\S]*?```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  return code.replaceAll('https://shop.example/', shop);
}

/** @type {string[]} */
const rows = [];
let failed = 0;

/**
 * @param {string} project
 * @param {string} step
 * @param {{ code: number, said: string }} ran
 * @param {(ran: { code: number, said: string }) => boolean} isRight
 * @param {string} result
 */
function note(project, step, ran, isRight, result) {
  const isFine = isRight(ran);
  if (!isFine) {
    failed += 1;
    console.error(`${project}, ${step}: exit code ${ran.code}\n${ran.said}`);
  }
  rows.push(`| ${project} | ${step} | ${isFine ? result : 'FAILED'} |`);
}

/** @param {string} name @param {'module' | 'commonjs'} type @param {readonly string[]} packages */
async function newProject(name, type, ...packages) {
  const path = join(folder, name);
  await mkdir(path);
  await writeFile(join(path, 'package.json'), JSON.stringify({ private: true, type }));
  const ran = await run(
    path,
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    join(folder, 'hello-again.tgz'),
    ...packages,
  );
  if (ran.code !== 0) throw new Error(ran.said);
  return path;
}

try {
  await run(root, 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
  const [packed = ''] = await readdir(folder);
  await writeFile(join(folder, 'hello-again.tgz'), await readFile(join(folder, packed)));

  const embedder = 'the package alone';
  const alone = await newProject('alone', 'module');
  const installed = await readdir(join(alone, 'node_modules'));
  const isSpared = !installed.some((name) => /playwright/.test(name));
  note(embedder, 'what is installed', { code: 0, said: installed.join() }, () => isSpared, 'no driver of a browser');
  const misses = await run(alone, 'npx', 'hello-again', 'doctor', 'localhost:1');
  note(
    embedder,
    '`doctor`',
    misses,
    ({ code, said }) => code === 2 && /playwright-core/.test(said),
    'says what to install',
  );

  // Not by npx: it passes no signal on, and what it started would stay.
  const command = join(alone, 'node_modules/hello-again/dist/npm/cli/hello-again.js');
  const shop = spawn(process.execPath, [command, 'init', 'shop', '--port', '0'], { cwd: alone });
  try {
    const address = await new Promise((resolve, reject) => {
      let said = '';
      shop.stdout.on('data', (part) => {
        said += part;
        const url = /Open (http:\S+)/.exec(said)?.[1];
        if (url) resolve(url);
      });
      shop.once('exit', () => reject(new Error(said)));
    });
    note(embedder, '`init`', { code: 0, said: address }, () => true, 'page and collector run');
    const held = await run(alone, 'npx', 'hello-again', 'check-collector', `${address}v1/submissions`);
    const holds = /(\d+) hold, 0 do not/.exec(held.said)?.[1];
    note(embedder, '`check-collector`', held, ({ code }) => code === 0, `${holds} sentences hold`);

    for (const type of /** @type {const} */ (['commonjs', 'module'])) {
      const project = `with Playwright, ${type === 'module' ? 'ES modules' : 'CommonJS'}`;
      const path = await newProject(type, type, playwright);
      const well = await run(path, 'npx', 'hello-again', 'doctor', address);
      note(project, '`doctor`', well, ({ code }) => code === 0, 'nothing is wrong');
      const broken = await run(path, 'npx', 'hello-again', 'doctor', `${address}gone`);
      note(project, '`doctor`, a page that is not there', broken, ({ code }) => code === 1, 'exit code 1');
      await writeFile(join(path, 'shop.spec.ts'), await exampleFor(address));
      await writeFile(
        join(path, 'playwright.config.ts'),
        `export default { use: { launchOptions: { executablePath: ${JSON.stringify(browser)} } } };\n`,
      );
      const kit = await run(path, 'npx', 'playwright', 'test');
      note(project, 'the test above', kit, ({ code, said }) => code === 0 && /1 passed/.test(said), 'passes');
    }
  } finally {
    const isGone = new Promise((resolve) => shop.once('exit', resolve));
    shop.kill('SIGTERM');
    await isGone;
  }
  await writeBlock(
    'docs/testing.md',
    'commands',
    ['| project | what was run | result |', '| --- | --- | --- |', ...rows].join('\n'),
  );
} finally {
  await rm(folder, { recursive: true });
}
console.log(failed === 0 ? 'All of it works.' : `${failed} of it failed.`);
process.exitCode = failed === 0 ? 0 : 1;
