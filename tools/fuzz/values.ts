import type { Random } from './random.ts';

const pieces = [
  ...[
    '',
    ' ',
    '\n',
    '\0',
    '%',
    '%2',
    '%00',
    '%E0%A4%A',
    '&',
    '&amp;',
    '=',
    '?',
    '#',
    '/',
    '\\',
    '"',
    "'",
    '<',
    '{{',
    '}}',
    '+',
    '@',
    '.',
    ',',
    '-',
  ],
  ...[
    '__proto__',
    'constructor',
    'null',
    'undefined',
    'NaN',
    '1e999',
    '-0',
    '0',
    'true',
    '{',
    '[',
    '}',
    ']',
    ':',
    '٣',
    'é',
    'ß',
    'İ',
    '\u202e',
  ],
  ...[
    '\u200b',
    '\ud800',
    '😀',
    '\ufeff',
    'javascript:',
    'data:',
    '<script>',
    'a',
    '9',
    '(',
    ')',
    'ext',
    ';',
    '*',
    '$&',
    '\u2028',
  ],
];
/** What makes a pattern slow that looks back. */
const longest = 4_000;

/** A text: one of these as it is, mended, cut, doubled, repeated, or of pieces alone. */
export function textLike(random: Random, examples: readonly string[]): string {
  let text = random.chance(0.8) ? random.pick(examples) : '';
  for (let changes = random.below(6); changes > 0; changes -= 1) {
    const at = random.below(text.length + 1);
    const end = at + random.below(text.length - at + 1);
    const piece = random.pick(pieces);
    const kind = random.below(6);
    if (kind === 0) text = text.slice(0, at) + piece + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + text.slice(end);
    else if (kind === 2) text = text.slice(0, end) + text.slice(at);
    else if (kind === 3) text = text.slice(0, at) + String.fromCharCode(random.below(0x300)) + text.slice(at + 1);
    else if (kind === 4)
      text = text.slice(0, at) + piece.repeat(random.chance(0.02) ? 1_000 : random.below(20)) + text.slice(at);
    else text = random.chance(0.1) ? text.slice(at, end).repeat(random.below(50)) : text.slice(at) + text.slice(0, at);
  }
  return text.slice(0, longest);
}

/** A value of any shape, as JSON or a page may hold. */
export function anything(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 7 : 10);
  if (kind === 0) return random.pick([null, undefined, true, false]);
  if (kind === 1) return random.pick([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -0, 1e21]);
  if (kind < 6) return textLike(random, ['5', 'modal', 'https://x.example', '/a*', 'GB']);
  if (kind === 6)
    return random.pick<unknown>([() => {}, Symbol.iterator, 10n, /x/, new Date(Number.NaN), Object.create(null)]);
  if (kind === 7) return Array.from({ length: random.below(5) }, () => anything(random, depth + 1));
  return Object.fromEntries(
    Array.from({ length: random.below(5) }, () => [random.pick(pieces), anything(random, depth + 1)]),
  );
}

/** An object like this one, with some of it missing or something else. */
export function recordOf(random: Random, example: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(example)) {
    const kind = random.below(4);
    if (kind === 0) continue;
    if (kind === 1) made[name] = anything(random);
    else if (typeof value === 'string') made[name] = textLike(random, [value]);
    else if (kind === 2 && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      made[name] = recordOf(random, value as Record<string, unknown>);
    } else made[name] = value;
  }
  return made;
}
