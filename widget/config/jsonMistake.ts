/** One token behind white space; what is none stops the search. */
const token =
  /\s*(?:([{}[\],:])|("(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null))/iy;

/**
 * Where a text is no JSON, and what is wrong there. Browsers say it in words of their own, and some without a place.
 *
 * @returns `line 3, column 5: a comma too many`
 */
export function jsonMistake(text: string): string {
  const at = mistakeAt(text);
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${whatStands(text, at)}`;
}

/** The place of the first token that may not stand where it does. */
function mistakeAt(text: string): number {
  const open: string[] = [];
  let next = 'value';
  let end = 0;
  for (;;) {
    token.lastIndex = end;
    const found = token.exec(text);
    if (!found) return text.length - text.slice(end).trimStart().length;
    const [whole, sign, string] = found;
    const at = token.lastIndex - whole.trimStart().length;
    end = token.lastIndex;
    const isValue = !sign || sign === '{' || sign === '[';
    if (next === 'key' ? !string : next === 'value' ? !isValue : next === ':' ? sign !== ':' : false) {
      const isEmpty = (sign === '}' || sign === ']') && /[{[]\s*$/.test(text.slice(0, at)) && sign === open.at(-1);
      if (!isEmpty) return at;
    }
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? '}' : ']');
      next = sign === '{' ? 'key' : 'value';
    } else if (sign === '}' || sign === ']') {
      if (open.pop() !== sign) return at;
      next = 'after';
    } else if (sign === ',') {
      if (next !== 'after' || open.length === 0) return at;
      next = open.at(-1) === '}' ? 'key' : 'value';
    } else if (sign === ':') next = 'value';
    else if (next === 'after') return at;
    else next = next === 'key' ? ':' : 'after';
  }
}

function whatStands(text: string, at: number): string {
  const [sign] = text.slice(at);
  if (sign === undefined) return 'it ends too early';
  if (/[“”„‟«»‘’]/.test(sign)) return `a typographic quote (${sign}) instead of a straight one (")`;
  if (sign === "'") return 'a single quote instead of a double one (")';
  if (text.startsWith('//', at) || text.startsWith('/*', at)) return 'a comment, which JSON does not have';
  if (/^&(quot|#)/.test(text.slice(at))) return 'written for HTML (&quot;); a script holds plain quotes';
  if (/[}\]]/.test(sign) && /,\s*$/.test(text.slice(0, at))) return `a comma too many before ${sign}`;
  if (sign === '"') return 'a comma is missing before it, or its closing quote';
  if (/[a-z_$]/i.test(sign)) return 'a name or a word without quotes';
  return `${sign} does not belong here`;
}
