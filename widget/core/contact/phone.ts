/** What became of a typed number. */
export type PhoneResult =
  | { readonly kind: 'empty' }
  /**
   * No such number can exist (too short, too long, no calling code, closed to all by its numbering plan), or it is toll-free or
   * premium-rate: none can be texted. `lacksArea`: it would be one with its area code.
   */
  | { readonly kind: 'impossible'; readonly lacksArea?: true }
  /** None that can be texted, but likely one of these (E.164) with a digit or a marker left out. Nothing is sent unasked. */
  | { readonly kind: 'offer'; readonly numbers: readonly string[] }
  /** Of a country that the store has no number for. */
  | { readonly kind: 'uncovered' }
  /** Rules that may decide it have not been fetched yet: `settle` does. `isOdd`: only what mends a number that is not valid. */
  | { readonly kind: 'pending'; readonly isOdd?: true }
  /** Could exist, but matches no known range for mobile numbers: asked about once, then accepted. */
  | ({ readonly kind: 'unlikely' } & UnderstoodNumber)
  | ({ readonly kind: 'ok' } & UnderstoodNumber);

/** Fetches a file, by the name that it has in the build. */
export type FetchFile = <T>(name: string, load: () => Promise<T>) => Promise<T>;

interface UnderstoodNumber {
  readonly e164: string;
  /** An extension was typed as well. It is left out, because it cannot be texted. */
  readonly hasExtension?: true;
}

/** A country that numbers are of. */
export interface PhoneCountry {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly name: string;
  /** Digits alone: `44`. */
  readonly callingCode: string;
}

/** The phone library as the core sees it; `phone/` implements it in files of its own. */
export interface PhoneRules {
  /** Understands a number as typed. `country` (ISO 3166 alpha-2) is used for national forms alone. */
  parse(text: string, country: string | undefined): PhoneResult;
  /**
   * Fetches what `parse` of this text lacks, and resolves once it answers something else than `pending`. There is no limit of
   * time.
   *
   * @param options.fetchFile fetches a file by what loads it; called with the name that the file has in the build
   * @param options.isBeingTyped nothing is mended yet, and what mends is not fetched: half a number is not valid, and not wrong
   * @throws where a file could not be fetched; a later call tries it again
   */
  settle(
    text: string,
    country: string | undefined,
    options?: { readonly fetchFile?: FetchFile; readonly isBeingTyped?: boolean },
  ): Promise<void>;
  /**
   * An example of a mobile number in national form; undefined where there is none. The examples are fetched at the first
   * call that has `onKnown`, which is called when they have come.
   */
  example(country: string, onKnown?: () => void): string | undefined;
  /** Every country that has numbers, by its name in that language (BCP 47), in its order. */
  countries(locale: string): readonly PhoneCountry[];
  /** The country of a number, as far as the number says and its rules have loaded. A calling code may be enough. */
  countryOf(e164: string): string | undefined;
  /** The country that a number's calling code belongs to; of several that share it the main one: `GB` for `+44`. */
  mainCountry(e164: string): string | undefined;
  /** The calling code of a country, digits alone: `44`. Undefined where there is no such country. */
  callingCode(country: string): string | undefined;
  /** In groups, as in `+44 7700 900982`; while its rules have not loaded, only the calling code is separate. */
  format(e164: string): string;
}
