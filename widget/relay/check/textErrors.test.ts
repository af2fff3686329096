import { expect, it } from 'vitest';
import { submissionOf } from '../test/submissionOf.ts';
import { textErrors } from './textErrors.ts';

const codes = (email: string, fields: Record<string, string> = {}) =>
  textErrors({ ...submissionOf({}), contact: { email, fields } }).map(({ field, code }) => [field, code]);

it.each([
  ['a zero-width space', 'pen\u200bny@example.com'],
  ['a soft hyphen', 'pen\u00adny@example.com'],
  ['a control character', 'pen\u0007ny@example.com'],
  ['a turn of direction', 'penny@\u202emoc.elpmaxe'],
  ['a filler that is drawn as nothing', 'penny\u3164@example.com'],
])('an email with %s was taken for an address', (_what, email) => {
  expect(codes(email)).toEqual([['contact.email', 'email.hidden']]);
});

it.each([
  'penny@pаypal.com',
  'penny@xn--pypal-4ve.com',
  'penny@shop.ελαda.example',
  'penny@xn--80ak6aa92ea.paypаl.com',
])('the domain of %s mixes scripts, and was taken', (email) => {
  expect(codes(email)).toEqual([['contact.email', 'email.script']]);
});

it.each([
  'penny@example.com',
  'o’neil+coffee@bücher.example',
  'penny@xn--bcher-kva.example',
  'почта@пример.рф',
  'penny@xn--e1afmkfd.xn--p1ai',
  'penny@日本語カフェcafe.jp',
  'penny@xn--not-punycode-!!.example',
  'penny@xn--99999999999.example',
])('%s is an honest address, and was refused', (email) => {
  expect(codes(email)).toEqual([]);
});

it.each([
  ['an address', 'https://evil.example'],
  ['a path', 'evil.example/win'],
  ['more than 60 characters', 'x'.repeat(61)],
])('a first name that is %s was taken', (_what, firstName) => {
  expect(codes('penny@example.com', { firstName })).toEqual([['contact.fields.firstName', 'name.shape']]);
});

it.each([
  ['a line break', 'Penny\nBcc: x'],
  ['a turn of direction', 'Penny\u202e'],
])('a field with %s was taken', (_what, value) => {
  expect(codes('penny@example.com', { firstName: value })).toEqual([['contact.fields.firstName', 'text.hidden']]);
  expect(codes('penny@example.com', { [value]: value })).toEqual([['contact.fields', 'text.hidden']]);
});

it.each(['Penny', 'Anne-Marie', 'D’Arcy', 'Nguyễn Thị', 'می\u200cخواهم', '王小明', 'M. O. Jr.', '😀'.repeat(60)])(
  'the name %s was refused',
  (firstName) => {
    expect(codes('penny@example.com', { firstName })).toEqual([]);
  },
);
