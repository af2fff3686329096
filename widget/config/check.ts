import { ConfigError } from './errors.ts';
import { type Kind, optionTable } from './table.ts';

type Bag = Record<string, unknown>;

/** What an option must be, in words. */
const expected: Readonly<Record<string, string>> = {
  text: 'a text',
  texts: 'a list of texts',
  url: 'an http(s) address or a path',
  number: 'a number of 0 or more',
  flag: 'true or false',
  country: 'an ISO 3166 alpha-2 code',
  object: 'an object',
  list: 'a list of objects',
  function: 'a function',
};

/** Everything wrong with the options of a signup, as errors that name option, value and expectation. */
export function checkOptions(options: unknown): ConfigError[] {
  const given = bag(options);
  const errors: ConfigError[] = [];
  const names = new Set<string>();
  for (const [path, rule] of optionTable) {
    const kind = rule.replace('!', '');
    const [name = '', part] = path.split('.');
    names.add(name);
    const isShort = (path === 'collector.url' && typeof given.collector === 'string') || given[name] === 'manual';
    if (isShort && given[name] === 'manual') continue;
    const value = isShort ? given.collector : part ? bag(given[name])[part] : given[name];
    if (isKind(value, kind) || (value === undefined && kind === rule)) continue;
    errors.push(new ConfigError(part === 'url' ? name : path, value, expected[kind] ?? kind.replace(/\|/g, ', ')));
  }
  for (const name of Object.keys(given)) {
    if (!names.has(name)) errors.push(new ConfigError(name, given[name], 'no option of this name'));
  }
  if (given.region === 'ca' && given.sender === undefined) {
    errors.push(new ConfigError('sender', undefined, 'name, address and contact, by the law of Canada'));
  }
  return errors;
}

/** Whether a value is of a kind. */
function isKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
    case 'url':
      return isAddress(value);
    case 'texts':
      return Array.isArray(value) && value.every((v) => isKind(v, 'text'));
    case 'list':
      return Array.isArray(value) && value.every((v) => bag(v) === v);
    case 'number':
      return typeof value === 'number' && value >= 0;
    case 'flag':
      return typeof value === 'boolean';
    case 'country':
      return typeof value === 'string' && /^[a-z]{2}$/i.test(value);
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

function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};
}
