import type { Settings } from '../config/settings.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { SessionState } from '../signup/session.ts';

/**
 * Countries, and what a sender who has a number for one of them reaches as well: parts of it, under the same calling code, whose
 * numbers are the same operators'. Canada is a country of its own under `+1`, with rules of its own for texts.
 *
 * - Jersey, Guernsey and Man share ranges with the United Kingdom: a ported number is of either
 *   (https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbering-data)
 * - the territories of the United States: https://www.nanpa.com/area-codes
 * - Åland, Svalbard and Jan Mayen, Christmas and Cocos Islands, Vatican City: https://www.itu.int/pub/T-SP-E.164D
 */
const parts: Readonly<Record<string, string>> = {
  GB: 'JE GG IM',
  US: 'PR VI GU AS MP',
  NO: 'SJ',
  FI: 'AX',
  AU: 'CX CC',
  IT: 'VA',
  GP: 'BL MF',
  RE: 'YT',
  MA: 'EH',
};

/**
 * Asks for numbers only where the sender reaches them: a platform refuses texts for a country without a sending number, some of
 * them together with the email (https://community.klaviyo.com/topic/show?fid=64&tid=12192).
 *
 * @param listed countries that the sender has a number for; none: nothing changes
 * @param home the visitor's country, ISO 3166 alpha-2, as the owner or the page says it. A browser's languages are no word of
 * where its owner's phone is: many a browser speaks English.
 */
export function smsCountries(
  settings: Settings,
  listed: readonly string[],
  home: string | undefined,
): Partial<SessionState> {
  if (listed.length === 0) return { settings };
  const names = listed.map((country) => (country === 'UK' ? 'GB' : country));
  const reach = names.flatMap((country) => [country, ...(parts[country]?.split(' ') ?? [])]);
  const limitPhone = (rules: PhoneRules) => onlyOf(reach, rules);
  if (home === undefined || reach.includes(home)) return { settings, limitPhone, reach };
  // A store that wants numbers alone has nothing to ask for here.
  if (settings.collect === 'phone') return { settings, limitPhone, reach, suppressedBy: 'smsCountries' };
  return { settings: { ...settings, collect: 'email' }, limitPhone, reach };
}

/** Phone rules that take numbers of these countries alone. */
function onlyOf(reach: readonly string[], rules: PhoneRules): PhoneRules {
  const codes = reach.map((country) => rules.callingCode(country));
  const isReached = (e164: string) => {
    const found = rules.countryOf(e164);
    if (found) return reach.includes(found);
    // What cannot be told by the number is told by its calling code, as far as that goes.
    const main = rules.mainCountry(e164);
    return !main || codes.includes(rules.callingCode(main));
  };
  return {
    ...rules,
    countries: (locale) => rules.countries(locale).filter(({ code }) => reach.includes(code)),
    parse(text, country) {
      const result = rules.parse(text, country);
      const numbers = 'e164' in result ? [result.e164] : result.kind === 'offer' ? result.numbers : [];
      return numbers.every(isReached) ? result : { kind: 'uncovered' };
    },
  };
}
