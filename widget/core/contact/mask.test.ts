import { expect, test } from 'vitest';
import { maskEmail } from './mask.ts';

test.each([
  ['penny@example.com', 'p•••@example.com'],
  ['p@example.com', 'p•••@example.com'],
  ['a.much.longer.name@example.com', 'a•••@example.com'],
  ['"a@b"@example.com', '"•••@example.com'],
  ['😀penny@example.com', '😀•••@example.com'],
])('%s is shown as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

test.each(['', 'penny', '@example.com'])('nothing is shown of %j, which is no email', (text) => {
  expect(maskEmail(text)).toBe('•••');
});
