/**
 * Numbers that no network hands out, whatever ranges are opened next.
 *
 * - Ten or more digits that are all the same: what people type who do not want to give a number
 * - North America (https://www.nanpa.com/numbering): area and exchange begin with 2 to 9; areas N11 are services, N9X are kept for
 *   longer numbers, 8YY are toll-free and 900 is premium-rate, those not opened yet among them
 */
export function isClosed(code: string, national: string): boolean {
  return (
    /^(\d)\1{9,}$/.test(national) ||
    (code === '1' && !/^(?!.11|.9|8(?:00|22|33|44|55|66|77|8\d)|900)[2-9]\d\d[2-9]\d{6}$/.test(national))
  );
}
