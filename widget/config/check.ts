import { carriesFields } from '../core/carriesFields.ts';
import { choiceOf, unquoted } from '../core/mendChoice.ts';
import type { ShippedName } from '../providers/shipped.ts';
import type { ToldScript } from '../providers/toldScripts.ts';
import { adapterTable } from './adapterTable.ts';
import { adapterOf, checkAdapter } from './checkAdapter.ts';
import { bag, checkNested } from './checkNested.ts';
import { ConfigError } from './errors.ts';
import { jsonMistake } from './jsonMistake.ts';
import { isHostAlone, isMixedContent, meantCountry, meantLanguage, withScheme } from './meant.ts';
import { nearest } from './nearest.ts';
import { type Kind, optionTable } from './table.ts';

type Bag = ReturnType<typeof bag>;

/** The names of `providers/shipped.ts`, which only pages that use one of them load. */
const shippedNames = Object.keys({
  klaviyo: true,
  mailchimp: true,
  hubspot: true,
  segment: true,
  shopify: true,
} satisfies Record<ShippedName, true>);

/** The names of `providers/toldScripts.ts`, likewise. */
const toldNames = Object.keys({ klaviyo: true, segment: true, hubspot: true } satisfies Record<ToldScript, true>);

/** What an option must be, as a text. */
const expected: Readonly<Record<string, string>> = {
  text: 'a text',
  texts: 'a list of texts',
  url: 'an http(s) address or a path',
  number: 'a number of 0 or more',
  flag: 'true or false',
  percent: 'a number above 0, of 100 at most',
  selector: 'a CSS selector',
  slot: 'a CSS selector or an element',
  locale: 'a language tag, as `en` or `pt-BR`',
  color: 'a colour as CSS writes it',
  conditions: 'an object',
  fields: 'a list of fields, each with a name and a type',
  wording: 'an object of wordings, by language',
  variants: 'an object of variants, by name',
  country: 'an ISO 3166 alpha-2 code',
  countries: 'a list of ISO 3166 alpha-2 codes',
  digits: 'digits',
  klaviyoKey: 'the public API key, six letters and digits; never a private one (pk_…), which everybody could read here',
  object: 'an object',
  providers: `a list of names (${shippedNames.join(', ')}) or of providers`,
  told: `a list of names (${toldNames.join(', ')}) or of functions`,
  function: 'a function',
};

/**
 * Everything wrong with the options of a signup, as errors that name option, value, expectation and the nearest right value.
 *
 * @param isSecurePage the page is of https
 */
export function checkOptions(options: unknown, isSecurePage = false): ConfigError[] {
  const adapter = adapterOf(bag(options));
  const given = mended(withoutShortForms(withoutAdapter(bag(options))));
  const groups = groupsOf(optionTable);
  const errors: ConfigError[] = [];
  const isWrongGroup = (name: string) =>
    (groups.get(name)?.size ?? 0) > 0 && given[name] !== undefined && bag(given[name]) !== given[name];

  if (given.badJson !== undefined) errors.push(new ConfigError('badJson', undefined, jsonMistake(`${given.badJson}`)));
  delete given.badJson;

  for (const [path, rule] of optionTable) {
    const kind = rule.replace(/[!*]$/, '');
    const [name = '', part] = path.split('.');
    const value = part === undefined ? given[name] : bag(given[name])[part];
    const isNeeded = rule.endsWith('!') || (rule.endsWith('*') && given[name] !== undefined);
    if (path === 'collector.url' && adapter) continue;
    if (isWrongGroup(name) || (value === undefined && !isNeeded)) continue;
    if (isKind(value, kind)) {
      const must = kind === 'url' ? addressError(String(value), path, isSecurePage) : undefined;
      if (must) errors.push(new ConfigError(path === 'collector.url' ? name : path, value, must));
      continue;
    }
    // The address of a collector is the option that everybody knows as `collector`.
    errors.push(
      new ConfigError(path === 'collector.url' ? name : path, value, expectedOf(kind) + suggested(value, kind)),
    );
  }
  for (const [name, value] of Object.entries(given)) {
    const parts = groups.get(name);
    if (!parts) errors.push(new ConfigError(name, value, noSuch(name, groups.keys())));
    else if (isWrongGroup(name)) {
      const must =
        typeof value === 'function' && name === 'collector'
          ? 'what the adapter returns: call it, as `klaviyo({ … })`'
          : expectedOf(name === 'collector' ? 'url' : 'object');
      errors.push(new ConfigError(name, value, must));
    } else if (parts.size > 0) {
      for (const [part, own] of Object.entries(bag(value))) {
        if (!parts.has(part)) errors.push(new ConfigError(`${name}.${part}`, own, noSuch(part, parts)));
      }
    }
  }
  errors.push(...checkNested(given, (value, kind) => (isKind(mend(value, kind), kind) ? undefined : expectedOf(kind))));
  if (given.region === 'ca' && given.sender === undefined) {
    errors.push(new ConfigError('sender', undefined, 'name, address and contact, by the law of Canada'));
  }
  const wrong = ([option, kind, value]: readonly [string, Kind, unknown]) => {
    const isMissing = value === undefined && kind.endsWith('!');
    const own = kind.replace('!', '');
    const isRight = value === undefined || isKind(mend(value, own), own);
    return isMissing || !isRight ? [new ConfigError(option, shownKey(value), expectedOf(own))] : [];
  };
  if (given.fields !== undefined && !carriesFields(bag(options))) {
    const must = 'no value beside this adapter, which passes on nothing personal: the fields are not asked';
    const flag = adapter?.name === 'dataLayer' ? '. Or say `dataLayerIncludeContact`' : '';
    errors.push(new ConfigError('fields', given.fields, must + flag));
  }
  return adapter ? [...checkAdapter(adapter, bag(options), wrong), ...errors] : errors;
}

