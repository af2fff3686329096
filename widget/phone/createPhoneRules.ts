import { loadPack } from 'virtual:phone-packs';
import parsePhoneNumber, { type CountryCode, type PhoneNumber } from 'libphonenumber-js/core/es6';
import type { FetchFile, PhoneResult, PhoneRules } from '../core/contact/phone.ts';
import { readCallingCodes } from './callingCodes.ts';
import { createMetadata } from './createMetadata.ts';
import type { RepairNumber } from './numberingPlans.ts';
import type { PhonePack, PhoneSlices } from './phoneSlices.ts';
import { readNumber } from './readNumber.ts';

/**
 * The phone library behind the core's `PhoneRules`.
 *
 * @param home the slices that are there from the start; all others are in packs, fetched when a number may be theirs
 * @param repair what mends numbers, where it is there from the start; else it is fetched for the first that is not valid as typed
 */
export function createPhoneRules(home: PhoneSlices, repair?: RepairNumber): PhoneRules {
  const codes = readCallingCodes();
  const metadata = createMetadata(codes);
  const fetched = new Map<string, Promise<PhonePack>>();
  /** By country; there once an error has needed one. */
  let examples: Readonly<Record<string, string>> | undefined;
  metadata.add(home);

  const numberIn = (text: string, country?: string): PhoneNumber | undefined => {
    try {
      return parsePhoneNumber(text, country as CountryCode, metadata.json);
    } catch {
      // A slice is missing. Or the page has frozen `Error.prototype`: then the library cannot name its own errors, and does
      // not know them again.
      return undefined;
    }
  };

  const codeOf = (e164: string) =>
    [2, 3, 4].map((end) => e164.slice(1, end)).find((code) => e164.startsWith('+') && codes.has(code));
  const callingCode = (country: string) => {
    for (const [code, { countries }] of codes) if (countries.includes(country)) return code;
    return undefined;
  };
  const { isUntextable, isInPlan } = metadata;
  const isLacking = () => metadata.missing.size > 0;
  const plans = { numberIn, isUntextable, isInPlan, callingCode, codeOf, isLacking };

  const parse = (text: string, country: string | undefined): PhoneResult => {
    metadata.missing.clear();
    const result = readNumber(text, country, plans, repair);
    return isLacking() ? { kind: 'pending' } : result;
  };

  /** Several slices come in one pack, which is fetched once; again, where that failed. */
  const fetchSlice = async (code: string, fetchFile: FetchFile): Promise<void> => {
    const name = codes.get(code)?.pack;
    if (!name) throw new Error(`no pack of +${code}`);
    let pack = fetched.get(name);
    if (!pack) {
      pack = fetchFile(`phone-pack-${name}`, () => loadPack(name));
      fetched.set(name, pack);
      pack.catch(() => fetched.delete(name));
    }
    const { default: slices } = await pack;
    if (!slices[code]) throw new Error(`no slice of +${code}`);
    metadata.add(slices);
  };

  const fetchRepair = async (fetchFile: FetchFile): Promise<void> => {
    const { repairNumber } = await fetchFile('phone-repairs', () => import('virtual:phone-repairs'));
    repair = repairNumber;
  };

  return {
    parse,
    async settle(
      text,
      country,
      { fetchFile = <T>(_name: string, load: () => Promise<T>) => load(), isBeingTyped } = {},
    ) {
      // A second round is for what only the first slice could tell, such as a country's own international prefix.
      for (let read = parse(text, country); read.kind === 'pending'; read = parse(text, country)) {
        if (read.isOdd && isBeingTyped) return;
        if (read.isOdd) await fetchRepair(fetchFile);
        else await Promise.all([...metadata.missing].map((code) => fetchSlice(code, fetchFile)));
      }
    },
    countryOf(e164) {
      // A number set aside is of the country whose others have that area.
      const found = numberIn(e164.replace(/^(\+1\d{3})55501/, '$123456'));
      if (found?.country) return found.country;
      const { countries = [] } = codes.get(codeOf(e164) ?? '') ?? {};
      return countries.length === 1 ? countries[0] : undefined;
    },
    mainCountry: (e164) => codes.get(codeOf(e164) ?? '')?.countries[0],
    callingCode,
    example(country, onKnown) {
      if (!examples && onKnown) {
        void import('virtual:phone-examples').then(
          (found) => {
            examples = found.default;
            onKnown();
          },
          () => {},
        );
      }
      return examples?.[country];
    },
    countries(locale) {
      const names = new Intl.DisplayNames([locale], { type: 'region' });
      const { compare } = new Intl.Collator(locale);
      return [...codes]
        .flatMap(([callingCode, { countries }]) =>
          countries.map((code) => ({ code, name: names.of(code) ?? code, callingCode })),
        )
        .sort((a, b) => compare(a.name, b.name));
    },
    format(e164) {
      const code = codeOf(e164);
      return numberIn(e164)?.formatInternational() ?? (code ? `+${code} ${e164.slice(code.length + 1)}`.trim() : e164);
    },
  };
}
