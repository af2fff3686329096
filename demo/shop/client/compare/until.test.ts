import { expect, it } from 'vitest';
import { patienceOf, sharedLook, until, wait } from './until.ts';

const never = () => false;

it('until() returns what it finds in the end', async () => {
  let looks = 0;
  const look = () => (++looks > 2 ? 'here' : undefined);
  expect(await until(look, never, new AbortController().signal)).toBe('here');
});

it('until() gives up without an error', async () => {
  expect(
    await until(
      () => undefined,
      () => true,
      new AbortController().signal,
    ),
  ).toBeUndefined();
});

it('until() stops at once when it is aborted', async () => {
  const controller = new AbortController();
  const looking = until(() => undefined, never, controller.signal);
  const waiting = wait(60_000, controller.signal);
  controller.abort(new Error('stopped'));
  await expect(looking).rejects.toThrow('stopped');
  await expect(waiting).rejects.toThrow('stopped');
});

it('the time limit ends', () => {
  let now = 0;
  const isOver = patienceOf(100, () => now);
  now = 99;
  expect(isOver()).toBe(false);
  now = 100;
  expect(isOver()).toBe(true);
});

it('the time limit is shared: once one side has found it, the other looks a moment longer', () => {
  let now = 0;
  const look = sharedLook(5_000, 600, () => now);
  now = 1_000;
  look.found();
  now = 1_500;
  look.found();
  expect(look.isOver()).toBe(false);
  now = 1_600;
  expect(look.isOver()).toBe(true);
});