/** A private key is not repeated: the message may be read by anybody. */
function shownKey(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('pk_') ? 'pk_…' : value;
}

/** The options that every signup has: those of an adapter are looked at apart. */
function withoutAdapter(given: Bag): Bag {
  const adapter = adapterOf(given);
  const own = Object.entries(given).filter(([name]) => !adapter?.names.includes(name));
  const rest: Bag = Object.fromEntries(own);
  return adapter?.isObject ? { ...rest, collector: { linksBy: bag(given.collector).linksBy } } : rest;
}

/** An address for a collector, `manual` for a trigger, as `normalize` accepts them. */
function withoutShortForms(given: Bag): Bag {
  return {
    ...given,
    ...(typeof given.collector === 'string' ? { collector: { url: given.collector } } : {}),
    ...(/^\W*manual\W*$/i.test(`${given.trigger}`) ? { trigger: { manual: true } } : {}),
    ...(typeof given.theme === 'string' ? { theme: { preset: given.theme } } : {}),
    // As the attribute `data-trigger="manual"` arrives.
    ...(/^\W*manual\W*$/i.test(`${bag(given.trigger).manual}`)
      ? { trigger: { ...bag(given.trigger), manual: true } }
      : {}),
  };
}

/** What is read as it was meant: choices and addresses, with blanks, capitals or a word processor's quotes. */
function mend(value: unknown, kind: Kind): unknown {
  if (typeof value !== 'string') return value;
  if (kind === 'url') return unquoted(value);
  return kind.includes('|') ? (choiceOf(value, kind.split('|')) ?? value) : value;
}

function mended(given: Bag): Bag {
  const result: Bag = { ...given };
  for (const [path, rule] of optionTable) {
    const [name = '', part] = path.split('.');
    const own = bag(result[name]);
    const kind = rule.replace(/[!*]$/, '');
    if (part === undefined) {
      if (name in result) result[name] = mend(result[name], kind);
    } else if (part in own) result[name] = { ...own, [part]: mend(own[part], kind) };
  }
  return result;
}

/** The names of all options, each with those of its parts; none where it is no group. */
function groupsOf(rows: typeof optionTable): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [path] of rows) {
    const [name = '', part] = path.split('.');
    const parts = groups.get(name) ?? new Set();
    if (part) parts.add(part);
    groups.set(name, parts);
  }
  return groups;
}

function expectedOf(kind: string): string {
  return expected[kind] ?? kind.replace(/\|/g, ', ');
}

