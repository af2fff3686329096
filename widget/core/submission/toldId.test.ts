import { expect, test } from 'vitest';
import { toldId } from './toldId.ts';
import { uuidv7 } from './uuid.ts';

test('what listeners are told of an id was enough to ask the collector by it', () => {
  const id = uuidv7(
    Date.UTC(2026, 0, 31),
    Uint8Array.from({ length: 16 }, (_, i) => i * 17),
  );
  expect(id.startsWith(toldId(id))).toBe(true);
  // The last two groups, but for the variant's two bits, are random.
  expect(id.slice(toldId(id).length)).toMatch(/^-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
