import { expect, test } from 'vitest';
import { adminTokenFrom } from './settingsFrom.ts';

test('the token is read from the environment, and may be missing', () => {
  const token = 'x'.repeat(32);
  expect(adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: token })).toBe(token);
  expect(adminTokenFrom({})).toBeUndefined();
  expect(adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: '' })).toBeUndefined();
});

test.each(['secret', 'ü'.repeat(32), `${'x'.repeat(32)} y`])('%s is refused and not repeated', (token) => {
  expect(() => adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: token })).toThrow(/32 characters/);
  expect(() => adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: token })).not.toThrow(token);
});
