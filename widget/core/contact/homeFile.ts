/** Countries, then the calling code that their file of phone rules is named after; a space behind each. */
const homes =
  'US CA PR DO JM TT 1 NL 31 BE 32 FR RE GP MQ 33 ES 34 IT 39 CH 41 AT 43 GB GG IM JE 44 DK 45 SE 46 NO 47 PL 48 DE 49 MX 52 BR 55 AU 61 NZ 64 JP 81 KR 82 IN 91 PT 351 IE 353 ';

/**
 * The file of phone rules to fetch first, by the calling code it is named after; `0` where the country is not known, or is too
 * small for its letters to be in every visitor's script. `scripts/phone/files.ts` says what each one holds.
 *
 * @param country ISO 3166 alpha-2
 */
export const homeFile = (country: string | undefined): string =>
  homes.split(`${country} `)[1]?.match(/\d+/)?.[0] ?? '0';
