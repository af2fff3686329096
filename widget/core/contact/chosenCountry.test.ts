import { describe, expect, test } from 'vitest';
import { type CountryClue, chosenCountry, countrySaid } from './chosenCountry.ts';

/** As much of the plans as the clues below need. */
const byCode: Readonly<Record<string, readonly string[]>> = {
  1: ['US', 'AG', 'AS', 'BS', 'CA'],
  33: ['FR'],
  34: ['ES'],
  44: ['GB', 'GG', 'IM', 'JE'],
  49: ['DE'],
};
const names: Readonly<Record<string, string>> = { ES: 'Spain', FR: 'France', GB: 'United Kingdom', DE: 'Germany' };
const codes = {
  callingCode: (country: string) => Object.entries(byCode).find(([, all]) => all.includes(country))?.[0],
  mainCountry: (e164: string) =>
    [2, 3, 4].map((end) => byCode[e164.slice(1, end)]?.[0]).find((country) => country !== undefined),
  countries: (locale: string) => {
    if (locale === 'x') throw new RangeError('no such language');
    return Object.entries(names).map(([code, name]) => ({ code, name, callingCode: '' }));
  },
};
const locales = ['x', 'en'];

const choice = (said: string[], more: Partial<CountryClue> = {}): CountryClue => ({
  kind: 'choice',
  distance: 1,
  label: '',
  said,
  ...more,
});
const chosen = (...clues: CountryClue[]) => {
  const found = chosenCountry(clues, codes, locales);
  return found?.country ?? found?.prefix;
};

describe('what a page says of a country', () => {
  test.each([
    ['es', 'ES'],
    [' ES ', 'ES'],
    ['UK', 'GB'],
    ['+34', 'ES'],
    ['0034', 'ES'],
    ['Spain (+34)', 'ES'],
    ['🇪🇸 +34', 'ES'],
    ['Spain', 'ES'],
    ['united kingdom', 'GB'],
    ['+1', 'US'],
    ['+1-242', '1242'],
    ['', undefined],
    ['ZZ', undefined],
    ['Choose …', undefined],
    ['34', undefined],
  ])('%o is read as %o', (text, country) => {
    const found = countrySaid([text], codes, locales);
    expect(found?.country ?? found?.prefix).toBe(country);
  });

  test('digits alone are a calling code only where that is what is chosen', () => {
    expect(countrySaid(['34'], codes, locales, true)).toEqual({ country: 'ES' });
  });

  test('the first text that means a country counts', () => {
    expect(countrySaid(['7', 'Spain (+34)', 'FR'], codes, locales)).toEqual({ country: 'ES' });
  });
});

describe('what stands beside a number', () => {
  const countries: CountryClue['options'] = [
    ['', 'Choose'],
    ['ES', 'Spain'],
    ['FR', 'France'],
  ];

  test('a select of countries is read', () => {
    expect(chosen(choice(['ES', 'Spain'], { options: countries }))).toBe('ES');
  });

  test('a select of states is none of countries, though CA and DE are codes of both', () => {
    const options: CountryClue['options'] = [
      ['CA', 'California'],
      ['DE', 'Delaware'],
      ['TX', 'Texas'],
    ];
    expect(chosen(choice(['CA', 'California'], { options }))).toBeUndefined();
    expect(chosen(choice(['DE'], { options: [['DE', 'Delaware']], label: 'billing_state' }))).toBeUndefined();
  });

  test('a select of amounts says nothing', () => {
    const options: CountryClue['options'] = [
      ['1', '1'],
      ['34', '34'],
    ];
    expect(chosen(choice(['34', '34'], { options, label: 'quantity' }))).toBeUndefined();
  });

  test('a select of bare dial codes is read by its name', () => {
    const options: CountryClue['options'] = [
      ['34', '34'],
      ['49', '49'],
    ];
    expect(chosen(choice(['34', '34'], { options, label: 'phone_prefix' }))).toBe('ES');
  });

  test('the nearest one counts', () => {
    const near = choice(['+34'], { distance: 1, label: 'dial', options: [['+34', '+34']] });
    const far = choice(['FR'], { distance: 3, label: 'country', options: countries });
    expect(chosen(far, near)).toBe('ES');
  });

  test('a flag or dial code of the number counts before the country of the address', () => {
    expect(chosen(choice(['FR'], { options: countries }), choice(['es'], { kind: 'sign' }))).toBe('ES');
    expect(chosen(choice(['FR'], { options: countries }), choice(['34'], { label: 'tel-country-code' }))).toBe('ES');
  });

  test('two addresses of one distance that disagree say nothing', () => {
    const shipping = choice(['FR'], { options: countries });
    const billing = choice(['ES'], { options: countries });
    expect(chosen(shipping, billing)).toBeUndefined();
    expect(chosen(shipping, shipping)).toBe('FR');
  });

  test('a select that has not been chosen from leaves it to the next one', () => {
    const unchosen = choice(['', 'Choose'], { options: countries });
    expect(chosen(unchosen, choice(['FR'], { distance: 2, options: countries }))).toBe('FR');
  });
});
