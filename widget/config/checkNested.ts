import { ConfigError } from './errors.ts';
import { textNames } from './meant.ts';
import { nearest } from './nearest.ts';

type Bag = Readonly<Record<string, unknown>>;

/** What a value must be, as a text; undefined where it is valid. */
type Expected = (value: unknown, kind: string) => string | undefined;

/** A member of something that is no group of the table: its name and kind, `!` behind it where it must be there. */
type Members = Readonly<Record<string, string>>;

const conditions: Members = {
  query: 'texts',
  referrer: 'texts',
  device: 'touch|pointer',
  visitor: 'new|returning',
  search: 'flag',
};

const field: Members = {
  name: 'text!',
  type: 'firstName|birthday|choice|text!',
  label: 'label',
  choices: 'object',
  required: 'flag',
};

const ownWording: Members = {
  version: 'text!',
  sms: 'text!',
  smsNamed: 'text!',
  smsPrint: 'text!',
  email: 'text!',
  emailPrint: 'text!',
  terms: 'text!',
  privacy: 'text!',
};

const variant: Members = {
  share: 'number!',
  texts: 'object',
  layout: 'auto|modal|flyout|inline',
  theme: 'theme',
  steps: 'one|two',
  coupon: 'object',
  isHoldout: 'flag',
};

/** What is wrong inside of options that are lists or named groups, and what does not go together. */
export function checkNested(given: Bag, expected: Expected): ConfigError[] {
  const check = (path: string, value: unknown, members: Members) => membersOf(path, value, members, expected);
  const trigger = bag(given.trigger);
  const fields = Array.isArray(given.fields) ? given.fields : [];
  return [
    ...(bag(trigger.when) !== trigger.when ? [] : check('trigger.when', trigger.when, conditions)),
    ...fields.flatMap((item, i) => [...check(`fields[${i}]`, item, field), ...fieldErrors(`fields[${i}]`, bag(item))]),
    ...twice(fields),
    ...textErrors('texts', given.texts),
    ...Object.entries(bag(given.wording)).flatMap(([language, words]) =>
      check(`wording.${language}`, words, ownWording),
    ),
    ...Object.entries(bag(given.variants)).flatMap(([name, own]) => [
      ...check(`variants.${name}`, own, variant),
      ...(name.length > 60 ? [new ConfigError(`variants.${name}`, name, 'a name of 60 characters at most')] : []),
    ]),
    ...together(given),
  ];
}

const textMembers = ['heading', 'body', 'button', 'success'];
const asks = ['email', 'phone', 'email+phone', 'consent'];

/** The owner's texts: for every ask, for one ask, and for one language. */
function textErrors(path: string, texts: unknown): ConfigError[] {
  return Object.entries(bag(texts)).flatMap(([name, value]) => {
    const own = `${path}.${name}`;
    if (value === undefined) return [];
    if (textMembers.includes(name)) {
      return typeof value === 'string' ? [] : [new ConfigError(own, value, 'a text')];
    }
    if (asks.includes(name) || name === 'languages') {
      if (bag(value) !== value) return [new ConfigError(own, value, 'an object of texts')];
      return name === 'languages'
        ? Object.entries(value as Bag).flatMap(([language, all]) => textErrors(`${own}.${language}`, all))
        : textErrors(own, value);
    }
    const meant = textNames[name.toLowerCase()] ?? nearest(name, [...textMembers, ...asks, 'languages']);
    const must = meant ? `; was it \`${meant}\`?` : `; there are ${[...textMembers, ...asks].join(', ')}, languages`;
    return [new ConfigError(own, value, `no text of this name${must}`)];
  });
}

function membersOf(path: string, value: unknown, members: Members, expected: Expected): ConfigError[] {
  if (bag(value) !== value) return [new ConfigError(path, value, 'an object')];
  const own = bag(value);
  const wrong = Object.entries(members).flatMap(([name, rule]) => {
    const kind = rule.replace('!', '');
    if (own[name] === undefined && !rule.endsWith('!')) return [];
    const must = mustBe(own[name], kind, expected);
    return must ? [new ConfigError(`${path}.${name}`, own[name], must)] : [];
  });
  const unknown = Object.keys(own).filter((name) => !Object.hasOwn(members, name));
  return [
    ...wrong,
    ...unknown.map((name) => {
      const meant = nearest(name, Object.keys(members));
      return new ConfigError(
        `${path}.${name}`,
        own[name],
        meant ? `no option of this name; was it \`${meant}\`?` : 'no option of this name',
      );
    }),
  ];
}

function mustBe(value: unknown, kind: string, expected: Expected): string | undefined {
  if (kind === 'label')
    return typeof value === 'string' || bag(value) === value ? undefined : 'a text, or texts by language';
  if (kind === 'theme') return bag(value) === value ? undefined : expected(value, 'plain|warm|night');
  return expected(value, kind);
}

function fieldErrors(path: string, own: Bag): ConfigError[] {
  const isPlain = own.type === 'choice' || own.type === 'text';
  return [
    ...(isPlain && own.label === undefined
      ? [new ConfigError(`${path}.label`, undefined, `a text, which a field of the type \`${own.type}\` needs`)]
      : []),
    ...(own.type === 'choice' && Object.keys(bag(own.choices)).length === 0
      ? [new ConfigError(`${path}.choices`, own.choices, 'an object of labels, by value')]
      : []),
  ];
}

/** A field's name is the key of its value in the submission. */
function twice(fields: readonly unknown[]): ConfigError[] {
  const names = fields.map((item) => bag(item).name);
  return names.flatMap((name, i) =>
    typeof name === 'string' && names.indexOf(name) < i
      ? [new ConfigError(`fields[${i}].name`, name, 'a name that no other field has')]
      : [],
  );
}

function together({ layout, into, variants }: Bag): ConfigError[] {
  const shares = Object.values(bag(variants)).map((own) => Number(bag(own).share));
  return [
    ...(layout === 'inline' && into === undefined
      ? [new ConfigError('into', undefined, 'a CSS selector or an element, which `layout: inline` needs')]
      : []),
    ...(into !== undefined && layout !== 'inline'
      ? [new ConfigError('layout', layout, '`inline`, which `into` is for')]
      : []),
    ...(shares.length > 0 && !shares.some((share) => share > 0)
      ? [new ConfigError('variants', variants, 'a share above 0 for one of them')]
      : []),
  ];
}

/** An object as it is, and one without members in place of anything else. */
export function bag(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
