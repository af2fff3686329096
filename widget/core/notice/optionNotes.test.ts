import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../config/check.ts';
import { fromDataset } from '../../config/dataset.ts';
import { complete } from '../../test/fixtures.ts';
import { optionNotes } from './optionNotes.ts';

const sender = { name: 'Harbor Coffee Ltd', address: '1 Quay, Halifax', contact: 'hello@example.com' };
const byOptions = (options: object) => optionNotes(checkOptions({ ...complete, ...options }), false);
const byTag = (attributes: Record<string, string>) =>
  optionNotes(checkOptions(fromDataset({ ...complete, ...attributes })), true);

test('valid options get no note', () => {
  expect([byOptions({}), byTag({})]).toEqual([[], []]);
});

describe('a needed option', () => {
  test.each([
    ['collector', 'data-collector="https://…"', "collector: 'https://…'"],
    ['brand', 'data-brand="Your shop"', "brand: 'Your shop'"],
    ['terms', 'data-terms="https://…/terms"', "terms: 'https://…/terms'"],
    ['privacy', 'data-privacy="https://…/privacy"', "privacy: 'https://…/privacy'"],
  ])('%s is written out as the owner has to write it', (name, attribute, option) => {
    expect(byTag({ [name]: '' })).toEqual([
      {
        tone: 'bad',
        says: `\`data-${name}\` is missing: nothing is shown without it.`,
        fix: `Add ${attribute} to the script tag.`,
      },
    ]);
    expect(byOptions({ [name]: undefined })).toEqual([
      {
        tone: 'bad',
        says: `\`${name}\` is missing: nothing is shown without it.`,
        fix: `Add ${option} to the options.`,
      },
    ]);
  });

  test('that is present and wrong gets a note saying what it must be', () => {
    expect(byTag({ terms: 'javascript:alert(1)' })).toEqual([
      {
        tone: 'bad',
        says: '`data-terms` is wrong, and no sign-up is possible without it.',
        fix: 'Give it an http(s) address or a path.',
      },
    ]);
  });

  test('includes the sender in Canada', () => {
    const says = (name: string) => `\`${name}\` is missing: nothing is shown without it.`;
    expect(byTag({ region: 'ca' })).toEqual([
      {
        tone: 'bad',
        says: says('data-sender'),
        fix: 'Add data-sender-name, data-sender-address and data-sender-contact to the script tag.',
      },
    ]);
    expect(byOptions({ region: 'ca' })).toEqual([
      { tone: 'bad', says: says('sender'), fix: 'Add sender: { name, address, contact } to the options.' },
    ]);
    expect(byOptions({ region: 'ca', sender })).toEqual([]);
  });

  test('comes before every other note', () => {
    const notes = byTag({ storge: 'none', brand: '', triggerDelay: 'soon', privacy: '' });
    expect(notes.map(({ says }) => says.split('`')[1])).toEqual([
      'data-brand',
      'data-privacy',
      'data-trigger-delay',
      'data-storge',
    ]);
  });
});

describe('an unknown option gets a note', () => {
  test.each<[Record<string, string>, string, string]>([
    [{ storge: 'none' }, 'data-storge', 'Was it data-storage?'],
    [{ triggerDealy: '500' }, 'data-trigger-dealy', 'Was it data-trigger-delay?'],
    [{ frequencyQuitDays: '7' }, 'data-frequency-quit-days', 'Was it data-frequency-quiet-days?'],
    [{ colour: 'red' }, 'data-colour', 'Remove it, or look its name up in the list of options.'],
  ])('as an attribute, from %j', (attributes, name, fix) => {
    expect(byTag(attributes)).toEqual([{ tone: 'bad', says: `\`${name}\` is no option, so it is not used.`, fix }]);
  });

  test.each<[object, string, string]>([
    [{ storge: 'none' }, 'storge', 'Was it storage?'],
    [{ trigger: { dealy: 500 } }, 'trigger.dealy', 'Was it trigger.delay?'],
    [{ constructor: 1 }, 'constructor', 'Remove it, or look its name up in the list of options.'],
  ])('as an option, from %j', (options, name, fix) => {
    expect(byOptions(options)).toEqual([{ tone: 'bad', says: `\`${name}\` is no option, so it is not used.`, fix }]);
  });
});

describe('a wrong value', () => {
  test.each<[Record<string, string>, string, string]>([
    [{ region: 'mars' }, 'data-region', 'Give it us, ca, uk, eu, au.'],
    [{ triggerDelay: 'soon' }, 'data-trigger-delay', 'Give it a number of 0 or more.'],
    [{ collectorLinksBy: '' }, 'data-collector-links-by', 'Give it a list of texts.'],
    [{ coupon: '' }, 'data-coupon', 'Give it a text.'],
  ])('of an attribute is named by the attribute, with what it must be: %j', (attributes, name, fix) => {
    expect(byTag(attributes)).toEqual([{ tone: 'bad', says: `\`${name}\` is wrong, so it is not used.`, fix }]);
  });

  test.each<[Record<string, string>, string, string]>([
    [{ region: 'gb' }, 'data-region', 'Was it data-region="uk"?'],
    [{ theme: 'warmm' }, 'data-theme', 'Was it data-theme="warm"?'],
    [{ country: 'UK' }, 'data-country', 'Was it data-country="GB"?'],
  ])('that is nearly right is written out with its attribute: %j', (attributes, name, fix) => {
    expect(byTag(attributes)).toEqual([{ tone: 'bad', says: `\`${name}\` is wrong, so it is not used.`, fix }]);
  });

  test('that is nearly right is written out with its option', () => {
    expect(byOptions({ region: 'gb' })).toMatchObject([{ fix: "Was it region: 'uk'?" }]);
  });

  test.each([
    ['localhost:4173/v1/submissions', 'http://localhost:4173/v1/submissions'],
    ['127.0.0.1:4173/v1/submissions', 'http://127.0.0.1:4173/v1/submissions'],
    ['collect.example:8443/v1/submissions', 'https://collect.example:8443/v1/submissions'],
    ['collect.example/v1/submissions', 'https://collect.example/v1/submissions'],
  ])('an address without its scheme gets one: %s', (collector, meant) => {
    expect(byTag({ collector })).toMatchObject([{ fix: `Was it data-collector="${meant}"?` }]);
  });

  test('of an option is named by its path', () => {
    expect(byOptions({ frequency: { maxShows: -1 } })).toMatchObject([
      { says: '`frequency.maxShows` is wrong, so it is not used.', fix: 'Give it a number of 0 or more.' },
    ]);
  });

  test('is not reported where it is missing beside the rest of its group', () => {
    const missing = 'is missing, and what it belongs to is not used without it.';
    expect(byTag({ senderName: 'Harbor Coffee Ltd', senderAddress: '1 Quay' })).toMatchObject([
      { says: `\`data-sender-contact\` ${missing}`, fix: 'Give it a text.' },
    ]);
    expect(byOptions({ coupon: { code: 'HELLO10' } })).toMatchObject([
      { says: `\`coupon.when\` ${missing}`, fix: 'Give it submitted, receipt.' },
    ]);
  });
});
