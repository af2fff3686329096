import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Submission } from '../../widget/index.ts';
import { submissionFor, typed } from '../shop/test/demo.ts';
import { newPostgresDatabase } from './store/test/newPostgresDatabase.ts';

const built = join(import.meta.dirname, '../../dist/demo/collector.js');
const store = 'shop';
const origin = 'https://shop.example';
const usual = { HELLO_AGAIN_STORES: store, HELLO_AGAIN_ORIGINS: origin, HELLO_AGAIN_RATE_ADDRESS: '0', PORT: '0' };

interface Started {
  readonly child: ChildProcess;
  /** Where it takes sign-ups; undefined where it ended instead. */
  readonly url: string | undefined;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

let folder: string;
let started: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hello-again-'));
});
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  await rm(folder, { recursive: true, force: true });
});

/** Starts the built collector; settles once it says where it is, or has ended. */
async function start(env: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Started> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [built, ...args], {
    env: { PATH, HELLO_AGAIN_DATA: folder, ...usual, ...env },
  });
  started.push(child);
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string | undefined>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+\/v1\/submissions/.exec(said)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => resolve(undefined));
  });
  return { child, url, said: () => said, ended };
}

/** Posts as a widget does: asked to come back, it comes back, with the same id. */
async function post(url: string, body: Submission): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'content-type': 'application/json', origin };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return answer.status === 503 && answer.headers.has('retry-after') ? post(url, body) : { status: answer.status, text };
}

test('the build exists', () => {
  expect(existsSync(built), 'run `npx vite build --app` first').toBe(true);
});

describe('a single process with the embedded database', () => {
  test('accepts sign-ups, and stops cleanly', async () => {
    const first = await start({});
    const url = first.url ?? '';
    expect((await post(url, submissionFor(store, typed('a@example.com', '+447911123456')))).text).toContain('accepted');
    const health = (path: string) => fetch(new URL(path, url)).then(({ status }) => status);
    expect([await health('/healthz'), await health('/readyz'), await health('/')]).toEqual([200, 200, 404]);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(first.said()).not.toMatch(/@|\+44/);
  }, 60_000);

  test.each<[string, Record<string, string>, RegExp]>([
    ['no store', { HELLO_AGAIN_STORES: '' }, /^HELLO_AGAIN_STORES must [^\n]+\n$/],
    ['a short secret', { HELLO_AGAIN_LINK_KEYS: 'a:hush-hush' }, /^The secret of the link key "a" must [^\n]+\n$/],
    ['a database that is not there', { DATABASE_URL: 'postgres://u:hush@127.0.0.1:1/x' }, /ECONNREFUSED[^\n]+\n$/],
  ])('stops with one sentence for %s', async (_name, env, sentence) => {
    const { ended, said } = await start(env);
    expect(await ended).toBe(1);
    expect(said()).toMatch(sentence);
    expect(said()).not.toContain('hush');
  });
});

const several = 'several processes on one PostgreSQL';
if (inject('postgres') === '') test.skip(`${several}: none is installed here`);

describe.runIf(inject('postgres') !== '')(several, () => {
  const people = 40;
  const each = 3;

  test('share the load of four, with each sign-up once, one profile a person, and every consent', async () => {
    const url = await newPostgresDatabase();
    // At once, on an empty database: each would make the tables.
    const four = await Promise.all([1, 2, 3, 4].map(() => start({ DATABASE_URL: url })));
    expect(four.map(({ said }) => said())).toEqual(four.map(() => expect.stringContaining('takes sign-ups')));
    const at = (n: number) => four[n % 4]?.url ?? '';

    const sent = Array.from({ length: people * each }, (_, n) => {
      const person = n % people;
      const number = `+4479111${String(person).padStart(5, '0')}`;
      return submissionFor(store, typed(`person${person}@example.com`, number));
    });
    // Each of them twice, to two processes, as a retry that overtakes its own request.
    const answers = await Promise.all(
      sent.map((body, n) => Promise.all([post(at(n + Math.floor(n / people)), body), post(at(n + 2), body)])),
    );
    expect(new Set(answers.flat().map(({ status }) => status))).toEqual(new Set([200]));
    for (const [first, second] of answers) expect(first?.text).toBe(second?.text);

    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const rows = async (query: string) => (await client.query<Record<string, string>>(query)).rows;
    const ids = (await rows('select id from submissions')).map(({ id }) => id);
    expect(ids.sort()).toEqual(sent.map(({ id }) => id).sort());
    const profiles = await rows('select email_key from profiles where folded_into is null');
    expect(profiles).toHaveLength(people);
    expect(new Set(profiles.map(({ email_key }) => email_key)).size).toBe(people);
    expect(await rows('select number from phones')).toHaveLength(people);
    const consents = await rows(`select consent_id from consents where state = 'granted'`);
    const given = sent.flatMap((body) => body.consents.map(({ id }) => id));
    expect(consents.map(({ consent_id }) => consent_id).sort()).toEqual(given.sort());
    await client.end();

    for (const { child } of four) child.kill('SIGTERM');
    expect(await Promise.all(four.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
  }, 90_000);

  test('list and release held submissions from the command line, while they run', async () => {
    const DATABASE_URL = await newPostgresDatabase();
    const { url = '' } = await start({ DATABASE_URL });
    const sent = submissionFor(store, typed('b@example.com', '+447911123457'));
    const held = { ...sent, widget: { ...sent.widget, trap: 'x' } };
    expect((await post(url, held)).text).toContain('accepted');
    const list = await start({ DATABASE_URL }, ['held']);
    expect([await list.ended, list.said()]).toEqual([0, expect.stringContaining(`${held.id}  `)]);
    const release = await start({ DATABASE_URL }, ['release', held.id]);
    expect([await release.ended, release.said()]).toEqual([0, expect.stringContaining(`${held.id}  accepted\n`)]);
    expect(release.said()).toMatch(new RegExp(`^audit \\S+ release by user \\S+ request ${held.id}: accepted$`, 'm'));
    expect((await post(url, held)).text).toContain('accepted');
  }, 60_000);

  test('finish open requests when told to stop, and store nothing that was not acknowledged', async () => {
    const url = await newPostgresDatabase();
    const { child, ended, url: there = '' } = await start({ DATABASE_URL: url, HELLO_AGAIN_CONNECTIONS: '2' });
    const sent = Array.from({ length: 60 }, (_, n) =>
      submissionFor(store, typed(`person${n}@example.com`, `+4479111${String(n).padStart(5, '0')}`)),
    );
    let answered = 0;
    const answers = sent.map(async (body) => {
      const answer = await post(there, body).catch(() => undefined);
      answered += 1;
      // All have arrived by the time that some are answered.
      if (answered === 5) child.kill('SIGTERM');
      return answer;
    });
    const statuses = (await Promise.all(answers)).map((answer) => answer?.status);
    expect(await ended).toBe(0);
    expect(new Set(statuses.filter((status) => status !== 200))).not.toContain(500);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ id: string }>('select id from submissions');
    await client.end();
    const acknowledged = sent.filter((_, n) => statuses[n] === 200).map(({ id }) => id);
    expect(rows.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    expect(acknowledged.length).toBeGreaterThan(5);
  }, 60_000);
});
