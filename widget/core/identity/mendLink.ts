// Addresses as mail programs, templates and people who copy them mangle them. Apart from `link.ts`, which the entry script
// carries: such an address is rare, and is mended before anybody is asked.

/** What separates parameters, and is read as one where a name that is looked for follows. */
const mark = '(?:[?;]|%3F|&(?:(?:amp|#0*38|#x0*26)(?:;|%3B))*)';

/** A hash begins at the first `#` that is not of an ampersand written as markup. */
const beforeHash = /^(?:&#x?0*\d+;|[^#])*/;

/** `names` are letters, digits, `_` and `-`, as the names of parameters with identifiers are; others are not looked for. */
const anyOf = (names: readonly string[]) => `(?:${names.filter((name) => /^[\w-]+$/.test(name)).join('|') || '(?!)'})`;

/**
 * The address with one `?` and plain ampersands before the parameters named, in whatever case they are written: `&amp;ha_id=`,
 * `?utm_source=news?ha_id=`, `%3Fha_id%3D`. All else stays byte for byte.
 */
export function separate(url: string, names: readonly string[]): string {
  const before = beforeHash.exec(url)?.[0] ?? '';
  const named = new RegExp(`${mark}(${anyOf(names)})(?:=|%3D)`, 'gi');
  return (
    before.replace(named, (_, name: string, at: number) => `${before.slice(0, at).includes('?') ? '&' : '?'}${name}=`) +
    url.slice(before.length)
  );
}

/** The address as it was meant: its parameters separated, their values whole, and without those that name nobody. */
export function mendLink(url: string, names: readonly string[]): string {
  return mendValues(separate(url, names), names);
}

function mendValues(url: string, names: readonly string[]): string {
  const before = beforeHash.exec(url)?.[0] ?? '';
  const named = new RegExp(`([?&])(${anyOf(names)})=([^&]*)`, 'gi');
  return (
    before.replace(named, (_, separator: string, name: string, raw: string) => {
      const value = mend(raw);
      return separator + (value === undefined ? '' : `${name}=${encodeURIComponent(value)}`);
    }) + url.slice(before.length)
  );
}

/**
 * A value as it was meant: encoded twice, with a plus that was read as a blank, or with the punctuation of the sentence that
 * the link stood in. A placeholder that no template filled in names nobody, and neither does a signed link that was cut or whose
 * case was changed.
 */
function mend(raw: string): string | undefined {
  let text = raw;
  // A plus stands for itself in an identifier, and would be read as a blank.
  for (let i = 0; i < 3 && /%[\da-f]{2}/i.test(text); i++) text = decoded(text);
  text = text
    .trim()
    .replace(/ /g, '+')
    .replace(/^mailto:/i, '')
    .replace(/[^\w=+/-]+$/, '');
  // Quoted-printable writes `=` as `=3D`.
  const signed = /^\W*(?:3D)?(eyJ.*)/is.exec(text);
  if (signed) return /^eyJ[\w-]+\.[\w-]+\.[\w-]{43,}/.exec(signed[1] as string)?.[0];
  return isPlaceholder(text) ? undefined : text;
}

/** `{{ person.id }}`, `*|UNIQID|*`, `%%id%%`, `[id]`, `${id}`, `<%= id %>`, `undefined`, `null`. */
function isPlaceholder(text: string): boolean {
  return /[{}<>%[\s]|\*\||^\W*(undefined|null|none|nan|nil|false)?$/i.test(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
