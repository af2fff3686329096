import type { MetadataJson, PhoneNumber } from 'libphonenumber-js/core/es6';
import type { CallingCode } from './callingCodes.ts';
import type { PhoneSlices } from './phoneSlices.ts';

/** Metadata for the library that knows what it lacks. */
export interface SlicedMetadata {
  readonly json: MetadataJson;
  /** The calling codes that the library asked for since this was last cleared, and whose slices are not there. */
  readonly missing: Set<string>;
  add(slices: PhoneSlices): void;
  /** Whether this number cannot be texted: toll-free, or premium rate. */
  isUntextable(number: PhoneNumber): boolean;
  /** Whether any country of its calling code has numbers that look like that, of whatever kind. */
  isInPlan(number: PhoneNumber): boolean;
}

/**
 * Metadata whose countries are there by name from the start, and throw when the library wants one whose slice is not there. So
 * no answer can rest on a slice that is missing, whatever way a text takes through the library.
 */
export function createMetadata(codes: ReadonlyMap<string, CallingCode>): SlicedMetadata {
  const missing = new Set<string>();
  const untextable: Record<string, string> = {};
  // Of codes without a country, too: `hasCallingCode` in the library's `metadata.js` looks here for both.
  const [countries, nonGeographic] = [{}, {}];
  const callingCodes: Record<string, readonly string[]> = {};
  /** Of each calling code, the patterns of all its numbers. */
  const patterns: Record<string, readonly string[]> = {};
  const planOf = (code: string, place: number) => {
    const country = codes.get(code)?.countries[place];
    return country ? ([countries, country] as const) : ([nonGeographic, code] as const);
  };
  for (const [code, { countries: names }] of codes) {
    if (names[0]) callingCodes[code] = names;
    for (const place of names[0] ? names.keys() : [0]) {
      const [plans, name] = planOf(code, place);
      Object.defineProperty(plans, name, {
        configurable: true,
        get() {
          missing.add(code);
          throw new Error(`+${code}`);
        },
      });
    }
  }
  return {
    json: { version: 4, country_calling_codes: callingCodes, countries, nonGeographic } as unknown as MetadataJson,
    missing,
    add(slices) {
      for (const [code, [pattern, ...plans]] of Object.entries(slices)) {
        untextable[code] = pattern;
        patterns[code] = plans.map((plan) => `${plan[2]}`);
        plans.forEach((plan, place) => {
          const [found, name] = planOf(code, place);
          // The table says the calling code, so that the slices need not.
          Object.defineProperty(found, name, { value: [code, ...plan.slice(1)] });
        });
      }
    },
    isUntextable: ({ countryCallingCode, nationalNumber }) =>
      new RegExp(`^(${untextable[countryCallingCode]})$`).test(nationalNumber),
    isInPlan: ({ countryCallingCode, nationalNumber }) =>
      new RegExp(`^(${patterns[countryCallingCode]?.join('|')})$`).test(nationalNumber),
  };
}
