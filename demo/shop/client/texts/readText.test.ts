import { expect, test } from 'vitest';
import { readText } from './readText.ts';

const text = { id: 'a', text: '123456 is your code.', code: '123456', sentAt: '2026-01-31T12:00:00.000Z' };

test('a text is read without its other members', () => {
  expect(readText(JSON.stringify({ ...text, to: '+447700900789' }))).toEqual(text);
});

test.each(['', '{', 'null', '7', '{}', JSON.stringify({ ...text, code: 123456 })])('%s is no text', (data) => {
  expect(readText(data)).toBeUndefined();
});
