// `npm run release`: the version and the changelog that `.changeset/` asks for, then a build and every check. It commits and
// publishes nothing; `npm run release -- --publish` commits, tags and publishes as well, once all is well. The repository’s home,
// which the registry’s page shows, is that of git’s remote `origin`.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf } from './homeOf.mjs';
import { registryReadme } from './registryReadme.mjs';
import { root } from './root.mjs';
import { run, runNpm, runPackage } from './run.mjs';

const isPublished = process.argv.includes('--publish');

/** @param {string} what @param {Promise<number>} work */
async function need(what, work) {
  if ((await work) === 0) return;
  console.error(`Not released: ${what}.`);
  process.exit(1);
}

const git = (/** @type {string[]} */ ...args) => run('git', args);

const isChange = (/** @type {string} */ name) => name.endsWith('.md') && name !== 'README.md';
if (!readdirSync(join(root, '.changeset')).some(isChange)) {
  console.error('Not released: .changeset/ names no change. `npx changeset` writes one.');
  process.exit(1);
}
await need('there are changes that no commit holds', git('diff', '--quiet', 'HEAD'));
await need('no version could be made', runPackage('@changesets/cli', 'changeset', ['version']));
const manifest = join(root, 'package.json');
const readme = join(root, 'README.md');
const remote = (() => {
  try {
    return execFileSync('git', ['remote', 'get-url', 'origin'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
})();
const home = homeOf(remote);
if (home)
  writeFileSync(manifest, `${JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), ...home }, null, 2)}\n`);
else if (isPublished) {
  console.error(
    'Not released: git knows no remote `origin` on a host, and the package must say where its sources are.',
  );
  process.exit(1);
}
await need(
  'the lock file could not be brought up to date',
  runNpm(['install', '--package-lock-only', '--ignore-scripts']),
);
await need('it could not be built', runNpm(['run', 'build']));
await need('the README’s script tag could not be written', run(process.execPath, ['scripts/scriptTag.mjs']));
await need(
  'a check failed; `git restore .` takes the version back',
  run(process.execPath, ['scripts/test.mjs'], { env: { HELLO_AGAIN_WHOLE: '1' } }),
);

await need('the README names another file', run(process.execPath, ['scripts/scriptTag.mjs', '--check', '--exact']));

const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
if (isPublished) {
  await need('the commit failed', git('commit', '--all', '--message', `Version ${version}`));
  await need('the tag failed', git('tag', `v${version}`));
  const ours = readFileSync(readme, 'utf8');
  writeFileSync(readme, registryReadme(ours, version));
  const published = await runNpm(['publish']);
  writeFileSync(readme, ours);
  await need('npm did not take it', Promise.resolve(published));
  console.log(`Published ${version}. Left to do: git push --follow-tags`);
} else {
  await need('it could not be packed', runNpm(['pack', '--dry-run']));
  console.log(`${version} is ready: look at CHANGELOG.md, commit, and publish. Nothing was published.`);
}
