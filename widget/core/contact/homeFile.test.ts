import { expect, test } from 'vitest';
import { homeOfCountries } from '../../../scripts/phone/files.ts';
import { callingCodes, countriesOf } from '../../../scripts/phone/slices.ts';
import { homeFile } from './homeFile.ts';

test.each([
  ['US', '1'],
  ['TT', '1'],
  ['BB', '0'],
  ['SC', '0'],
  ['JE', '44'],
  ['RE', '33'],
  ['IE', '353'],
  ['CN', '0'],
  ['XX', '0'],
  ['', '0'],
  ['(', '0'],
  ['undefined', '0'],
  [undefined, '0'],
])('the phone file of %s is %s', (country, file) => {
  expect(homeFile(country)).toBe(file);
});

test('every country has the file of its own slice, or the common one', () => {
  const homes = homeOfCountries();
  const countries = callingCodes.flatMap(countriesOf);
  const wrong = countries.filter((country) => ![homes.get(country), '0'].includes(homeFile(country)));
  expect(wrong).toEqual([]);
  expect(homes.size).toBeGreaterThan(60);
});
