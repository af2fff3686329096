import { adapterTable, optionTable } from './rules.ts';

/** A value as a file or an address may hold it. */
export type Bag = Readonly<Record<string, unknown>>;

/** All that somebody has chosen in the playground. */
export interface Choice {
  /** Where the script will be. */
  readonly src: string;
  /** As the JSON block of the script tag has them; those of an adapter flat, as its attributes are called. */
  readonly options: Bag;
}

export const defaultSrc = 'https://cdn.example/hello-again.js';

/** What nobody can choose here: code, and what belongs to a server's answer. */
const withheld: readonly string[] = ['beforeSubmit', 'nonce'];

const known = new Set([
  ...optionTable.map(([path]) => path.split('.')[0] ?? '').filter((name) => !withheld.includes(name)),
  'to',
  ...Object.values(adapterTable).flatMap((rows) => rows.map(([attribute]) => attribute)),
]);

/** Characters: what was typed by hand is shorter by far. */
const longest = 20_000;

/** The address' part behind `#` that holds a choice. */
export function toHash(choice: Choice): string {
  return encodeURIComponent(JSON.stringify(choice));
}

/** The choice that such a part holds; undefined for anything else. What is no option is left out. Never throws. */
export function fromHash(hash: string): Choice | undefined {
  try {
    const text = decodeURIComponent(hash.replace(/^#/, ''));
    const { src, options } = Object(JSON.parse(text.length > longest ? '' : text)) as Bag;
    if (!isBag(options)) return undefined;
    return { src: typeof src === 'string' ? src : defaultSrc, options: knownOnly(options) };
  } catch {
    return undefined;
  }
}

function knownOnly(options: Bag): Bag {
  return Object.fromEntries(Object.entries(options).filter(([name]) => known.has(name)));
}

/** `theme.accent`, `texts.phone.heading` */
export function valueAt(options: Bag, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isBag(value) ? value[name] : undefined), options);
}

/** A value of a field as a text; what is neither text nor number is none. */
export function textAt(options: Bag, path: string): string {
  const value = valueAt(options, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The options with one changed. Nothing, and a group that is left empty, is taken out. */
export function changed(options: Bag, path: string, value: unknown): Bag {
  const [name = '', ...rest] = path.split('.');
  const below = isBag(options[name]) ? options[name] : {};
  const own = rest.length > 0 ? changed(below, rest.join('.'), value) : value;
  const isNothing = own === undefined || own === '' || (rest.length > 0 && Object.keys(Object(own)).length === 0);
  const others = Object.entries(options).filter(([other]) => other !== name);
  // Where it stood, so that what comes out does not move while somebody types.
  if (isNothing) return Object.fromEntries(others);
  return { ...options, [name]: own };
}

export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
