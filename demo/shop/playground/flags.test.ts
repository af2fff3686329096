import { describe, expect, test } from 'vitest';
import type { Bag } from './choice.ts';
import { flagsOf, type Measured } from './flags.ts';
import { previewOf } from './previewOf.ts';
import { placeholders, templatesWith, withTemplate } from './templates.ts';

const real = {
  ...placeholders,
  collector: { url: '/v1/submissions' },
  terms: '/terms',
  privacy: '/privacy',
};
const flags = (options: Bag, measured?: Measured) =>
  flagsOf({ src: '/hello-again.js', options: { ...real, ...options } }, '/art/', [], measured).map(
    ({ tone, says }) => `${tone}: ${says}`,
  );

test('nothing is flagged where nothing is wrong', () => {
  expect(flags({})).toEqual([]);
});

describe('flagged is', () => {
  test.each(['brand', 'terms', 'privacy'])('a missing %s', (name) => {
    expect(flags({ [name]: undefined })).toEqual([`bad: \`data-${name}\` is missing: nothing is shown without it.`]);
  });

  test('Canada’s missing sender', () => {
    expect(flags({ region: 'ca' })).toEqual(['bad: `data-sender` is missing: nothing is shown without it.']);
  });

  test('what the popup’s own check says of the theme', () => {
    const repaired = { tone: 'wait', says: 'A contrast.' } as const;
    const wrong = { tone: 'bad', says: 'No colour.' } as const;
    const found = flagsOf({ src: '', options: real }, '/art/', [repaired, wrong], undefined);
    expect(found).toMatchObject([{ ...repaired, tone: 'note' }, wrong]);
  });

  test('a language without a consent text for the region, and no other', () => {
    expect(flags({ locale: 'ja' })).toEqual([expect.stringContaining('no consent text in Japanese for uk')]);
    expect(flags({ locale: 'de', region: 'eu' })).toEqual([]);
    expect(flags({ locale: 'pt-BR', region: undefined })).toEqual([expect.stringContaining('Brazilian Portuguese')]);
  });

  test('what the words cost in height on a phone', () => {
    const measured = { height: 500, heading: 60, body: 48, picture: 0, isScrolled: false };
    expect(flags({}, measured)).toEqual([
      'note: On a phone it takes 500 of 844 pixels, 59 %. Of these, in pixels: the heading 60, the text below it 48.',
    ]);
    expect(flags({}, { ...measured, height: 700 })[0]).toMatch(/^bad: /);
    expect(flags({}, { ...measured, isScrolled: true })[0]).toMatch(/^bad: .*must scroll/);
  });

  test('an address that is an example', () => {
    expect(flags(placeholders)).toEqual([
      'note: These addresses are examples: the collector, the terms, the privacy policy.',
    ]);
  });

  test('nothing bad of any template', () => {
    const empty = { src: '/hello-again.js', options: placeholders };
    for (const template of templatesWith('/art/')) {
      const bad = flagsOf(withTemplate(empty, template), '/art/', [], undefined).filter(({ tone }) => tone === 'bad');
      expect(bad, template.id).toEqual([]);
    }
  });
});

test('a frame gets nothing that says where sign-ups go, and a picture that it may load', () => {
  const options = {
    ...real,
    to: 'webhook',
    webhookUrl: 'https://hook.example/',
    lookup: '/v1/lookup',
    identify: ['klaviyo'],
    theme: { preset: 'warm', picture: 'https://elsewhere.example/a.jpg' },
  };
  const shown = previewOf({ src: '', options }, 'phone', 'form', '/art/');
  expect(shown?.state).toBe('form,ask=phone');
  expect(JSON.stringify(shown)).not.toMatch(/hook|lookup|identify|elsewhere/);
  expect(shown?.options).toMatchObject({
    theme: { preset: 'warm', picture: '/art/espresso.svg' },
    collector: '#nowhere',
  });
});

test('a frame shows nothing to who is asked nothing', () => {
  expect(previewOf({ src: '', options: real }, 'nothing', 'form', '/art/')).toBeUndefined();
});
