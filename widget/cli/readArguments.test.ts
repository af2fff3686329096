import { expect, test } from 'vitest';
import { addressOf, readArguments } from './readArguments.ts';

test.each([
  ['shop.example', 'https://shop.example/'],
  ['localhost:4173/p', 'http://localhost:4173/p'],
  ['127.0.0.1:80', 'http://127.0.0.1/'],
  ['http://shop.example:8080', 'http://shop.example:8080/'],
])('the address %s is read as %s', (text, address) => {
  expect(addressOf(text, 'usage').href).toBe(address);
});

test.each(['mailto:penny@example.com', 'file:///etc/passwd', 'https://', 'two words'])('%s is no address', (text) => {
  expect(() => addressOf(text, 'usage')).toThrow(/no address/);
});

test('an unknown option is refused with the usage', () => {
  expect(() => readArguments(['--jsn'], { json: { type: 'boolean' } }, 'the usage')).toThrow(/the usage/);
});
