/** Scripts that domains are written in. Those of one entry are written together: Japanese has three, with Chinese signs. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Thai}/u,
] as const;
const [latin, eastAsian] = scripts;
const known = new RegExp(scripts.map(({ source }) => source).join('|'), 'gu');

/**
 * Whether one part of a domain mixes scripts, as `pаypal` with a Cyrillic `а`: nobody registers such a name but to be taken for
 * another. Latin beside East Asian signs is usual (Unicode Technical Standard 39, “highly restrictive”).
 *
 * @param domain in Unicode or in ASCII (`xn--…`)
 */
export function isMixedScript(domain: string): boolean {
  return domain.split('.').some((label) => {
    const text = unicodeOf(label);
    const used = scripts.filter((script) => script.test(text));
    const others = /\p{L}/u.test(text.replace(known, '')) ? 1 : 0;
    const isUsual = others === 0 && used.length === 2 && used.includes(latin) && used.includes(eastAsian);
    return used.length + others > 1 && !isUsual;
  });
}

/** A label in Unicode. Where it cannot be read as such it is what it is: ASCII, and so of one script. */
function unicodeOf(label: string): string {
  return /^xn--/i.test(label) ? (punycodeOf(label.slice(4)) ?? label) : label;
}

/**
 * Decodes punycode (RFC 3492, section 6.2). The browser's and Node's own decoders are not there on every server this runs on.
 */
function punycodeOf(label: string): string | undefined {
  const end = label.lastIndexOf('-');
  const output = [...label.slice(0, Math.max(0, end))].map((char) => char.codePointAt(0) ?? 0);
  const digits = [...label.slice(end + 1).toLowerCase()].map(digitOf);
  let [n, i, bias, at] = [128, 0, 72, 0];
  while (at < digits.length) {
    const before = i;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = digits[at++];
      if (digit === undefined || digit < 0) return undefined;
      i += digit * weight;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = output.length + 1;
    bias = adapted(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff) return undefined;
    output.splice(i++, 0, n);
  }
  return String.fromCodePoint(...output);
}

function digitOf(char: string): number {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(char);
}

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
