import { expect, test } from 'vitest';
import { adminTokenFrom } from './settingsFrom.ts';

test('the token of the environment; none where there is none', () => {
  const token = 'x'.repeat(32);
  expect(adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: token })).toBe(token);
  expect(adminTokenFrom({})).toBeUndefined();
  expect(adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: '' })).toBeUndefined();
});

test.each(['secret', 'ü'.repeat(32), `${'x'.repeat(32)} y`])('refuses %s, and does not repeat it', (token) => {
  expect(() => adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: token })).toThrow(/32 characters/);
  expect(() => adminTokenFrom({ HELLO_AGAIN_ADMIN_TOKEN: token })).not.toThrow(token);
});
