import { describe, expect, test } from 'vitest';
import { legalEn } from './en.ts';
import type { LegalRegion, LegalText } from './legal.ts';
import { legalSources } from './sources.ts';

const regions = Object.entries(legalEn.regions) as [LegalRegion, LegalText][];

/** What each wording must say, as patterns over the box and its small print. */
const elements = {
  brand: /\{brand\}/,
  'recurring automated marketing texts': /recurring automated marketing texts/,
  'the number given': /the number above|this number|\{number\}/,
  'not a condition of purchase': /don’t have to agree in order to buy/,
  rates: /Message and data rates may apply/,
  frequency: /\{frequency\}/,
  'STOP to end': /STOP/,
  'HELP for help': /HELP for help/,
  'the terms': /\{terms\}/,
  'the privacy policy': /\{privacy\}/,
  'who sends, and where to find them': /\{sender\}/,
  'that consent can be withdrawn': /can withdraw your consent/,
  'that it ends at any time': /at any time/,
  'what the number is for': /(marketing|commercial) texts/,
} as const;

type Element = keyof typeof elements;

const everywhere: readonly Element[] = ['brand', 'frequency', 'STOP to end', 'the terms', 'the privacy policy'];
const carriers: readonly Element[] = [
  'recurring automated marketing texts',
  'the number given',
  'not a condition of purchase',
  'rates',
  'HELP for help',
];
const canada: readonly Element[] = [
  'rates',
  'who sends, and where to find them',
  'that consent can be withdrawn',
  'that it ends at any time',
];
const europe: readonly Element[] = ['the number given', 'what the number is for', 'that it ends at any time'];

const required: Readonly<Record<LegalRegion, readonly Element[]>> = {
  us: carriers,
  ca: canada,
  uk: europe,
  eu: [...europe, 'that consent can be withdrawn'],
  au: europe,
  strict: [...carriers, ...canada, ...europe],
};

const rows = regions.flatMap(([region, text]) =>
  [...new Set([...everywhere, ...required[region]])].map((element) => ({ region, text, element })),
);

describe('the wording for texts', () => {
  test.each(rows)('of $region says $element', ({ text, element }) => {
    expect(`${text.sms} ${text.smsPrint}`).toMatch(elements[element]);
    expect(`${text.smsNamed} ${text.smsPrint}`).toMatch(elements[element]);
  });

  test.each(regions)('of %s begins with “Text me”, and names a number that is known', (_region, text) => {
    expect(text.sms).toMatch(/^Text me /);
    expect(text.smsNamed).toMatch(/^Text me .*\{number\}/);
  });

  test.each(regions)('of %s asks for nothing but texts', (_region, text) => {
    expect(`${text.sms} ${text.smsNamed}`).not.toMatch(/email|terms/i);
  });
});

describe('the wording for email', () => {
  test.each(regions)('of %s names the brand, says how it ends and links to the privacy policy', (_region, text) => {
    const said = `${text.email} ${text.emailPrint}`;
    for (const pattern of [/\{brand\}/, /at any time/, /\{privacy\}/, /email/i]) expect(said).toMatch(pattern);
  });

  test.each(regions)('of %s stands by a box of its own, save where the button itself may say it', (region, text) => {
    expect(text.emailMethod).toBe(region === 'us' ? 'submit' : 'checkbox');
  });

  test.each(['ca', 'strict'] as const)('of %s says who sends', (region) => {
    expect(legalEn.regions[region].emailPrint).toMatch(/\{sender\}/);
  });
});

test.each(regions)('of %s no slot is left that nobody fills', (_region, text) => {
  const known = ['brand', 'number', 'frequency', 'terms', 'privacy', 'sender'];
  const found = [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(found.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  expect(`${text.sms}${text.smsPrint}${text.email}${text.emailPrint}`).not.toContain('{number}');
});

test('how often is said in whole words, for one message and for more', () => {
  expect(legalEn.frequencyKnown).toMatch(/\{n\} messages/);
  for (const text of [legalEn.frequencyOnce, legalEn.frequencyVaries]) expect(text).not.toMatch(/[{}]|messages/);
  expect(legalEn.frequencyOnce).toMatch(/1 message\b/);
});

describe('the versions', () => {
  test.each(regions)('of %s is named after it, and tells where it comes from', (region, { version }) => {
    expect(version).toMatch(new RegExp(`^${region}-\\d+$`));
    expect(legalSources[version]?.source).toMatch(/\w{3}/);
    expect(legalSources[version]?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('are told apart by their wording', () => {
    expect(new Set(regions.map(([, { version }]) => version)).size).toBe(regions.length);
    expect(Object.keys(legalSources).sort()).toEqual(regions.map(([, { version }]) => version).sort());
  });
});
