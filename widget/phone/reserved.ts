/**
 * Mobile numbers set aside for examples and drama: no library calls all of them valid, yet owners and QA type them all day.
 *
 * - North America: 555-01XX in every area (ATIS-0300115), but no toll-free, premium-rate or service code
 * - United Kingdom: 07700 900000 to 900999 (Ofcom)
 * - France: 06 39 98 00 00 to 99 99, Ireland: 020 91X XXXX, as listed in
 *   https://github.com/MISP/misp-warninglists/blob/main/lists/phone_numbers/list.json
 *
 * Those of Sweden, Australia and Germany are valid to the library.
 */
export function isReservedExample(e164: string): boolean {
  return /^\+(1(?!.11|8(?:00|22|33|44|55|66|77|8\d)|900)[2-9]\d{2}55501\d{2}|447700900\d{3}|3363998\d{4}|3532091\d{5})$/.test(
    e164,
  );
}
