import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import examplesOfLibrary from 'libphonenumber-js/mobile/examples';
import { beforeAll, describe, expect, test } from 'vitest';
import { isReservedExample } from './reserved.ts';
import { wholeRules as phoneRules } from './test/wholeRules.ts';

const { parse } = phoneRules;

/** One mobile number of every country, from the library's own list. */
const numbers = getCountries().map((country) => {
  const number = parsePhoneNumberFromString(examplesOfLibrary[country] ?? '', country);
  if (!number) throw new Error(`no example of ${country}`);
  const digits = number.number.slice(1);
  const [national, international] = [number.formatNational(), number.formatInternational()];
  return { country, e164: number.number, digits, national, international };
});
type Sample = (typeof numbers)[number];

const onlyDigits = (text: string) => text.replace(/\D/g, '');
const inScript = (zero: string) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
const arabic = inScript('٠');

/** The countries whose number is not understood as itself. */
function misread(write: (number: Sample) => string, country: (number: Sample) => string | undefined): string[] {
  return numbers
    .filter((number) => {
      const result = parse(write(number), country(number));
      return result.kind !== 'ok' || result.e164 !== number.e164;
    })
    .map((number) => number.country);
}

const home = (number: Sample) => number.country;
const none = () => undefined;

test('there is an example number of every country', () => {
  expect(numbers.length).toBeGreaterThanOrEqual(245);
});

describe('a number of every country is understood', () => {
  test.each<[string, (number: Sample) => string, (number: Sample) => string | undefined]>([
    ['in national form', (n) => n.national, home],
    ['in national form without spaces', (n) => onlyDigits(n.national), home],
    ['in national form, every digit apart', (n) => [...onlyDigits(n.national)].join(' '), home],
    ['in national form and Arabic digits', (n) => arabic(n.national), home],
    ['in national form and Devanagari digits', (n) => inScript('०')(n.national), home],
    ['in national form and full-width digits', (n) => inScript('０')(n.national), home],
    ['in international form at home', (n) => n.international, home],
    ['in international form where no country is known', (n) => n.international, none],
    ['in international form in the United States', (n) => n.international, () => 'US'],
    ['in international form in Germany', (n) => n.international, () => 'DE'],
    ['in international form without spaces', (n) => n.e164, home],
    ['in international form and Arabic digits', (n) => arabic(n.international), home],
    ['behind 00 at home', (n) => `00${n.digits}`, home],
    ['behind 00 where no country is known', (n) => `00${n.digits}`, none],
    ['behind 00 in the United States, whose prefix is 011', (n) => `00${n.digits}`, () => 'US'],
    ['behind 00 in Germany', (n) => `00${n.digits}`, () => 'DE'],
    ['behind 00 and with spaces', (n) => `00 ${n.international.slice(1)}`, home],
    ['behind 00 and in Arabic digits', (n) => arabic(`00${n.digits}`), home],
    ['without its plus at home', (n) => n.digits, home],
    ['without its plus at home, with spaces', (n) => n.international.slice(1), home],
    ['without its plus where no country is known', (n) => n.digits, none],
  ])('%s', (_how, write, country) => {
    expect(misread(write, country)).toEqual([]);
  });
});

describe('a number without its plus may be read as one of the chosen country', () => {
  // The number as it stands is a whole mobile number of the country it is typed in: nothing in it tells them apart.
  // That is why the number is shown as it was understood before it is sent.
  test.each([
    ['US', 'in ten digits as in North America', 'BZ GM IS KM MM NU PW SC ST VU'],
    ['DE', 'as North American ones that begin like a German 15x or 17x', 'CA DM LC PR SX VC'],
    ['GB', 'as none', ''],
    ['FR', 'in nine digits that begin like a French 06', 'NC NF TV WF'],
  ])('in %s: %s', (country, _why, exceptions) => {
    const found = misread(
      (n) => n.digits,
      () => country,
    );
    expect(found.sort().join(' ')).toBe(exceptions);
  });
});

test('a number that is being typed is understood at one length only, except where numbers have several lengths', () => {
  const changes = (n: Sample) => {
    const read = [...n.national].map((_, at) => {
      const result = parse(n.national.slice(0, at + 1), n.country);
      return result.kind === 'ok' ? result.e164 : '';
    });
    return read.filter((e164, at) => e164 !== '' && e164 !== read[at - 1]).length;
  };
  const often = numbers.filter((n) => changes(n) > 1).map((n) => `${n.country} ${changes(n)}`);
  expect(often.sort().join(', ')).toBe('AT 3, AX 4, EE 2, FI 4, KR 2, MP 2, NZ 2, RS 2');
});

describe('the example number in an error', () => {
  beforeAll(() => new Promise<void>((known) => void phoneRules.example('GB', known)));

  test('exists for every country, and is accepted as it is shown', () => {
    const wrong = numbers.filter(({ country }) => parse(phoneRules.example(country) ?? '', country).kind !== 'ok');
    expect(wrong).toEqual([]);
  });

  test.each([
    ['GB', '07700 900982'],
    ['JE', '07700 900982'],
    ['US', '(201) 555-0123'],
    ['CA', '(506) 555-0123'],
    ['JM', '(876) 555-0123'],
    ['AU', '0491 570 006'],
    ['CX', '0491 570 006'],
    ['DE', '0172 9980752'],
    ['FR', '06 39 98 00 12'],
    ['IE', '(020) 910 0123'],
    ['SE', '070-174 06 12'],
    ['ES', '612 34 56 78'],
  ])('of %s is %s', (country, example) => {
    expect(phoneRules.example(country)).toBe(example);
  });

  test('is of a reserved range all over North America', () => {
    const american = numbers.filter(({ e164 }) => e164.startsWith('+1'));
    const owned = american.filter(({ country }) => {
      const result = parse(phoneRules.example(country) ?? '', country);
      return result.kind !== 'ok' || !isReservedExample(result.e164);
    });
    expect(american).toHaveLength(25);
    expect(owned).toEqual([]);
  });

  test.each(['XX', '', 'gb'])('does not exist for %j, which is no country', (country) => {
    expect(phoneRules.example(country)).toBeUndefined();
  });
});

describe('the list of countries', () => {
  test('has each country once, with a name', () => {
    const listed = phoneRules.countries('en');
    expect(new Set(listed.map(({ code }) => code)).size).toBe(numbers.length);
    expect(listed.filter(({ code, name }) => name === '' || name === code)).toEqual([]);
  });

  test.each([
    ['en', 'DE', 'Germany', '49'],
    ['de', 'DE', 'Deutschland', '49'],
    ['ar', 'EG', 'مصر', '20'],
    ['pt-BR', 'US', 'Estados Unidos', '1'],
  ])('in %s calls %s %s, with its calling code', (locale, code, name, callingCode) => {
    expect(phoneRules.countries(locale)).toContainEqual({ code, name, callingCode });
  });

  test('is in the order of its language', () => {
    const names = (locale: string) => phoneRules.countries(locale).map(({ name }) => name);
    // Åland comes near the beginning in English, and at the end in Swedish.
    expect(names('en').findIndex((name) => name.startsWith('Åland'))).toBeLessThan(10);
    expect(names('sv').findIndex((name) => name.startsWith('Åland'))).toBeGreaterThan(230);
  });
});
