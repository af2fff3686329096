import { describe, expect, test } from 'vitest';
import { complete } from '../test/fixtures.ts';
import { checkOptions } from './check.ts';
import { optionTable } from './table.ts';

const problems = (options: unknown) => checkOptions(options).map(({ option }) => option);
const messages = (options: object) => checkOptions({ ...complete, ...options }).map(({ message }) => message);

const sender = { name: 'Harbor Coffee Ltd', address: '1 Quay, Halifax', contact: 'hello@example.com' };

/** What a group needs wherever it is given. */
const groups: Readonly<Record<string, object>> = {
  collector: { url: complete.collector },
  coupon: { when: 'submitted' },
  sender,
};

/** What an option goes together with. */
function companions(name: string, value: unknown): object {
  // Canada's law asks for the sender besides.
  if (value === 'ca') return { sender };
  if (value === 'inline') return { into: '#signup' };
  return name === 'into' && value !== undefined ? { layout: 'inline' } : {};
}

/** Sets the option at `path`, as `trigger.delay`, besides those that nothing can be shown without. */
function withOption(path: string, value: unknown): object {
  const [name = '', part] = path.split('.');
  if (!part) return { ...complete, ...companions(name, value), [name]: value };
  return { ...complete, [name]: { ...groups[name], [part]: value } };
}

/** Values of each kind, and values that are not: attributes give texts. A choice of words stands for itself. */
const samples: Readonly<Record<string, { right: readonly unknown[]; wrong: readonly unknown[] }>> = {
  text: { right: ['Harbor Coffee', 'a'], wrong: ['', '  ', 5, null, {}, ['a']] },
  texts: { right: [[], ['a'], ['a', 'b'], 'a', 'a, b'], wrong: ['', ' ', [''], [1], ['a', null], {}, 5, null] },
  url: {
    right: ['https://shop.example.com/x', 'http://localhost:4173/x', '/x', 'x.html'],
    wrong: [
      '',
      'shop.example.com',
      'collect.example/x',
      'javascript:alert(1)',
      'mailto:a@example.com',
      'ftp://example.com',
      'https://',
      5,
      null,
    ],
  },
  number: {
    right: [0, 1, 0.5, 3000, '0', '0.5', ' 3000 '],
    wrong: [-1, '-1', '', ' ', 'soon', '3s', '1,5', Number.NaN, null, [], ['3'], true],
  },
  flag: { right: [true, false, 'true', 'false', ''], wrong: ['yes', 'False', 0, 1, null, []] },
  country: { right: ['GB', 'us'], wrong: ['', 'GBR', 'Britain', 'UK', 'en', 'XX', 'EU', '44', 44, null] },
  countries: {
    right: [[], ['GB', 'us'], 'GB, US'],
    wrong: ['', 'GBR', ['UK'], 'GB,UK', ['GB', 7], 'GB,,US', {}, 5, null],
  },
  percent: { right: [1, 50, 100, '50', 0.5], wrong: [0, 101, -1, '', ' ', 'half', '50%', Number.NaN, null, [], true] },
  selector: { right: ['.signup', '[data-signup], #x'], wrong: ['', ' ', 5, null, {}, ['a']] },
  slot: { right: ['.signup', { nodeType: 1 }], wrong: ['', ' ', 5, null, {}, ['a'], { nodeType: 3 }] },
  locale: {
    right: ['en', 'pt-BR', 'zh-Hant-TW', 'en_US', 'FR'],
    wrong: ['', ' ', 'english', 'Deutsch', 'e', 5, null, {}],
  },
  color: { right: ['#a00', 'rebeccapurple', 'rgb(0 0 0)'], wrong: ['', ' ', 5, null, {}] },
  conditions: { right: [{}, { device: 'touch' }], wrong: ['a', 5, null, [], true] },
  fields: { right: [[], [{ name: 'name', type: 'firstName' }]], wrong: ['a', {}, 5, null, true] },
  wording: { right: [{}], wrong: ['a', 5, null, [], true] },
  variants: { right: [{}, { a: { share: 1 } }], wrong: ['a', 5, null, [], true] },
  object: { right: [{}, { heading: 'Hello' }], wrong: ['a', 5, null, true] },
  providers: {
    right: [[], [{ issuer: 'klaviyo' }], ['klaviyo', { issuer: 'x' }], 'klaviyo, mailchimp', ['klaviyo:AbC123']],
    wrong: [
      'a',
      '',
      {},
      ['a'],
      [null],
      null,
      [['klaviyo']],
      'klaviyo,,segment',
      ['toString'],
      ['klaviyo:'],
      ['klaviyo:Ab'],
      [7],
    ],
  },
  told: {
    right: [[], ['klaviyo'], ['segment', () => undefined], 'klaviyo, hubspot'],
    wrong: ['a', '', {}, ['a'], [null], null, ['mailchimp'], 'klaviyo,,segment', ['toString'], [{}], [7]],
  },
  function: { right: [() => undefined], wrong: ['a', {}, null, 5] },
};

