/** The library reads Arabic-Indic, Persian and full-width digits; this maps every other script's as well. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    // Decimal digits are in runs of ten, zero first (Unicode, section 4.6); some runs follow each other directly.
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((point - zero) % 10);
  });
}
