import type { PhoneRules } from './phone.ts';

/** Something near a number that may say its country. */
export interface CountryClue {
  /** A field that is filled in or chosen from; or a flag, or a dial code that is only shown. */
  readonly kind: 'choice' | 'sign';
  /** How far above the number they are in one element; 1 is nearest. */
  readonly distance: number;
  /** Names and label of a field. */
  readonly label: string;
  /** What it says now, the most exact first. */
  readonly said: readonly string[];
  /** Value and text of everything that could be chosen. */
  readonly options?: readonly (readonly [value: string, text: string])[];
}

/** How a number in national form is to be read. */
export type ChosenCountry =
  /** ISO 3166 alpha-2. */
  | { readonly country: string; readonly prefix?: undefined }
  /** Digits that stand before the number, where they are more than a calling code: `1242`. */
  | { readonly prefix: string; readonly country?: undefined };

type Codes = Pick<PhoneRules, 'callingCode' | 'mainCountry' | 'countries'>;

/** What people pick for the number itself, and not for a delivery. */
const ofNumber = /tel|phone|mobile|dial|prefix|area.?code|calling|vorwahl|indicatif|prefijo|prefisso/i;
const ofRegion = /state|provin|county|region|address-level/i;

/**
 * The country that a page says beside a number: a select of dial codes, a flag, the country of the address. The nearest one
 * counts, and before others whatever belongs to the number itself; nothing does where two of the same distance disagree.
 *
 * @param locales languages that countries may be named in, BCP 47
 */
export function chosenCountry(
  clues: readonly CountryClue[],
  codes: Codes,
  locales: readonly string[],
): ChosenCountry | undefined {
  const distances = [...new Set(clues.map(({ distance }) => distance))].sort((a, b) => a - b);
  for (const distance of distances) {
    const here = clues.filter((clue) => clue.distance === distance && isOfCountries(clue, codes, locales));
    const isNumbers = (clue: CountryClue) =>
      clue.kind === 'sign' || ofNumber.test(clue.label) || clue.options?.some(([, text]) => /\+\s?\d/.test(text));
    const answers = (some: readonly CountryClue[]) => {
      const all = some.map((clue) => countrySaid(clue.said, codes, locales, isDialCodes(clue)));
      return new Map(all.filter((c) => c !== undefined).map((c) => [c.country ?? c.prefix, c]));
    };
    for (const some of [here.filter(isNumbers), here]) {
      const found = answers(some);
      if (found.size > 1) return undefined;
      const [only] = found.values();
      if (only) return only;
    }
  }
  return undefined;
}

/** The country that texts mean: a code, a flag, a calling code with its plus, a name. The first that means one counts. */
export function countrySaid(
  said: readonly string[],
  codes: Codes,
  locales: readonly string[],
  isDialCode = false,
): ChosenCountry | undefined {
  for (const text of said.map((t) => t.trim())) {
    const iso = isoOf(text);
    if (iso && codes.callingCode(iso)) return { country: iso };
    const dialled = /(?:\+|^00)\s?(\d[\d\s-]{0,6})/.exec(text)?.[1] ?? (isDialCode ? /^\d{1,4}$/.exec(text)?.[0] : '');
    const digits = dialled?.replace(/\D/g, '');
    const country = digits && codes.mainCountry(`+${digits}`);
    if (country) return codes.callingCode(country) === digits ? { country } : { prefix: digits };
    const named = namedCountry(text, codes, locales);
    if (named) return { country: named };
  }
  return undefined;
}

/** `es`, `UK`, or a flag written as an emoji. */
function isoOf(text: string): string | undefined {
  const flag = /[\u{1f1e6}-\u{1f1ff}]{2}/u.exec(text)?.[0];
  const code = flag ? String.fromCharCode(...[...flag].map((c) => (c.codePointAt(0) ?? 0) - 0x1f1e6 + 65)) : text;
  return /^[a-z]{2}$/i.test(code) ? code.toUpperCase().replace('UK', 'GB') : undefined;
}

function namedCountry(text: string, codes: Codes, locales: readonly string[]): string | undefined {
  if (!/^\p{L}{2}\P{N}+$/u.test(text)) return undefined;
  const wanted = text.toLowerCase();
  for (const locale of locales) {
    try {
      const found = codes.countries(locale).find(({ name }) => name.toLowerCase() === wanted);
      if (found) return found.code;
    } catch {
      // No language of this name.
    }
  }
  return undefined;
}

/** Its values are digits alone, and it is named after calling codes. */
function isDialCodes({ label, options }: CountryClue): boolean {
  return ofNumber.test(label) && !options?.some(([value]) => /[a-z]/i.test(value));
}

/** Whether a select is one of countries: states and provinces have codes of two letters as well. */
function isOfCountries(clue: CountryClue, codes: Codes, locales: readonly string[]): boolean {
  const { label, options } = clue;
  if (!options) return true;
  if (ofRegion.test(label) && !/countr/i.test(label)) return false;
  const filled = options.filter(([value, text]) => value.trim() && text.trim());
  const known = filled.filter((option) => countrySaid(option, codes, locales, isDialCodes(clue)));
  // Lists of countries hold some that have no numbers, such as Antarctica.
  return known.length > 0 && known.length >= filled.length * 0.9;
}