function samplesOf(kind: string) {
  return (
    samples[kind] ?? {
      right: kind.split('|'),
      wrong: ['', 'none of these', ...(kind.includes('|') ? [kind] : []), 5, null, true],
    }
  );
}

const rows = optionTable.map(([path, rule]) => ({ path, rule, kind: rule.replace(/[!*]$/, '') }));

describe('every option of the table', () => {
  test.each(rows)('$path is accepted when it is $rule', ({ path, kind }) => {
    for (const value of samplesOf(kind).right) expect(problems(withOption(path, value))).toEqual([]);
  });

  test.each(rows)('$path is reported when it is not', ({ path, kind }) => {
    const named = path === 'collector.url' ? 'collector' : path;
    for (const value of samplesOf(kind).wrong) expect(problems(withOption(path, value))).toEqual([named]);
  });

  test.each(rows)('$path may be missing unless it is marked as needed', ({ path, rule }) => {
    const isRequired = ['collector.url', 'brand', 'terms', 'privacy'].includes(path);
    const isNeededInItsGroup = ['sender.name', 'sender.address', 'sender.contact', 'coupon.when'].includes(path);
    expect([rule.endsWith('!'), rule.endsWith('*')]).toEqual([isRequired, isNeededInItsGroup]);
    const isNamed = isRequired || isNeededInItsGroup;
    expect(problems(withOption(path, undefined))).toEqual(isNamed ? [path.replace('.url', '')] : []);
  });
});

describe('an error says which option, what it is, and what is expected', () => {
  test.each<[object, string]>([
    [{ brand: undefined }, 'hello-again: option `brand` is missing; expected a text'],
    [
      { terms: 'javascript:alert(1)' },
      'hello-again: option `terms` is "javascript:alert(1)"; expected an http(s) address or a path',
    ],
    [{ collector: '' }, 'hello-again: option `collector` is ""; expected an http(s) address or a path'],
    [{ storage: 'yes' }, 'hello-again: option `storage` is "yes"; expected allowed, banner, none'],
    [{ region: 'de' }, 'hello-again: option `region` is "de"; expected us, ca, uk, eu, au'],
    [{ trigger: { delay: '3s' } }, 'hello-again: option `trigger.delay` is "3s"; expected a number of 0 or more'],
    [{ country: 'Britain' }, 'hello-again: option `country` is "Britain"; expected an ISO 3166 alpha-2 code'],
    [{ beforeSubmit: true }, 'hello-again: option `beforeSubmit` is true; expected a function'],
    [{ headline: 'Hello' }, 'hello-again: option `headline` is "Hello"; expected no option of this name'],
    [{ sender: 'Harbor Coffee' }, 'hello-again: option `sender` is "Harbor Coffee"; expected an object'],
    [
      { identify: 'klavio,segment,x' },
      'hello-again: option `identify` is "klavio,segment,x"; expected a list of names (klaviyo, mailchimp, hubspot, segment, ' +
        'shopify) or of providers; `klavio` is none of them, did you mean `klaviyo`?; `x` is none of them',
    ],
    [
      { alsoIdentify: ['klavio', 'shopify'] },
      'hello-again: option `alsoIdentify` is ["klavio","shopify"]; expected a list of names (klaviyo, segment, hubspot) or of ' +
        'functions; `klavio` is none of them, did you mean `klaviyo`?; `shopify` is none of them',
    ],
    [{ coupon: {} }, 'hello-again: option `coupon.when` is missing; expected submitted, receipt'],
  ])('as %o shows', (options, message) => {
    expect(messages(options)).toEqual([message]);
  });
});

describe('a group', () => {
  test.each([['often'], [7], [true], [null], [['a']]])(
    'that is no object is reported once, without its members: %j',
    (value) => {
      const names = ['trigger', 'frequency', 'target', 'sender', 'coupon'];
      expect(problems({ ...complete, ...Object.fromEntries(names.map((name) => [name, value])) })).toEqual(names);
    },
  );

  test('of the collector is expected as an address, the usual form', () => {
    const [error, ...others] = checkOptions({ ...complete, collector: 7 });
    expect([error?.option, error?.expected, others]).toEqual(['collector', 'an http(s) address or a path', []]);
  });

  test('that is given without its needed members has each of them reported', () => {
    expect(problems({ ...complete, sender: {} })).toEqual(['sender.name', 'sender.address', 'sender.contact']);
    expect(problems({ ...complete, sender: { ...sender, contact: ' ' } })).toEqual(['sender.contact']);
    expect(problems({ ...complete, collector: {} })).toEqual(['collector']);
  });

  test('that is not given needs nothing', () => {
    expect(problems({ ...complete, sender: undefined, coupon: undefined })).toEqual([]);
  });
});

