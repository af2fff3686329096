import parsePhoneNumber from 'libphonenumber-js/mobile';
import examplesOfLibrary from 'libphonenumber-js/mobile/examples';
import { countriesOf } from './slices.ts';

/** Of the ranges that no subscriber ever gets; `widget/phone/reserved.ts` names them. */
const reserved: Readonly<Record<string, string>> = {
  // The Channel Islands and Man share the plan of the United Kingdom, Christmas and the Cocos Islands Australia's.
  ...Object.fromEntries(countriesOf('44').map((country) => [country, '7700900982'])),
  ...Object.fromEntries(countriesOf('61').map((country) => [country, '491570006'])),
  DE: '1729980752',
  FR: '639980012',
  IE: '209100123',
  SE: '701740612',
};

/** 555-01XX is set aside in every area of North America. */
function digitsFor(country: string, digits: string): string {
  return countriesOf('1').includes(country) ? `${digits.slice(0, 3)}5550123` : (reserved[country] ?? digits);
}

/**
 * An example of a mobile number by country, in national form: `{ GB: '07700 900982' }`. Written at build time: a browser may
 * not have the formats of that country.
 */
export function nationalExamples(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries<string>(examplesOfLibrary).map(([country, digits]) => {
      const number = parsePhoneNumber(digitsFor(country, digits), country as keyof typeof examplesOfLibrary);
      if (!number) throw new Error(`no example of ${country}`);
      return [country, number.formatNational()];
    }),
  );
}
