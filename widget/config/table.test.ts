import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complete } from '../test/fixtures.ts';
import { checkOptions } from './check.ts';
import { defaults } from './defaults.ts';
import type {
  CollectorOptions,
  FrequencyOptions,
  Sender,
  SignupOptions,
  TargetOptions,
  ThemeOptions,
  TriggerOptions,
} from './options.ts';
import { optionTable } from './table.ts';

type Names<T> = { readonly [K in keyof Required<T>]: true };

/** The compiler keeps this list whole: a member too many or too few of any type does not compile. */
const members = {
  collector: { url: true, linksBy: true } satisfies Names<CollectorOptions>,
  // `'manual'` is the short form of a member that only the settings have.
  trigger: {
    delay: true,
    scroll: true,
    exit: true,
    click: true,
    pages: true,
    when: true,
    once: true,
    manual: true,
  } satisfies Names<TriggerOptions & { manual: boolean }>,
  frequency: { quietDays: true, maxShows: true, afterSignup: true } satisfies Names<FrequencyOptions>,
  target: { include: true, exclude: true } satisfies Names<TargetOptions>,
  sender: { name: true, address: true, contact: true } satisfies Names<Sender>,
  coupon: { code: true, when: true } satisfies Names<NonNullable<SignupOptions['coupon']>>,
  theme: {
    preset: true,
    accent: true,
    surface: true,
    text: true,
    radius: true,
    font: true,
    picture: true,
    pictureText: true,
    position: true,
    scheme: true,
  } satisfies Names<ThemeOptions>,
  layout: {},
  into: {},
  layer: {},
  teaser: {},
  steps: {},
  fields: {},
  wording: {},
  variants: {},
  measure: {},
  config: {},
  brand: {},
  terms: {},
  privacy: {},
  storage: {},
  region: {},
  textsPerMonth: {},
  store: {},
  id: {},
  collect: {},
  ask: {},
  allowPhoneOnly: {},
  trust: {},
  identify: {},
  alsoIdentify: {},
  keepUnsent: {},
  clickDomains: {},
  lookup: {},
  texts: {},
  locale: {},
  country: {},
  smsCountries: {},
  keepParameters: {},
  emailParameters: {},
  test: {},
  nonce: {},
  beforeSubmit: {},
} satisfies { readonly [K in keyof Required<SignupOptions>]: object };

const paths = Object.entries(members).flatMap(([name, parts]) => {
  const inner = Object.keys(parts);
  return inner.length > 0 ? inner.map((part) => `${name}.${part}`) : [name];
});

test('every option has one row in the table, and every row is an option', () => {
  expect(optionTable.map(([path]) => path).sort()).toEqual(paths.sort());
});

describe('the defaults', () => {
  test('exist only for options', () => {
    expect(Object.keys(defaults).filter((name) => !(name in members))).toEqual([]);
  });

  test('are valid, except for the options that are needed', () => {
    const { collector, ...others } = defaults;
    const options = { ...others, ...complete, collector: { ...collector, url: complete.collector } };
    expect(checkOptions(options)).toEqual([]);
  });

  test('are those that the documentation names', () => {
    const source = readFileSync(join(import.meta.dirname, 'options.ts'), 'utf8');
    const documented = [...source.matchAll(/@default ([\d'[\]a-z, -]+)\n\s*\*\/\n\s*readonly (\w+)\?/g)];
    const flat: Record<string, unknown> = { ...defaults };
    for (const group of [defaults.collector, defaults.trigger, defaults.frequency, defaults.target]) {
      Object.assign(flat, group);
    }
    const literal = /^('[^']*'|\d+|true|false|\[.*\])$/;
    const named = documented.filter(([, text = '']) => literal.test(text));
    expect(named.map(([, , name]) => name)).toEqual(
      expect.arrayContaining(['linksBy', 'quietDays', 'afterSignup', 'storage', 'id', 'collect', 'trust']),
    );
    // What only the popup's lazy parts read has its default there.
    const readLater = ['layout', 'layer', 'steps', 'preset', 'position', 'scheme', 'required', 'search'];
    expect(readLater.filter((name) => name in flat)).toEqual([]);
    for (const [, text = '', name = ''] of named.filter(([, , own = '']) => !readLater.includes(own)))
      expect([name, flat[name]]).toEqual([name, JSON.parse(text.replaceAll("'", '"'))]);
  });
});
