/** What became of a typed number. */
export type PhoneResult =
  | { readonly kind: 'empty' }
  /** No such number can exist: too short, too long, no calling code. */
  | { readonly kind: 'impossible' }
  /** Could exist, but matches no known range for mobile numbers: asked about once, then accepted. */
  /** Of a country that the store has no number for. */
  | { readonly kind: 'uncovered' }
  | { readonly kind: 'unlikely'; readonly e164: string }
  | { readonly kind: 'ok'; readonly e164: string };

/** The phone library as the core sees it; `phone/` implements it in a chunk of its own. */
export interface PhoneRules {
  /** Understands a number as typed. `country` (ISO 3166 alpha-2) is used for national forms alone. */
  parse(text: string, country: string | undefined): PhoneResult;
  /** An example of a mobile number in national form, or undefined. */
  example(country: string): string | undefined;
  /** The country that a number is of, as far as it tells. */
  countryOf(e164: string): string | undefined;
  /** The number written for people of its own country: spaces, and a `+` form. */
  format(e164: string): string;
}
