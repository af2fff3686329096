import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

type OfDisk = (folder: string) => Promise<{ readonly bavail: number; readonly bsize: number }>;

/** Milliseconds that the database has to take a row. */
const within = 2_000;
/** Bytes that a disk must have left: fewer are gone in a moment. */
const leastFree = 32 * 1024 * 1024;
/** More than fits beside what is there: a database whose disk is full still changes a small row in its place. */
const bytes = 12 * 1024;

/**
 * Whether sign-ups can be stored: a row is written, for a database that answers may still have a full disk or take no changes.
 *
 * @param folder of the embedded database, which shares the disk with everything else here
 * @param ofDisk what the system says about the disk that a folder is on
 */
export async function isReady(database: Kysely<Tables>, folder?: string, ofDisk: OfDisk = statfs): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, within, false);
  });
  const isThere = Promise.all([hasSpace(folder, ofDisk), writes(database)]).then(
    (all) => all.every(Boolean),
    () => false,
  );
  return Promise.race([isThere, tooLong]).finally(() => clearTimeout(timer));
}

async function writes(database: Kysely<Tables>): Promise<boolean> {
  const filler = randomBytes(bytes).toString('base64');
  await database
    .insertInto('readiness')
    .values({ id: 1, filler })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ filler }))
    .execute();
  return true;
}

async function hasSpace(folder: string | undefined, ofDisk: OfDisk): Promise<boolean> {
  if (folder === undefined) return true;
  const { bavail, bsize } = await ofDisk(folder);
  return bavail * bsize >= leastFree;
}
