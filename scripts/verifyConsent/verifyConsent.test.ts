import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConsentRecord } from '../../demo/collector/people/record.ts';
import { People } from '../../demo/collector/people/test/people.ts';
import type { Tables } from '../../demo/collector/store/tables.ts';
import { openEmbedded } from '../../demo/collector/store/test/openEmbedded.ts';
import { consentFor, typed } from '../../demo/shop/test/demo.ts';
import { root } from '../root.mjs';

const email = 'robin@example.com';
const phone = '+447700900461';

let folder: string;
let database: Kysely<Tables>;
/** As the collector exports it: mutable, so that each test spoils a copy. */
let whole: Mutable<ConsentRecord>;
let erased: Mutable<ConsentRecord>;

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object | null ? Mutable<T[K]> : T[K] };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hello-again-verify-'));
  database = await openEmbedded();
  const people = await People.start(database);
  await people.demo.submit(typed(email, phone));
  const stop = { channel: 'sms', recipient: phone };
  await people.ask('withdraw', stop);
  await people.ask('withdraw', { ...stop, at: new Date().toISOString() });
  whole = structuredClone(await people.record({ email })) as Mutable<ConsentRecord>;
  await people.ask('erase', { email });
  erased = structuredClone(await people.record({ email })) as Mutable<ConsentRecord>;
}, 30_000);
afterAll(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true, force: true });
});

