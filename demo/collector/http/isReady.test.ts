import { tmpdir } from 'node:os';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tables } from '../store/tables.ts';
import { openEmbedded } from '../store/test/openEmbedded.ts';
import { isReady } from './isReady.ts';

let database: Kysely<Tables>;
beforeAll(async () => {
  database = await openEmbedded();
});
afterAll(() => database.destroy());

test.each([
  ['full', 0, false],
  ['nearly full', 31 * 256, false],
  ['not full', 32 * 256, true],
])('a disk that is %s was called otherwise', async (_how, bavail, expected) => {
  expect(await isReady(database, tmpdir(), async () => ({ bavail, bsize: 4096 }))).toBe(expected);
  expect(await isReady(database)).toBe(true);
});
