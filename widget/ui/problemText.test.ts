import { describe, expect, test } from 'vitest';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { FieldProblem, FormField } from '../core/flow/state.ts';
import { openingState } from '../core/flow/state.ts';
import { consentEn } from '../locales/en/consent.ts';
import { en } from '../locales/en/strings.ts';
import { wholeRules as phoneRules } from '../phone/test/wholeRules.ts';
import { settingsOf } from '../test/fixtures.ts';
import { consentTextFor } from './consentText.tsx';
import { problemText } from './problemText.ts';
import type { ViewProps } from './view.ts';

const settings = settingsOf();

interface Given {
  readonly problems: ViewProps['state']['problems'];
  readonly phone?: PhoneRules | undefined;
  readonly country?: string | undefined;
  readonly typed?: string;
}

function propsOf(given: Given): ViewProps {
  const { problems, typed = '' } = given;
  const country = 'country' in given ? given.country : 'GB';
  const opened = openingState({ ask: 'email+phone', reason: 'unknown' }, undefined, '', { country });
  return {
    state: { ...opened, problems, confirmedNumber: '+447700900111', entered: { ...opened.entered, phone: typed } },
    settings,
    strings: en,
    consentText: consentTextFor(settings, consentEn),
    phone: 'phone' in given ? given.phone : phoneRules,
    layout: 'modal',
    isStorageGranted: true,
    namedNumber: undefined,
    actions: {} as ViewProps['actions'],
  };
}

describe('an error text names what to do', () => {
  test.each<[FormField, FieldProblem['code'], string]>([
    ['email', 'empty', 'Enter your email address'],
    ['email', 'impossible', 'Enter an email address, like name@example.com'],
    ['phone', 'empty', 'Enter your mobile number'],
    [
      'phone',
      'unlikely',
      '+44 7700 900111 doesn’t look like a mobile number; it may be a landline. Press the button again to use it, or correct it.',
    ],
    ['sms', 'untickedNumber', 'Tick this box to get texts, or sign up without them.'],
    ['sms', 'unticked', 'Tick this box so that we may text you.'],
    ['emailConsent', 'unticked', 'Tick this box so that we may write to you.'],
    ['email', 'refused', 'This was not accepted. Please check it.'],
  ])('at %s: %s', (field, code, text) => {
    expect(problemText(propsOf({ problems: { [field]: { code } }, typed: '12' }), field)).toBe(text);
  });
});

test('the collector’s own text is used before ours', () => {
  const problem = { code: 'refused', message: 'This number cannot get texts.' } as const;
  expect(problemText(propsOf({ problems: { phone: problem } }), 'phone')).toBe('This number cannot get texts.');
});

test('a field without an error has no text, whatever another has', () => {
  expect(problemText(propsOf({ problems: { phone: { code: 'empty' } } }), 'email')).toBeUndefined();
});

const impossible = { problems: { phone: { code: 'impossible' } }, typed: '12' } as const;

describe('the example number in an error', () => {
  test('has a plus until the countries’ examples have loaded, and then is the country’s', async () => {
    let come = () => {};
    const known = new Promise<void>((resolve) => {
      come = resolve;
    });
    expect(problemText(propsOf(impossible), 'phone', come)).toBe('Enter a mobile number, like +44 7700 900982');
    await known;
    expect(problemText(propsOf(impossible), 'phone')).toBe('Enter a mobile number, like 07700 900982');
  });

  test.each<[string, Partial<Given>, string]>([
    ['is one of the visitor’s country', { country: 'US' }, '(201) 555-0123'],
    [
      'has a plus where no country is known, since a national form would be refused',
      { country: undefined },
      '+44 7700 900982',
    ],
    ['has a plus where the country has none', { country: 'XX' }, '+44 7700 900982'],
    ['has a plus before the phone rules have arrived', { phone: undefined }, '+44 7700 900982'],
  ])('%s', (_title, given, example) => {
    expect(problemText(propsOf({ ...impossible, ...given }), 'phone')).toBe(`Enter a mobile number, like ${example}`);
  });
});

describe('a number that was refused as impossible', () => {
  test.each(['12', '07700', 'my mobile'])('keeps its error while it is: %s', (typed) => {
    expect(problemText(propsOf({ ...impossible, typed }), 'phone')).toContain('Enter a mobile number');
  });

  test.each(['07700 900982', '+1 201 555 0123', '020 7946 0018', ''])('loses its error once it is not: %j', (typed) => {
    expect(problemText(propsOf({ ...impossible, typed }), 'phone')).toBeUndefined();
  });
});
