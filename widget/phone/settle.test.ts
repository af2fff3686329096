import { beforeEach, describe, expect, test, vi } from 'vitest';
import { slicesOf } from '../../scripts/phone/files.ts';
import { countriesOf } from '../../scripts/phone/slices.ts';
import { createPhoneRules } from './createPhoneRules.ts';
import { repairNumber } from './repairNumber.ts';

/** Two packs instead of all, whose fetching is watched: +39 and +44, and +1 and +52. */
const fetchPack = vi.hoisted(() => ({ europe: vi.fn(), america: vi.fn() }));
vi.mock('virtual:phone-packs', () => ({
  packs: [
    ['europe', '39ITVA5GBGGIMJE'],
    ['america', `1${countriesOf('1').join('')}51MX`],
  ],
  loadPack: (name: keyof typeof fetchPack) => fetchPack[name](),
}));

const arrives = (...codes: string[]) => Promise.resolve({ default: slicesOf(codes) });
const british = { kind: 'ok', e164: '+447700900982' };
const pending = { kind: 'pending' };

beforeEach(() => {
  fetchPack.europe.mockReset().mockImplementation(() => arrives('39', '44'));
  fetchPack.america.mockReset().mockImplementation(() => arrives('1', '52'));
});

const american = () => createPhoneRules(slicesOf(['1']));

describe('a pack that may decide is fetched, and until it has loaded nothing is decided', () => {
  test.each<[string, string, string | undefined]>([
    ['behind a plus', '+44 7700 900982', 'US'],
    ['behind a full-width plus', '＋44 7700 900982', 'US'],
    ['behind 00', '0044 7700 900982', 'US'],
    ['behind the prefix of the country', '011 44 7700 900982', 'US'],
    ['with its plus dropped', '447700900982', 'US'],
    ['with its plus dropped, in Arabic-Indic digits', '٤٤٧٧٠٠٩٠٠٩٨٢', 'US'],
    ['in full-width digits behind 00', '００４４７７００９００９８２', 'US'],
    ['in national form, of a country that was chosen', '07700 900982', 'GB'],
    ['where no country is known', '447700900982', undefined],
  ])('for a number %s', async (_how, text, country) => {
    const rules = american();
    expect(rules.parse(text, country)).toMatchObject(pending);
    expect(fetchPack.europe).not.toHaveBeenCalled();
    await rules.settle(text, country);
    expect(rules.parse(text, country)).toEqual(british);
    expect(fetchPack.europe).toHaveBeenCalledTimes(1);
    expect(fetchPack.america).not.toHaveBeenCalled();
  });

  test.each([
    ['with its plus dropped', '525512345678', { kind: 'ok', e164: '+525512345678' }],
    // Only Mexico's own rules may say that it is one without its `1`.
    ['as it was written until 2019', '5215512345678', { kind: 'ok', e164: '+525512345678' }],
  ])('of a Mexican number %s', async (_how, text, result) => {
    const rules = american();
    expect(rules.parse(text, 'US')).toMatchObject(pending);
    await rules.settle(text, 'US');
    expect(rules.parse(text, 'US')).toEqual(result);
  });

  test('for a chosen country, and then for the country of its international prefix', async () => {
    const rules = createPhoneRules({});
    await rules.settle('011 44 7700 900982', 'US');
    expect(rules.parse('011 44 7700 900982', 'US')).toEqual(british);
    expect(fetchPack.america).toHaveBeenCalledTimes(1);
    expect(fetchPack.europe).toHaveBeenCalledTimes(1);
  });
});

