/** What became of a typed number. */
export type PhoneResult =
  | { readonly kind: 'empty' }
  /** No such number can exist: too short, too long, no calling code. */
  | { readonly kind: 'impossible' }
  /** Of a country that the store has no number for. */
  | { readonly kind: 'uncovered' }
  /** Rules that decide it are not here yet: `settle` fetches them. */
  | { readonly kind: 'pending' }
  /** Could exist, but matches no known range for mobile numbers: asked about once, then accepted. */
  | ({ readonly kind: 'unlikely' } & UnderstoodNumber)
  | ({ readonly kind: 'ok' } & UnderstoodNumber);

interface UnderstoodNumber {
  readonly e164: string;
  /** An extension was typed as well. It is left out: nobody can text it. */
  readonly hasExtension?: true;
}

/** A country that numbers are of. */
export interface PhoneCountry {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** Digits alone, without `+`. */
  readonly callingCode: string;
}

/** The phone library as the core sees it; `phone/` implements it in a chunk of its own. */
export interface PhoneRules {
  /** Understands a number as typed. `country` (ISO 3166 alpha-2) is used for national forms alone. */
  parse(text: string, country: string | undefined): PhoneResult;
  /** Fetches the rules that decide that text, so that it is no longer `pending`. Rejects where they cannot be fetched. */
  settle(text: string, country: string | undefined): Promise<void>;
  /**
   * An example of a mobile number in national form; undefined where there is none. The examples are fetched at the first
   * call that has `onKnown`, which is called when they have come.
   */
  example(country: string, onKnown?: () => void): string | undefined;
  /** Every country that has numbers, by its name in that language (BCP 47), in its order. */
  countries(locale: string): readonly PhoneCountry[];
  /** The calling code of a country, digits alone; undefined for what is no country. */
  callingCode(country: string): string | undefined;
  /** The country that a number is of, as far as it tells. */
  countryOf(e164: string): string | undefined;
  /** The number written for people of its own country: spaces, and a `+` form. */
  format(e164: string): string;
}
