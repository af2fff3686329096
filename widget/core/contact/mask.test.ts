import { expect, test } from 'vitest';
import { maskEmail } from './mask.ts';

test.each([
  ['penny@example.com', 'p•••@example.com'],
  ['p@example.com', 'p•••@example.com'],
  ['a.much.longer.name@example.com', 'a•••@example.com'],
  ['"a@b"@example.com', '"•••@example.com'],
  ['😀penny@example.com', '😀•••@example.com'],
])('%s is masked as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

test.each(['', 'penny', '@example.com'])('%j is no email, and nothing of it is shown', (text) => {
  expect(maskEmail(text)).toBe('•••');
});