/** The options that unknown names were probably meant to be. */
function suggested(value: unknown, kind: Kind): string {
  // A host and a port look like a scheme and a path.
  if (kind.startsWith('url') && typeof value === 'string' && /^[\w.-]+:\d+([/?#]|$)/.test(value)) {
    return `; was it \`${withScheme(value)}\`?`;
  }
  if (kind === 'country' || kind === 'countries') {
    return itemsOf(value)
      .map((code) => typeof code === 'string' && (meantCountry(code) ?? ''))
      .filter(Boolean)
      .map((meant) => `; was it \`${meant}\`?`)
      .join('');
  }
  if (typeof value === 'string' && (kind === 'locale' || kind.includes('|'))) {
    const meant = kind === 'locale' ? meantLanguage(value) : nearestChoice(value, kind.split('|'));
    return meant ? `; was it \`${meant}\`?` : '';
  }
  if (kind !== 'providers' && kind !== 'told') return '';
  const isRight = kind === 'told' ? isTold : isProvider;
  const known = kind === 'told' ? toldNames : [...shippedNames, 'own'];
  return itemsOf(value)
    .filter((p) => typeof p === 'string' && p !== '' && !isRight(p))
    .map((p) => {
      const meant = nearest(String(p).split(':')[0] ?? '', known);
      if (meant === 'own') return '; `own` is always there';
      return `; \`${p}\` is none of them${meant ? `, did you mean \`${meant}\`?` : ''}`;
    })
    .join('');
}

/** What is valid as an address and leads nowhere. */
function addressError(text: string, path: string, isSecurePage: boolean): string | undefined {
  const value = unquoted(text) as string;
  const adapter = path === 'collector.url' && /^[a-z]+$/i.test(value) && nearest(value, Object.keys(adapterTable));
  if (adapter) {
    return `${expected.url}; for the adapter say \`${adapter}({ … })\` of \`hello-again/adapters/${adapter}\`, or \`data-to="${adapter}"\``;
  }
  if (isHostAlone(value))
    return `${expected.url}; as it is, it is a path of this site. Was it \`${withScheme(value)}\`?`;
  // Links may lead to http; what is posted to or shown may not.
  if (isSecurePage && isMixedContent(value) && /^(collector|lookup|theme)/.test(path))
    return `an https address, because browsers block others on a page of https; was it \`${value.replace(/^http:/i, 'https:')}\`?`;
  return undefined;
}

/** A choice that differs by a few letters, or that people name otherwise. */
function nearestChoice(value: string, choices: readonly string[]): string | undefined {
  const meant: Readonly<Record<string, string>> = {
    gb: 'uk',
    usa: 'us',
    popup: 'modal',
    dialog: 'modal',
    granted: 'allowed',
  };
  const known = meant[value.toLowerCase()];
  return known && choices.includes(known) ? known : nearest(value, choices);
}

/** The items of a list, or of an attribute's text. */
function itemsOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return value.split(',').map((name) => name.trim());
  return Array.isArray(value) ? value : [];
}

/** A provider's object, or the name of one that comes with the package; Klaviyo's may say the account. */
function isProvider(value: unknown): boolean {
  return typeof value === 'string'
    ? shippedNames.includes(value.replace(/^(klaviyo):\w{6}$/, '$1'))
    : bag(value) === value;
}

/** A function, or the name of a script that can get the email. */
function isTold(value: unknown): boolean {
  return typeof value === 'function' || (typeof value === 'string' && toldNames.includes(value));
}

function noSuch(name: string, names: Iterable<string>): string {
  const meant = nearest(name, names);
  return meant ? `no option of this name; was it \`${meant}\`?` : 'no option of this name';
}

/** Whether a value is of a kind. */
function isKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
    case 'url':
      return isAddress(value);
    case 'texts':
      // The script tag's attributes are texts, here and below.
      return isKind(value, 'text') || (Array.isArray(value) && value.every((v) => isKind(v, 'text')));
    case 'providers':
      return (Array.isArray(value) || isKind(value, 'text')) && itemsOf(value).every(isProvider);
    case 'told':
      return (Array.isArray(value) || isKind(value, 'text')) && itemsOf(value).every(isTold);
    case 'number':
      return (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) && Number(value) >= 0;
    case 'percent':
      return isKind(value, 'number') && Number(value) > 0 && Number(value) <= 100;
    // Whether the browser can read them is for the parts that use them.
    case 'selector':
    case 'color':
      return isKind(value, 'text');
    case 'slot':
      return isKind(value, 'text') || bag(value).nodeType === 1;
    case 'locale':
      return (
        typeof value === 'string' && /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(value.trim()) && !meantLanguage(value)
      );
    case 'fields':
      // The attribute names those that need no words of the owner's.
      return (
        Array.isArray(value) ||
        (isKind(value, 'text') && itemsOf(value).every((v) => /^(firstName|birthday)$/.test(`${v}`)))
      );
    case 'conditions':
    case 'wording':
    case 'variants':
      return bag(value) === value;
    case 'flag':
      return typeof value === 'boolean' || value === 'true' || value === 'false' || value === '';
    case 'countries':
      return (Array.isArray(value) || isKind(value, 'text')) && itemsOf(value).every((v) => isKind(v, 'country'));
    case 'digits':
      return /^\d+$/.test(String(value));
    case 'klaviyoKey':
      return typeof value === 'string' && /^\w{6}$/.test(value);
    case 'country':
      return typeof value === 'string' && /^[a-z]{2}$/i.test(value) && meantCountry(value) === undefined;
    case 'object':
    case 'function':
      return typeof value === kind && value !== null;
    default:
      return typeof value === 'string' && kind.split('|').includes(value);
  }
}

function isAddress(value: unknown): boolean {
  try {
    // A path is as good as an address; the base only completes it.
    return isKind(value, 'text') && /^https?:$/.test(new URL(value as string, 'https://site.example').protocol);
  } catch {
    return false;
  }
}
