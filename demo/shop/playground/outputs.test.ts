import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../scripts/sample.ts';
import { type Bag, type Choice, changed, defaultSrc, fromHash, isBag, toHash } from './choice.ts';
import { jsonOf, looksOf, restOf, withJson } from './looks.ts';
import { npmOf } from './npmOf.ts';
import { adapterTable, checkOptions, fromDataset, normalize, withLooks } from './rules.ts';
import { tagOf } from './tagOf.ts';
import { placeholders, templatesWith, withTemplate } from './templates.ts';

const empty: Choice = { src: defaultSrc, options: placeholders };
const choiceOf = (options: Bag): Choice => ({ src: defaultSrc, options: { ...placeholders, ...options } });
const templates = templatesWith('/art/').map((template) => [template.id, withTemplate(empty, template)] as const);

const rich = choiceOf({
  brand: 'Röst & "Söhne" </script><img src=x>',
  sender: { name: 'A', address: '1 Quay Street', contact: 'a@shop.example' },
  fields: [
    { name: 'firstName', type: 'firstName', required: true },
    { name: 'roast', type: 'choice', label: "What's it?", choices: { light: 'Light', dark: 'Dark' } },
  ],
  texts: { heading: 'Hi\nthere', phone: { heading: 'A number?' } },
  trigger: { delay: 900, scroll: 40, exit: true, click: '.a, .b' },
  identify: ['klaviyo', 'mailchimp'],
  coupon: { when: 'receipt' },
  teaser: true,
});

/** What the script makes of a tag: attributes as the browser reads them, over the JSON block. */
function readTag(tag: string): Bag {
  const unescaped = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const [, json = '{}'] = /data-hello-again>([\s\S]*?)<\/script>/.exec(tag) ?? [];
  const own = tag.slice(tag.lastIndexOf('<script'));
  const attributes = [...own.matchAll(/ data-([\w-]+)="([^"]*)"/g)].map(([, name = '', text = '']) => [
    name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    unescaped(text),
  ]);
  return { ...JSON.parse(json), ...fromDataset(Object.fromEntries(attributes)) };
}

/** Every value as the text that an attribute would hold. */
function asTexts(value: unknown): unknown {
  if (isBag(value)) return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, asTexts(own)]));
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(',') : value;
}

function comparable(options: Bag): unknown {
  return JSON.parse(JSON.stringify(asTexts(options)), (name, value) => {
    if (name === 'manual') return true;
    if (name === 'fields') return typeof value === 'string' ? value : fieldsAsText(value);
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  });
}

function fieldsAsText(fields: readonly Bag[]): unknown {
  const isPlain = fields.every((field) => Object.keys(field).length === 2 && field.name === field.type);
  return isPlain ? fields.map(({ name }) => name).join(',') : fields;
}

/** What the npm snippet passes to `createSignup`. */
function readNpm(code: string): { readonly options: Bag; readonly adapter?: string } {
  const adapter = /import \{ (\w+) \} from 'hello-again\/adapters\/\1';/.exec(code)?.[1];
  const body = code.replaceAll(/^import .*$/gm, '');
  const options = new Function('createSignup', adapter ?? 'none', `${body}\nreturn signup;`)(
    (given: Bag) => given,
    (given: Bag) => ({ adapter, given }),
  ) as Bag;
  return { options, ...(adapter ? { adapter } : {}) };
}

describe.each([...templates, ['everything at once', rich] as const])('%s', (id, choice) => {
  test('passes the check of options without an error', () => {
    if (id === 'everything at once') return;
    expect(checkOptions(choice.options)).toEqual([]);
  });

  test('comes out of its script tag as it went in', () => {
    expect(comparable(readTag(tagOf(choice)))).toEqual(comparable(choice.options));
  });

  test('comes out of its npm snippet as it went in', () => {
    const { collector, ...others } = readNpm(npmOf(choice)).options;
    expect(collector).toBe(Object(choice.options.collector).url);
    expect({ ...others, collector: choice.options.collector }).toEqual(choice.options);
  });

  test('survives the address of the page', () => {
    expect(fromHash(`#${toHash(choice)}`)).toEqual(choice);
  });

  test('is whole again when its hosted file is loaded back', () => {
    const without = { ...choice, options: restOf(choice.options) };
    expect(withJson(without, jsonOf(choice.options))?.options).toEqual(choice.options);
  });

  test('is the same popup with its looks in a hosted file', () => {
    const config = 'https://your-shop.example/signup.json';
    const tag = readTag(tagOf({ ...choice, options: { ...choice.options, config } }));
    expect(tag).toMatchObject({ config, brand: choice.options.brand });
    expect(Object.keys(tag)).not.toContain('texts');
    const whole = withLooks(normalize(tag, 'shop.example'), tag, looksOf(choice.options));
    const wanted = normalize({ ...choice.options, config }, 'shop.example');
    for (const name of ['texts', 'theme', 'layout', 'steps', 'trigger'] as const) {
      expect(comparable({ [name]: (whole as never)[name] ?? null }), name).toEqual(
        comparable({ [name]: (wanted as never)[name] ?? null }),
      );
    }
  });
});

