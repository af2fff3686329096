import { expect, test } from 'vitest';
import { inIdleTime } from './inIdleTime.ts';

test('what waits for an idle moment throws into a test run that has taken its page away', () => {
  expect('window' in globalThis).toBe(false);
  expect(() => inIdleTime([() => {}])).not.toThrow();
});
