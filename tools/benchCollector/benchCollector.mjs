// `npm run bench:collector`: how many sign-ups a second the collector takes, against the bare framework and a bare insert on
// the same machine in the same run. Counts afterwards what was lost or stored twice, and ends with an error where anything
// was. The plain run writes docs/bench.md. Not part of `npm test`: it measures time.
//   --seconds N      how long each measurement takes
//   --profiles N     how many are on file in the full database
//   --quick          two seconds, ten thousand profiles: whether it works at all
//   --json           the figures alone
//   --write          writes docs/bench.md, though it is not the plain run: what was measured stands there
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBlock } from '../../scripts/blocks.mjs';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { runPackage } from '../../scripts/run.mjs';
import { bareInsert } from './bareInsert.mjs';
import { count } from './count.mjs';
import { fill } from './fill.mjs';
import { load } from './load.mjs';
import { openDatabase } from './openDatabase.mjs';
import { startPostgres } from './postgres.mjs';
import { report } from './report.mjs';
import { startBare, startCollectors } from './servers.mjs';
import { submissionMaker } from './submissions.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    profiles: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds ?? (values.quick ? 2 : 10));
const profiles = Number(values.profiles ?? (values.quick ? 10_000 : 1_000_000));
if (!(seconds >= 1) || !Number.isInteger(profiles) || profiles < 1) {
  throw new Error('--seconds and --profiles take numbers, 1 or more');
}
const store = 'bench';
const connections = 20;
// For each process: until then the engine compiles what is called most, and of four each gets a quarter of the calls.
const warmUp = 5;
const say = (/** @type {string} */ line) => (values.json ? console.error(line) : console.log(line));

if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);

/**
 * @template T
 * @param {{ url: string } | { folder: string }} where
 * @param {(database: any) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withDatabase(where, work) {
  const database = await openDatabase(where);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/**
 * @param {readonly string[]} urls
 * @param {() => { id: string, body: string }} make
 */
async function measured(urls, make) {
  const warm = await load(urls, make, { seconds: warmUp * urls.length, connections });
  const measure = await load(urls, make, { seconds, connections });
  return { ...measure, acknowledged: [...warm.acknowledged, ...measure.acknowledged] };
}

/**
 * What a row is compared with, measured right before it: whatever else this machine does, it does to both.
 *
 * @param {string} bareUrl
 * @param {{ url: string } | { folder: string }} where
 */
async function baselines(bareUrl, where) {
  const about = { seconds: Math.max(1, seconds / 2), connections };
  const { rate, p99 } = await load([bareUrl], submissionMaker(store), about);
  const insert = await withDatabase(where, async (database) => {
    await bareInsert(database, submissionMaker(store), { seconds: warmUp, connections });
    return bareInsert(database, submissionMaker(store), about);
  });
  return { framework: { rate, p99 }, insert };
}

/**
 * @param {{ url: string } | { folder: string }} where
 * @param {number} processes
 * @param {number} onFile
 */
async function collect(where, processes, onFile) {
  // A store for each measurement, so that what is counted is its own; they share all tables.
  const own = `${store}-${processes}-${onFile}`;
  const servers = await startCollectors(where, { store: own, processes });
  try {
    const { rate, p99, acknowledged, refused } = await measured(servers.urls, submissionMaker(own));
    await servers.stop();
    const counted = await withDatabase(where, (database) => count(database, own, acknowledged));
    return { processes, onFile, rate, p99, refused, acknowledged: acknowledged.length, ...counted };
  } finally {
    await servers.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'hello-again-bench-'));
const postgres = await startPostgres();
const bare = await startBare();
if (!postgres) say('No PostgreSQL is installed here, so the embedded database is measured alone.');
try {
  const databases = [
    { name: 'embedded', where: { folder: join(folder, 'embedded') }, processes: [1] },
    ...(postgres ? [{ name: 'PostgreSQL', where: { url: postgres.url('bench') }, processes: [1, 2, 4] }] : []),
  ];
  postgres?.create('bench');
  mkdirSync(join(folder, 'embedded'));
  const rows = [];
  for (const { name, where, processes } of databases) {
    for (const onFile of [0, profiles]) {
      if (onFile > 0) {
        const start = performance.now();
        await withDatabase(where, (database) => fill(database, 'former', onFile));
        say(`${name}: ${onFile} profiles put on file in ${Math.round((performance.now() - start) / 1000)} s`);
      }
      for (const number of processes) {
        const base = await baselines(bare.url, where);
        const measure = await collect(where, number, onFile);
        rows.push({ database: name, ...base, ...measure });
        const { lost, twice } = measure;
        const rates = [measure, base.insert, base.framework].map(({ rate }) => Math.round(rate)).join(', ');
        say(
          `${name}, ${number} × collector, ${onFile} on file: ${rates} a second (sign-ups, bare inserts, bare answers)`,
        );
        say(`  ${lost} lost, ${twice} twice`);
      }
    }
  }

  const machine = { cores: cpus().length, memory: totalmem(), node: process.version, postgres: postgres?.version };
  const figures = report({ seconds, warmUp, connections, machine, rows });
  if (values.json) console.log(JSON.stringify(figures.json, null, 2));
  else {
    console.log(`\n${figures.text}\n`);
    if (!values.write && (values.quick || values.seconds || values.profiles))
      console.log('Not the plain run, so no document was written.');
    else await writeBlock('docs/bench.md', 'bench', figures.text);
  }
  if (rows.some(({ lost, twice }) => lost > 0 || twice > 0)) process.exitCode = 1;
} finally {
  await bare.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
