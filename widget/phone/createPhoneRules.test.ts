import { describe, expect, test } from 'vitest';
import { isReservedExample } from './reserved.ts';
import { wholeRules as phoneRules } from './test/wholeRules.ts';

const { parse } = phoneRules;
const ok = { kind: 'ok', e164: '+447700900982' };

describe('a number is read as the same number however it is written', () => {
  test.each<[string, string, string | undefined]>([
    ['in national form', '07700 900982', 'GB'],
    ['with brackets and hyphens', '(07700) 900-982', 'GB'],
    ['without its trunk zero', '7700 900982', 'GB'],
    ['in international form', '+44 7700 900982', undefined],
    ['with a plus, whatever the country', '+44 7700 900982', 'US'],
    ['with a plus, where the country is none', '+44 7700 900982', 'XX'],
    ['with 00 where that is the prefix', '0044 7700 900982', 'GB'],
    ['with 00 where it is not', '0044 7700 900982', 'US'],
    ['with 00 in brackets', '(0044) 7700 900982', 'US'],
    ['with 00 and no country', '00447700900982', undefined],
    ['with the country’s own prefix', '011 44 7700 900982', 'US'],
    ['with the trunk zero in brackets', '+44 (0) 7700 900982', 'US'],
    ['with 00 and the trunk zero in brackets', '0044 (0) 7700 900982', 'US'],
    ['as a link', 'tel:+44-7700-900982', undefined],
    ['as a link in national form', 'tel:07700900982', 'GB'],
    ['with the plus lost by autofill, at home', '447700900982', 'GB'],
    ['with the plus lost by autofill, elsewhere', '447700900982', 'US'],
    ['with the plus lost by autofill, and no country', '44 7700 900982', undefined],
    ['with the plus lost by autofill, where its digits could be a landline at home', '447700900982', 'DE'],
    ['with a full-width plus', '＋44 7700 900982', undefined],
    ['in full-width digits behind a full-width plus', '＋４４７７００９００９８２', 'US'],
    ['in Arabic-Indic digits', '٠٧٧٠٠ ٩٠٠٩٨٢', 'GB'],
    ['in Persian digits', '۰۷۷۰۰ ۹۰۰۹۸۲', 'GB'],
    ['in Devanagari digits', '०७७०० ९००९८२', 'GB'],
    ['in full-width digits', '０７７００　９００９８２', 'GB'],
    ['in mathematical digits, whose runs have no gap between', '𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟗𝟖𝟐', 'GB'],
    ['in Arabic-Indic digits behind a plus', '+٤٤٧٧٠٠٩٠٠٩٨٢', undefined],
    ['with words around', 'call 07700 900982, please', 'GB'],
  ])('%s', (_how, text, country) => {
    expect(parse(text, country)).toEqual(ok);
  });
});

describe('an extension is left out, and the visitor is told', () => {
  test.each(['+44 7700 900982 ext. 12', '07700 900982 x12', '07700 900982 #12', 'tel:+447700900982;ext=12'])(
    'for %s',
    (text) => {
      expect(parse(text, 'GB')).toEqual({ ...ok, hasExtension: true });
    },
  );

  test('for a number that looks unlikely, too', () => {
    const landline = { kind: 'unlikely', e164: '+442079460018', hasExtension: true };
    expect(parse('020 7946 0018 ext 5', 'GB')).toEqual(landline);
  });
});

describe('an impossible number is refused', () => {
  test.each<[string, string, string | undefined]>([
    ['too short', '07700', 'GB'],
    ['too long', '07700 900982 12345', 'GB'],
    ['one digit too many', '+44 7700 9009821', 'GB'],
    ['of no country', '+999 7700 900982', 'GB'],
    ['in national form, where no country is known', '07700 900982', undefined],
    ['in the national form of another country', '07700 900982', 'US'],
    ['two at once', '07700 900982 / 07700 900983', 'GB'],
    ['no digits', 'my mobile', 'GB'],
    ['a plus alone', '+', 'GB'],
  ])('when it is %s', (_how, text, country) => {
    expect(parse(text, country)).toEqual({ kind: 'impossible' });
  });
});

test.each(['', '   ', '\u3000'])('an empty text (%o) is no number', (text) => {
  expect(parse(text, 'GB')).toEqual({ kind: 'empty' });
});

describe('a number that is no known mobile number is unlikely, not impossible', () => {
  test.each<[string, string, string | undefined, string]>([
    ['of a landline', '(020) 7946 0018', 'GB', '+442079460018'],
    ['of a landline, though a plus before it would make another number', '(0)30 901820', 'DE', '+4930901820'],
    ['of a landline, in international form', '+44 20 7946 0018', undefined, '+442079460018'],
    ['of a range not handed out', '+44 7000 000000', undefined, '+447000000000'],
  ])('such as one %s', (_how, text, country, e164) => {
    expect(parse(text, country)).toEqual({ kind: 'unlikely', e164 });
  });
});

describe('an example number', () => {
  test.each([
    ['+447700900000', true],
    ['+447700900999', true],
    ['+12015550100', true],
    ['+19995550199', true],
    ['+447700901000', false],
    ['+4477009001234', false],
    ['+33639980012', true],
    ['+33639990012', false],
    ['+353209100123', true],
    ['+12015550200', false],
    ['+11015550123', false],
    ['+4912015550123', false],
  ])('is recognised: %s is one: %s', (e164, isOne) => {
    expect(isReservedExample(e164)).toBe(isOne);
  });
});

test('a number is shown in groups, and an invalid one unchanged', () => {
  expect(phoneRules.format('+447700900982')).toBe('+44 7700 900982');
  expect(phoneRules.format('+12015550123')).toBe('+1 201 555 0123');
  expect(phoneRules.format('no number')).toBe('no number');
});