function verify(content: string) {
  const file = join(folder, 'record.json');
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/verify-consent.mjs'), file], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** A record with something done to it. */
function spoiled(record: Mutable<ConsentRecord>, spoil: (record: Mutable<ConsentRecord>) => void) {
  const copy = structuredClone(record);
  spoil(copy);
  return verify(JSON.stringify(copy));
}

/** What anybody can compute who changes a file. */
const hashOver = ({ ledger }: Mutable<ConsentRecord>) =>
  `sha256-${createHash('sha256')
    .update(ledger.map(({ entryHash }) => entryHash).join('\n'))
    .digest('hex')}`;

const sms = (record: Mutable<ConsentRecord>) => {
  const entry = record.ledger.find(({ channel }) => channel === 'sms');
  if (!entry) throw new Error('no entry for texts');
  return entry;
};

test('an exported record is valid however its JSON is written, and names nobody', () => {
  for (const content of [JSON.stringify(whole), JSON.stringify(whole, null, 4)]) {
    const { status, said } = verify(content);
    expect(said).toContain('4 entries, and all of them hold.');
    expect(said).not.toMatch(/DOES NOT|robin|\+447/);
    expect(status).toBe(0);
  }
});

test('the record of an erased person is valid', () => {
  expect(verify(JSON.stringify(erased))).toMatchObject({
    status: 0,
    said: expect.stringContaining('5 entries, and all'),
  });
});

test.each<[string, (record: Mutable<ConsentRecord>) => void, RegExp]>([
  ['a changed word', (r) => (sms(r).text = 'Text me about new tea.'), /the words are not those of their hash/],
  ['no words', (r) => (sms(r).text = null), /the words are missing/],
  ['a changed number', (r) => (sms(r).to = '+447700900462'), /the number, address or page is not the one/],
  ['a changed page', (r) => (sms(r).page = 'https://shop.example/other'), /the number, address or page is not the one/],
  ['a changed time', (r) => (sms(r).at = '2026-01-01T00:00:00.000Z'), /its hash does not fit/],
  [
    'a withdrawal made a grant',
    (r) => Object.assign(r.ledger.at(-1) ?? {}, { state: 'granted' }),
    /its hash does not fit/,
  ],
  [
    'a changed version of the words',
    (r) => Object.assign(sms(r).evidence ?? {}, { textVersion: 'uk-2' }),
    /its hash does not fit/,
  ],
  ['another store', (r) => (r.store = 'another'), /its hash does not fit/],
  ['a missing entry', (r) => r.ledger.splice(0, 1), /An entry is missing/],
  ['a missing withdrawal', (r) => r.withdrawals.pop(), /list of withdrawals/],
  [
    'a withdrawal that was deleted, with all other hashes made anew',
    (r) => {
      r.ledger = r.ledger.filter(({ state }) => state !== 'withdrawn');
      r.withdrawals = [];
      r.ledgerHash = hashOver(r);
    },
    /was numbered, and is missing from the ledger/,
  ],
  [
    'a withdrawal that was deleted with its number',
    (r) => {
      const [first] = r.withdrawals.splice(0, 1);
      r.ledger = r.ledger.filter(({ id }) => id !== first);
      r.withdrawalChains = r.withdrawalChains.filter(({ entryId }) => entryId !== first);
      r.ledgerHash = hashOver(r);
    },
    /The chain of withdrawals \S+ is broken/,
  ],
  ['a withdrawal that nobody numbered', (r) => (r.withdrawalChains = []), /stands in no chain/],
  ['entries in another order', (r) => r.ledger.reverse(), /An entry is missing, was added, or stands in another place/],
  ['an entry twice', (r) => r.ledger.push(structuredClone(sms(r))), /twice/],
  ['a missing submission', (r) => r.submissions.pop(), /the submission that it came with is missing/],
  [
    'a submission for another number',
    (r) => {
      for (const consent of r.submissions.flatMap(({ consents }) => consents)) consent.to = '+447700900462';
    },
    /its submission says something else/,
  ],
])('%s is reported', (_name, spoil, why) => {
  const { status, said } = spoiled(whole, spoil);
  expect(said).toMatch(why);
  expect(status).toBe(1);
});

test('a submitted consent without an entry is reported, even where the overall hash was made anew', () => {
  const { status, said } = spoiled(whole, (record) => {
    record.ledger = record.ledger.filter(({ channel }) => channel === 'email');
    record.withdrawals = [];
  });
  expect(said).toContain('no entry of the ledger has it');
  expect(status).toBe(1);
});

test('an erased number that was put back is reported', () => {
  expect(spoiled(erased, (record) => (sms(record).to = phone))).toMatchObject({ status: 1 });
});

test('a record of an earlier version, which has no chains, still holds', () => {
  const { withdrawalChains: _, ...former } = whole;
  expect(verify(JSON.stringify(former)).status).toBe(0);
});

test.each([
  '',
  'no JSON',
  '[]',
  'null',
  '{}',
  '{"format":"hello-again-consent-record","version":2}',
  '{"format":"hello-again-consent-record","version":1}',
  '{"format":"hello-again-consent-record","version":1,"ledger":[1],"submissions":[],"withdrawals":[]}',
])('an invalid file is refused in one sentence: %s', (content) => {
  const { status, said } = verify(content);
  expect(status).toBe(2);
  expect(said.trim().split('\n')).toHaveLength(1);
});

test('words that are not the owner’s are told from others', async () => {
  const people = await People.start(database, { policy: { wordings: new Set(['sha256-of-others']) } });
  await people.demo.submit(typed(email, phone));
  const { status, said } = verify(JSON.stringify(await people.record({ email })));
  expect([status, said.match(/, unknown wording/g)]).toEqual([0, [', unknown wording', ', unknown wording']]);
});

test('a missing argument or file is refused in one sentence', () => {
  const run = (...files: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/verify-consent.mjs'), ...files], { encoding: 'utf8' });
  expect(run().status).toBe(2);
  expect(run(join(folder, 'none.json')).stderr).toContain('cannot be read');
});

test('a consent left out for a withdrawal without a profile is not reported as missing, nor is one of a fast clock', async () => {
  let time = Date.now();
  const people = await People.start(database, { now: () => time });
  const ticked = (at: number) => ({ checkedAt: new Date(at).toISOString() });
  const stop = { channel: 'sms', recipient: phone };
  await people.ask('withdraw', stop);
  await people.demo.submit({ contact: { email, phone }, consents: [consentFor(phone, ticked(time - 60_000))] });
  time += 1000;
  const sent = {
    contact: { email: 'kim@example.com', phone },
    consents: [consentFor(phone, ticked(time + 3_600_000))],
  };
  await people.demo.submit(sent);
  for (const who of [{ email }, { email: 'kim@example.com' }]) {
    const record = await people.record(who);
    expect(record.withdrawals).toHaveLength(1);
    expect(verify(JSON.stringify(record))).toMatchObject({ status: 0 });
  }
});
