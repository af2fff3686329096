// `npm run release`: the version and the changelog that `.changeset/` asks for, then a build and every check. Publishes
// nothing and commits nothing. `npm run release -- --publish` also commits, tags and publishes, once all is well.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
await need(
  'the lock file could not be brought up to date',
  runNpm(['install', '--package-lock-only', '--ignore-scripts']),
);
await need(
  'a check failed; `git restore .` takes the version back',
  run(process.execPath, ['scripts/test.mjs'], { env: { HELLO_AGAIN_WHOLE: '1' } }),
);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
if (isPublished) {
  await need('the commit failed', git('commit', '--all', '--message', `Version ${version}`));
  await need('the tag failed', git('tag', `v${version}`));
  await need('npm did not take it', runNpm(['publish']));
  console.log(`Published ${version}. Left to do: git push --follow-tags`);
} else {
  await need('it could not be packed', runNpm(['pack', '--dry-run']));
  console.log(`${version} is ready: look at CHANGELOG.md, commit, and publish. Nothing was published.`);
}
