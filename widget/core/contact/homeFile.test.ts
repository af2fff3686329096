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
])('the file of %s is %s', (country, file) => {
  expect(homeFile(country)).toBe(file);
});

test('a country has the file that its own slice is in, or the one for all others', () => {
  const homes = homeOfCountries();
  const countries = callingCodes.flatMap(countriesOf);
  const wrong = countries.filter((country) => ![homes.get(country), '0'].includes(homeFile(country)));
  expect(wrong).toEqual([]);
  expect(homes.size).toBeGreaterThan(60);
});
