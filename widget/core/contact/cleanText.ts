/**
 * What was typed or pasted, as it was meant: in one form of Unicode (NFKC: full-width letters, composed accents), with straight
 * quotes and hyphens, without characters that nobody sees, and without what stood around it: the sentence, the quotes, the
 * brackets and the name of a mail program, the scheme of a link.
 *
 * Emails and numbers are both read from this and from nothing else, so that a field's help and its check never differ.
 */
export function cleanText(text: string): string {
  const plain = text
    .slice(0, longest)
    // Before NFKC, which makes a blank and a combining accent of some of them.
    .replace(/[\u00b4\u02b9-\u02bd\u0384\u2018-\u201b\u2032\u2035]/g, "'")
    .normalize('NFKC')
    .replace(/[\u00ab\u00bb\u201c-\u201f\u2033\u2036\u2039\u203a\u300c-\u300f\u301d-\u301f]/g, '"')
    .replace(/[\u2010-\u2015\u2043\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  const wrapped = plain.match(/<[^<>]+>/g) ?? [];
  const inner = wrapped.length === 1 ? `${wrapped[0]}` : plain;
  return withoutScheme(inner.replace(outside, '')).replace(outside, '');
}

/** No address and no number is as long, with whatever stands around it; and longer ones would take the patterns below too long. */
const longest = 1_000;

/**
 * Around an address or a number, and never a part of it. What an address may begin with (`'`, `*`, `_` …) is around it only
 * with its like at the end, or a blank behind it. A dot in front is a part: such an address is wrong, not surrounded.
 */
const outside = /^(?:[",;:¡¿•·<>[\]\s]|[!?*|{}=-]+\s|(['*_`|!])(?=.*\1\W*$))+|["'`.,;:!?…*•·|<>()[\]{}。、\s]+$/g;

/** Of a link: `mailto:penny@example.com?subject=Hi`, also in the brackets of Markdown; `tel:` and `sms:`. */
function withoutScheme(text: string): string {
  const link = /mailto:\/*([^\s<>()[\]?]+)/i.exec(text) ?? /^(?:tel|sms|callto):\/*([^?&]+)/i.exec(text);
  if (!link) return text;
  try {
    return decodeURIComponent(`${link[1]}`);
  } catch {
    return `${link[1]}`;
  }
}