describe('an unknown option name', () => {
  test.each<[object, string, string]>([
    [{ storge: 'none' }, 'storge', 'no option of this name; was it `storage`?'],
    [{ Brand: 'Harbor Coffee' }, 'Brand', 'no option of this name; was it `brand`?'],
    [{ trigger: { dealy: 500 } }, 'trigger.dealy', 'no option of this name; was it `delay`?'],
    [{ frequency: { quietdays: 7 } }, 'frequency.quietdays', 'no option of this name; was it `quietDays`?'],
    [{ collector: { url: '/v1', timeout: 7 } }, 'collector.timeout', 'no option of this name'],
    [{ target: { pages: ['/x'] } }, 'target.pages', 'no option of this name'],
    [{ colour: 'red' }, 'colour', 'no option of this name'],
    [{ toString: 'x' }, 'toString', 'no option of this name'],
  ])('in %o is reported with the name that was probably meant', (options, option, expected) => {
    expect(checkOptions({ ...complete, ...options })).toMatchObject([{ option, expected }]);
  });

  test('is accepted in a group that the table does not look into', () => {
    expect(problems({ ...complete, texts: { heading: 'Hello', phone: { heading: 'Texts?' } } })).toEqual([]);
  });
});

describe('the short forms of options', () => {
  test.each<[object]>([
    [{ collector: '/v1/submissions' }],
    [{ trigger: 'manual' }],
    [{ trigger: { manual: 'manual', delay: '500' } }],
  ])('are accepted: %j', (options) => {
    expect(problems({ ...complete, ...options })).toEqual([]);
  });
});

test('all errors are reported at once', () => {
  expect(problems({ brand: 'Harbor Coffee', collect: 'all', typo: 1 })).toEqual([
    'collector',
    'terms',
    'privacy',
    'collect',
    'typo',
  ]);
});

test('the sender is needed in Canada', () => {
  expect(problems({ ...complete, region: 'ca' })).toEqual(['sender']);
  expect(problems({ ...complete, region: 'ca', sender })).toEqual([]);
  expect(problems({ ...complete, region: 'ca', sender: { ...sender, address: '' } })).toEqual(['sender.address']);
});

test.each([[undefined], [null], ['options'], [[]], [7]])(
  'missing options are reported when %o is given instead of options',
  (options) => {
    expect(problems(options)).toEqual(['collector', 'brand', 'terms', 'privacy']);
  },
);

describe('a wrong value is one line with the nearest right one', () => {
  test.each<[string, object, string]>([
    ['an adapter’s name as an address', { collector: 'klaviyo' }, '`klaviyo({ … })`'],
    ['an adapter that was not called', { collector: () => {} }, 'call it'],
    ['an address without a scheme', { collector: 'collect.example/x' }, 'was it `https://collect.example/x`?'],
    ['a country that people call otherwise', { country: 'UK' }, 'was it `GB`?'],
    ['the same in a list', { smsCountries: ['DE', 'UK'] }, 'was it `GB`?'],
    ['a language by its name', { locale: 'english' }, 'was it `en`?'],
    ['a text by another name', { texts: { title: 'Hello' } }, 'was it `heading`?'],
    ['a text of one ask, mistyped', { texts: { phone: { buton: 'Go' } } }, 'was it `button`?'],
    ['a text of one language', { texts: { languages: { de: { headline: 'Hallo' } } } }, 'was it `heading`?'],
    ['a text that is none', { texts: { heading: 5 } }, 'a text'],
    ['a choice, mistyped', { layout: 'modall' }, 'was it `modal`?'],
    ['a region by its country', { region: 'gb' }, 'was it `uk`?'],
    ['how often it opens', { trigger: { once: 'pages' } }, 'was it `page`?'],
  ])('%s', (_what, options, meant) => {
    const [message, ...more] = messages(options);
    expect(message?.toLowerCase()).toContain(meant.toLowerCase());
    expect(message).toMatch(/^hello-again: option `[\w.]+` is .+; expected /);
    expect(more).toEqual([]);
  });

  test('an address of http is one on a page of https, where browsers block it, and nowhere else', () => {
    const options = { ...complete, collector: 'http://collect.example/x' };
    expect(checkOptions(options, true).map(({ message }) => message)).toEqual([
      'hello-again: option `collector` is "http://collect.example/x"; expected an https address, because browsers block others on a page of https; was it `https://collect.example/x`?',
    ]);
    expect(checkOptions(options, false)).toEqual([]);
    expect(checkOptions({ ...complete, collector: 'http://localhost:4173/x' }, true)).toEqual([]);
    expect(checkOptions({ ...complete, terms: 'http://shop.example/terms' }, true)).toEqual([]);
  });

  test('what works is no mistake: files, texts for every ask, elements', () => {
    const texts = { heading: 'a', 'email+phone': { body: 'b' }, languages: { de: { consent: { button: 'c' } } } };
    expect(
      messages({ terms: 'terms.html', privacy: '/privacy', texts, layout: 'inline', into: { nodeType: 1 } }),
    ).toEqual([]);
  });
});
