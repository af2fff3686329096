import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { isReady } from './isReady.ts';

vi.mock('node:fs/promises', async (original) => ({ ...(await original<object>()), statfs: vi.fn() }));

test.each([
  ['full', 0, false],
  ['nearly full', 31 * 256, false],
  ['not full', 32 * 256, true],
])('a disk that is %s was called otherwise', async (_how, bavail, expected) => {
  vi.mocked(statfs).mockResolvedValue({ bavail, bsize: 4096 } as never);
  const database = await openDatabase('memory');
  try {
    expect(await isReady(database, tmpdir())).toBe(expected);
    expect(await isReady(database)).toBe(true);
  } finally {
    await database.destroy();
  }
});
