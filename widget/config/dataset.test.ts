import { describe, expect, test } from 'vitest';
import { checkOptions } from './check.ts';
import { fromDataset } from './dataset.ts';
import { normalize } from './normalize.ts';

const complete = { collector: '/v1', brand: 'Harbor Coffee', terms: '/terms', privacy: '/privacy' };
const settingsOf = (data: Record<string, string>) =>
  normalize(fromDataset({ ...complete, ...data }), 'shop.example.com');

describe('an attribute of the script tag becomes the option of its name, as a text', () => {
  test.each<[string, Record<string, string>, object]>([
    ['data-brand', { brand: 'Harbor Coffee' }, { brand: 'Harbor Coffee' }],
    ['data-collector', { collector: '/v1' }, { collector: { url: '/v1' } }],
    ['data-trigger', { trigger: 'manual' }, { trigger: { manual: 'manual' } }],
    ['data-trigger-delay', { triggerDelay: '500' }, { trigger: { delay: '500' } }],
    ['data-trigger-manual', { triggerManual: '' }, { trigger: { manual: '' } }],
    ['data-frequency-quiet-days', { frequencyQuietDays: '7' }, { frequency: { quietDays: '7' } }],
    ['data-sender-name', { senderName: 'Harbor Coffee Ltd' }, { sender: { name: 'Harbor Coffee Ltd' } }],
    ['data-test, standing alone', { test: '' }, { test: '' }],
    ['data-test="false"', { test: 'false' }, { test: 'false' }],
    ['data-allow-phone-only', { allowPhoneOnly: 'true' }, { allowPhoneOnly: 'true' }],
    ['data-click-domains', { clickDomains: 'a.example, b.example,' }, { clickDomains: 'a.example, b.example,' }],
    ['data-target-exclude', { targetExclude: '/sale*,/b2b*' }, { target: { exclude: '/sale*,/b2b*' } }],
    ['data-collector-links-by', { collectorLinksBy: 'own,email' }, { collector: { linksBy: 'own,email' } }],
    ['data-also-identify', { alsoIdentify: 'klaviyo' }, { alsoIdentify: 'klaviyo' }],
    ['data-heading', { heading: 'Hello' }, { texts: { heading: 'Hello' } }],
    ['data-success', { success: 'Thanks' }, { texts: { success: 'Thanks' } }],
    ['data-coupon', { coupon: 'HELLO10' }, { coupon: { code: 'HELLO10', when: 'submitted' } }],
    ['data-base', { base: '/assets/' }, { base: '/assets/' }],
    ['data-tracking, which is none,', { tracking: 'x' }, { tracking: 'x' }],
  ])('for %s', (_attribute, data, options) => {
    expect(fromDataset(data)).toEqual(options);
  });
});

test('attributes of one group become one group', () => {
  expect(
    fromDataset({ collector: '/v1', collectorLinksBy: 'own', heading: 'Hello', body: 'There', button: 'Go' }),
  ).toEqual({
    collector: { url: '/v1', linksBy: 'own' },
    texts: { heading: 'Hello', body: 'There', button: 'Go' },
  });
});

describe('an attribute’s text is read as the type of its option', () => {
  test.each<[string, Record<string, string>, object]>([
    ['a number', { triggerDelay: '500' }, { trigger: { delay: 500, manual: false } }],
    ['a number with spaces', { frequencyQuietDays: ' 7 ' }, { frequency: { quietDays: 7, maxShows: 3 } }],
    ['a flag, standing alone', { test: '' }, { test: true }],
    ['a flag that says false', { test: 'false' }, { test: false }],
    ['a flag that says true', { allowPhoneOnly: 'true' }, { allowPhoneOnly: true }],
    ['a list', { clickDomains: 'a.example, b.example,' }, { clickDomains: ['a.example', 'b.example'] }],
    ['a list in a group', { targetExclude: '/sale*,/b2b*' }, { target: { exclude: ['/sale*', '/b2b*'] } }],
    ['what the collector links by', { collectorLinksBy: 'own,email' }, { collector: { linksBy: ['own', 'email'] } }],
    ['the manual trigger', { trigger: 'manual' }, { trigger: { delay: 3000, manual: true } }],
    ['both triggers', { trigger: 'manual', triggerDelay: '0' }, { trigger: { delay: 0, manual: true } }],
    ['a number that is none', { triggerDelay: 'soon' }, { trigger: { delay: 3000 } }],
    ['an empty number', { frequencyQuietDays: '' }, { frequency: { quietDays: 30 } }],
    ['a text', { store: '7', brand: 'false' }, { store: '7', brand: 'false' }],
  ])('for %s', (_what, data, settings) => {
    expect(settingsOf(data)).toMatchObject({ ...settings, isMisconfigured: false });
  });
});

const tag = {
  collector: 'https://collect.example.com/v1/submissions',
  brand: 'Harbor Coffee',
  terms: '/terms',
  privacy: '/privacy',
  region: 'uk',
  storage: 'banner',
  locale: 'en',
  country: 'GB',
  collect: 'phone',
  ask: 'always-email',
  triggerDelay: '0',
  frequencyMaxShows: '1',
  trigger: 'manual',
  targetInclude: '/shop, /blog',
  test: '',
  emailParameters: 'email,e',
  coupon: 'HELLO10',
};

test('a tag with every attribute is valid and complete', () => {
  const options = fromDataset(tag);
  expect(checkOptions(options)).toEqual([]);
  expect(normalize(options, 'shop.example.com')).toMatchObject({
    collector: { url: tag.collector, linksBy: ['own', 'email', 'phone'] },
    trigger: { delay: 0, manual: true },
    target: { include: ['/shop', '/blog'] },
    test: true,
    isMisconfigured: false,
  });
});

test('an unknown attribute is reported as the owner wrote it', () => {
  const { option: unknown } = checkOptions(fromDataset({ ...tag, colour: 'red' }))[0] ?? {};
  const mistyped = checkOptions(fromDataset({ ...tag, triggerDealy: '500' }));
  expect(unknown).toBe('colour');
  expect(mistyped).toMatchObject([{ option: 'trigger.dealy', expected: 'no option of this name; was it `delay`?' }]);
});

test('an invalid number is reported and not used', () => {
  expect(checkOptions(fromDataset({ ...tag, triggerDelay: 'soon' })).map(({ option }) => option)).toEqual([
    'trigger.delay',
  ]);
});
