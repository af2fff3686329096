import type { Settings } from '../config/settings.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { SessionState } from '../signup/session.ts';

/**
 * Asks for numbers only where the sender has one: a platform refuses texts for a country without a sending number, some of
 * them together with the email (https://community.klaviyo.com/topic/show?fid=64&tid=12192).
 *
 * @param covered countries that the sender has a number for; none: nothing changes
 * @param home the visitor's country, ISO 3166 alpha-2
 */
export function smsCountries(
  settings: Settings,
  covered: readonly string[],
  home: string | undefined,
): Partial<SessionState> {
  if (covered.length === 0) return { settings };
  const limitPhone = (rules: PhoneRules) => onlyOf(covered, rules);
  if (home === undefined || covered.includes(home)) return { settings, limitPhone };
  // A store that wants numbers alone has nothing to ask for here.
  if (settings.collect === 'phone') return { settings, limitPhone, suppressedBy: 'smsCountries' };
  return { settings: { ...settings, collect: 'email' }, limitPhone };
}

/** Phone rules that accept numbers of these countries only; a number whose country is unknown is accepted. */
function onlyOf(covered: readonly string[], rules: PhoneRules): PhoneRules {
  return {
    ...rules,
    countries: (locale) => rules.countries(locale).filter(({ code }) => covered.includes(code)),
    parse(text, country) {
      const result = rules.parse(text, country);
      if (result.kind !== 'ok' && result.kind !== 'unlikely') return result;
      const found = rules.countryOf(result.e164);
      return found === undefined || covered.includes(found) ? result : { kind: 'uncovered' };
    },
  };
}
