import examplesOfLibrary from 'libphonenumber-js/mobile/examples';

/** Where 555-01XX is set aside in every area. */
const northAmerican = 'AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT US VC VG VI'.split(' ');

/** Of the ranges that no subscriber ever gets; `reserved.ts` names them. */
const reserved: Readonly<Record<string, string>> = {
  // The Channel Islands and Man share the plan of the United Kingdom, Christmas and the Cocos Islands Australia's.
  ...Object.fromEntries(['GB', 'GG', 'JE', 'IM'].map((country) => [country, '7700900982'])),
  ...Object.fromEntries(['AU', 'CC', 'CX'].map((country) => [country, '491570006'])),
  DE: '1729980752',
  FR: '639980012',
  IE: '209100123',
  SE: '701740612',
};

/** An example of a mobile number by country, the digits after the calling code: `{ GB: '7700900982' }`. */
export const examples: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries<string>(examplesOfLibrary).map(([country, digits]) => [
    country,
    northAmerican.includes(country) ? `${digits.slice(0, 3)}5550123` : (reserved[country] ?? digits),
  ]),
);
