import { expect, test } from 'vitest';
import { concurrencyLimit } from './concurrencyLimit.ts';

/** Lets everybody enter, and notes who is inside. */
function crowd(gate: ReturnType<typeof concurrencyLimit>) {
  const inside: string[] = [];
  const enter = async (name: string, isAgain = false) => {
    await gate.enter(isAgain);
    inside.push(name);
  };
  return { inside, enter };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('conflicts reduce the parallel transactions to one, and successes allow more again', async () => {
  const gate = concurrencyLimit();
  const { inside, enter } = crowd(gate);
  for (let n = 0; n < 8; n++) {
    await gate.enter(false);
    gate.leave(true);
  }
  for (const name of ['a', 'b', 'c', 'd']) void enter(name);
  await settled();
  expect(inside).toEqual(['a']);
  gate.leave(false);
  await settled();
  expect(inside).toEqual(['a', 'b', 'c']);
});

test('a retry goes first', async () => {
  const gate = concurrencyLimit();
  const { inside, enter } = crowd(gate);
  for (let n = 0; n < 8; n++) {
    await gate.enter(false);
    gate.leave(true);
  }
  void enter('a');
  void enter('b');
  void enter('again', true);
  await settled();
  gate.leave(true);
  await settled();
  expect(inside).toEqual(['a', 'again']);
});

test('transactions without conflicts run in parallel', async () => {
  const { inside, enter } = crowd(concurrencyLimit());
  for (let n = 0; n < 40; n++) void enter(String(n));
  await settled();
  expect(inside).toHaveLength(40);
});
