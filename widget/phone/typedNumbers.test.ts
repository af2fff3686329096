import { describe, expect, test } from 'vitest';
import rows from './test/typedNumbers.json' with { type: 'json' };
import { wholeRules } from './test/wholeRules.ts';

/** What a form does with it: the number it sends at once, or what it says instead. */
function whatBecomesOf(typed: string, country: string): string | { readonly offer: string | undefined } {
  const read = wholeRules.parse(typed, country);
  if (read.kind === 'ok') return read.e164;
  if (read.kind === 'offer') return { offer: read.numbers[0] };
  if (read.kind === 'unlikely') return 'asked once';
  return read.kind === 'impossible' && read.lacksArea ? 'asked for the area code' : 'refused';
}

const kinds = [...new Set(rows.map(({ kind }) => kind))];

// From reports of people whose numbers were refused or became somebody else's, and siblings of each.
describe.each(kinds)('a number as people type and paste it: %s', (kind) => {
  test.each(rows.filter((row) => row.kind === kind))('$typed in $country', ({ typed, country, expect: expected }) => {
    expect(whatBecomesOf(typed, country)).toEqual(expected);
  });

  test('is tried in several ways', () => {
    expect(rows.filter((row) => row.kind === kind).length).toBeGreaterThanOrEqual(4);
  });
});
