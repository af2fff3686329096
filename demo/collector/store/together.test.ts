import { expect, test } from 'vitest';
import { together } from './together.ts';

/** A call that waits for its answer to be given. */
function openCalls() {
  const calls: { readonly asked: readonly string[]; answer(): void; fail(error: Error): void }[] = [];
  const call = (asked: readonly string[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      calls.push({ asked, answer: () => resolve(asked.map((one) => `${one}!`)), fail: reject });
    });
  return { calls, call };
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));
const plain = { most: 3, isOneToBlame: () => true };

test('what came in while a call was under way was not asked by one call after it, or by more than the most', async () => {
  const { calls, call } = openCalls();
  const ask = together(call, plain);
  const answers = ['a', 'b', 'c', 'd', 'e'].map(ask);
  await turn();
  expect(calls.map(({ asked }) => asked)).toEqual([['a', 'b', 'c']]);
  answers.push(ask('f'), ask('g'));
  calls[0]?.answer();
  await turn();
  expect(calls.map(({ asked }) => asked)).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
  calls[1]?.answer();
  await turn();
  calls[2]?.answer();
  expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!', 'f!', 'g!']);
});

test('two with one key were asked by one call, or the later one before the earlier', async () => {
  const { calls, call } = openCalls();
  const ask = together(call, { ...plain, keysOf: (asked) => [...asked] });
  const answers = ['ab', 'bc', 'cd', 'e'].map(ask);
  await turn();
  expect(calls[0]?.asked).toEqual(['ab', 'e']);
  calls[0]?.answer();
  await turn();
  expect(calls[1]?.asked).toEqual(['bc']);
  calls[1]?.answer();
  await turn();
  calls[2]?.answer();
  expect(await Promise.all(answers)).toEqual(['ab!', 'bc!', 'cd!', 'e!']);
});

test('somebody failed by another one’s mistake', async () => {
  const ask = together(
    async (asked: readonly string[]) => {
      if (asked.includes('bad')) throw new Error(`${asked.length} asked`);
      return asked;
    },
    { ...plain },
  );
  expect(await Promise.allSettled(['a', 'bad', 'b'].map(ask))).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: new Error('1 asked') },
    { status: 'fulfilled', value: 'b' },
  ]);
});

test('a failure that is no one’s mistake was asked again, or did not reach everybody', async () => {
  const { calls, call } = openCalls();
  const ask = together(call, { ...plain, isOneToBlame: () => false });
  const answers = Promise.allSettled(['a', 'b'].map(ask));
  await turn();
  calls[0]?.fail(new Error('gone'));
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(calls).toHaveLength(1);
});
