import parseByMobile from 'libphonenumber-js/mobile';
import { describe, expect, test } from 'vitest';
import { lacksArea, meantBy, offeredFor } from './habits.ts';

const isValid = (e164: string) => parseByMobile(e164)?.isValid() ?? false;

const vietnamese =
  '0120 0121 0122 0126 0128 0123 0124 0125 0127 0129 0162 0163 0164 0165 0166 0167 0168 0169 0186 0188 0199';

describe('every former prefix leads to numbers that are valid today', () => {
  test.each(vietnamese.split(' '))('of Vietnam: %s', (prefix) => {
    const [meant] = meantBy('84', `${prefix}2345678`).filter(isValid);
    expect(meant).toMatch(/^\+84\d{9}$/);
    expect(meant?.endsWith('2345678')).toBe(true);
  });

  test.each(['1', '01', '044', '045'])('of Mexico: %s', (prefix) => {
    expect(meantBy('52', `${prefix}5512345678`).filter(isValid)).toEqual(['+525512345678']);
  });
});

test.each([
  ['39', '03472234567'],
  ['54', '01123456789'],
  ['55', '1187654321'],
  ['56', '87654321'],
  ['230', '7123456'],
  ['237', '77123456'],
  ['593', '99123456'],
])('what is offered for +%s %s is valid', (code, digits) => {
  const offered = offeredFor(code, digits) ?? '';
  expect([offered, isValid(offered)]).toEqual([offered, true]);
});

test.each([
  ['55', '11987654321'],
  ['54', '91123456789'],
  ['44', '7911123456'],
])('nothing is offered for +%s %s, which is whole', (code, digits) => {
  expect(offeredFor(code, digits)).toBeUndefined();
  expect(lacksArea(code, digits)).toBe(false);
});

test('a number of the departments overseas belongs to one of them alone', () => {
  for (const digits of ['0692123456', '0690123456', '0694201234', '0696201234', '0612345678']) {
    expect(new Set(meantBy('33', digits).filter(isValid)).size).toBe(1);
  }
});