describe('nothing is fetched', () => {
  test.each([
    ['for a number that the home slice calls valid', '201 555 0123'],
    ['for a number of home behind a plus', '+1 201 555 0123'],
    ['for a number of home that is too short, of no other country', '02015550'],
    ['for words', 'my mobile'],
    ['for nothing', ' '],
  ])('%s', async (_what, text) => {
    const rules = createPhoneRules(slicesOf(['1']), repairNumber);
    expect(rules.parse(text, 'US')).not.toMatchObject(pending);
    await rules.settle(text, 'US');
    expect(fetchPack.europe).not.toHaveBeenCalled();
    expect(fetchPack.america).not.toHaveBeenCalled();
  });

  test('while half a number is typed, not even what mends numbers', async () => {
    const rules = american();
    expect(rules.parse('020155', 'US')).toEqual({ kind: 'pending', isOdd: true });
    await rules.settle('020155', 'US', { isBeingTyped: true });
    expect(rules.parse('020155', 'US')).toEqual({ kind: 'pending', isOdd: true });
    await rules.settle('020155', 'US');
    expect(rules.parse('020155', 'US')).toEqual({ kind: 'impossible' });
  });

  test('twice, whoever asks meanwhile', async () => {
    const rules = american();
    await Promise.all([rules.settle('+44 7700 900982', 'US'), rules.settle('+39 312 345 6789', 'US')]);
    expect(fetchPack.europe).toHaveBeenCalledTimes(1);
  });
});

describe('a pack that cannot be fetched', () => {
  test('is reported, the number stays undecided, and the next call tries again', async () => {
    fetchPack.europe.mockImplementationOnce(() => Promise.reject(new TypeError('404')));
    const rules = american();
    await expect(rules.settle('+44 7700 900982', 'US')).rejects.toThrow('404');
    expect(rules.parse('+44 7700 900982', 'US')).toMatchObject(pending);
    await rules.settle('+44 7700 900982', 'US');
    expect(rules.parse('+44 7700 900982', 'US')).toEqual(british);
    expect(fetchPack.europe).toHaveBeenCalledTimes(2);
  });

  test('does not affect other numbers', async () => {
    fetchPack.europe.mockImplementation(() => Promise.reject(new TypeError('404')));
    const rules = american();
    await expect(rules.settle('+44 7700 900982', 'US')).rejects.toThrow('404');
    expect(rules.parse('201 555 0123', 'US')).toEqual({ kind: 'ok', e164: '+12015550123' });
    await rules.settle('+52 55 1234 5678', 'US');
    expect(rules.parse('+52 55 1234 5678', 'US').kind).toBe('ok');
  });

  test.each([
    ['another', () => arrives('39')],
    ['no pack at all', () => Promise.resolve({})],
  ])('or that turns out to be %s is reported', async (_what, answer) => {
    fetchPack.europe.mockImplementation(answer);
    const rules = american();
    await expect(rules.settle('+44 7700 900982', 'US')).rejects.toThrow();
    expect(rules.parse('+44 7700 900982', 'US')).toMatchObject(pending);
  });
});

describe('before a pack has loaded', () => {
  const rules = american();

  test('every country is listed with its calling code', () => {
    const listed = rules.countries('en');
    expect(listed).toHaveLength(25 + 2 + 4 + 1);
    expect(listed[0]).toEqual({ code: 'AS', name: 'American Samoa', callingCode: '1' });
    expect(listed.at(-1)).toEqual({ code: 'VA', name: 'Vatican City', callingCode: '39' });
    expect(rules.callingCode('JE')).toBe('44');
  });

  test.each([
    ['+525512345678', 'MX'],
    ['+52', 'MX'],
    ['+447700900982', undefined],
    ['+999', undefined],
    ['525512345678', undefined],
  ])('the country of %s is %s', (e164, country) => {
    expect(rules.countryOf(e164)).toBe(country);
  });

  test.each([
    ['+447700900982', '+44 7700900982'],
    ['+12015550123', '+1 201 555 0123'],
    ['+44', '+44'],
    ['+9997', '+9997'],
    ['no number', 'no number'],
  ])('%s is formatted as %s', (e164, written) => {
    expect(rules.format(e164)).toBe(written);
  });
});

test('an example number of a country needs no pack', async () => {
  const rules = american();
  await new Promise<void>((known) => void rules.example('GB', known));
  expect(rules.example('GB')).toBe('07700 900982');
  expect(fetchPack.europe).not.toHaveBeenCalled();
});

test.each([
  ['+44', 'GB'],
  ['+447700900982', 'GB'],
  ['+1876', 'US'],
  ['+52', 'MX'],
  ['+999', undefined],
  ['44', undefined],
  ['', undefined],
])('the main country of %s is %s before its rules have loaded', (number, country) => {
  expect(createPhoneRules({}).mainCountry(number)).toBe(country);
});