test('nothing that was typed ends the script element or its attributes', () => {
  const evil = '</script><script>alert(1)</script>" onload="x';
  const tag = tagOf(choiceOf({ brand: evil, texts: { heading: evil, phone: { heading: evil } } }));
  expect(tag.match(/<\/?script/g)).toHaveLength(4);
  expect(readTag(tag)).toMatchObject({ brand: evil, texts: { phone: { heading: evil } } });
  expect(tag).not.toContain('" onload="');
  expect(readNpm(npmOf(choiceOf({ brand: `a'b\\'"\u2028${evil}` }))).options.brand).toBe(`a'b\\'"\u2028${evil}`);
});

test.each(Object.keys(adapterTable))(
  'the adapter %s is named in the tag, and imported and called in the npm snippet',
  (to) => {
    const { collector, ...others } = placeholders;
    const own = Object.fromEntries((adapterTable[to] ?? []).map(([attribute, kind]) => [attribute, sampleOf(kind)]));
    const choice: Choice = { src: defaultSrc, options: { ...others, to, ...own } };
    expect(checkOptions(choice.options)).toEqual([]);
    expect(comparable(readTag(tagOf(choice)))).toEqual(comparable(choice.options));
    const { options, adapter } = readNpm(npmOf(choice));
    expect(adapter).toBe(to);
    const given = Object(Object(options.collector).given) as Bag;
    for (const [attribute, kind, called] of adapterTable[to] ?? []) {
      const value = called.split('.').reduce<unknown>((bag, name) => Object(bag)[name], given);
      expect(value, called).toEqual(/^number/.test(kind) ? Number(own[attribute]) : own[attribute]);
    }
    expect(options).not.toHaveProperty('to');
  },
);

function sampleOf(kind: string): unknown {
  const own = kind.replace('!', '');
  const values: Bag = {
    klaviyoKey: 'AbC123',
    digits: '1234567',
    url: 'https://hook.example/x',
    number: '12',
    flag: true,
  };
  return values[own] ?? own.split('|')[0];
}

describe('an address', () => {
  test.each(['', '#', '#main', '#%', '#{}', '#[]', '#null', '#7', `#${'x'.repeat(30_000)}`])(
    'that holds no choice is none: %.20s',
    (hash) => {
      expect(fromHash(hash)).toBeUndefined();
    },
  );

  test('brings in no name that is no option, and no code', () => {
    const options = { brand: 'A', evil: 1, beforeSubmit: 'x', nonce: 'y', constructor: 1 };
    expect(fromHash(toHash({ src: 'a', options }))?.options).toEqual({ brand: 'A' });
  });

  test('of any content breaks neither tag nor snippet', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const options = {
          ...placeholders,
          theme: one,
          texts: other,
          trigger: one,
          fields: other,
          collector: one,
          to: other,
        };
        const choice = fromHash(toHash({ src: 'a', options })) as Choice;
        expect(tagOf(choice)).toContain('data-brand="Your shop"');
        expect(npmOf(choice)).toContain("brand: 'Your shop'");
        jsonOf(choice.options);
      }),
      { numRuns: runs(500) },
    );
  });
});

test('an option that is emptied is taken out, with its group where that is left empty', () => {
  expect(changed({ theme: { accent: '#fff' } }, 'theme.accent', '')).toEqual({});
  expect(changed({}, 'texts.phone.heading', 'Hi')).toEqual({ texts: { phone: { heading: 'Hi' } } });
});

test('a text that holds no looks loads nothing', () => {
  for (const text of ['', '{', '[]', '{"brand":"Evil"}']) expect(withJson(rich, text)).toBeUndefined();
});
