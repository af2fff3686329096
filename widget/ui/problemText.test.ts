import { describe, expect, test } from 'vitest';
import type { FieldProblem, FormField } from '../core/flow/state.ts';
import { openingState } from '../core/flow/state.ts';
import { en } from '../locales/en.ts';
import { legalEn } from '../locales/legal/en.ts';
import { phoneRules } from '../phone/index.ts';
import { settingsOf } from '../test/fixtures.ts';
import { legalTextFor } from './legalText.tsx';
import { problemText } from './problemText.ts';
import type { ViewProps } from './view.ts';

const settings = settingsOf();

function propsOf(problems: ViewProps['state']['problems'], more: Partial<ViewProps> = {}): ViewProps {
  const opened = openingState({ ask: 'email+phone', reason: 'unknown' }, undefined, '');
  return {
    state: { ...opened, problems, confirmedNumber: '+447700900111' },
    settings,
    strings: en,
    legal: legalTextFor(settings, legalEn),
    country: 'GB',
    phone: phoneRules,
    isStorageOpen: true,
    namedNumber: undefined,
    actions: { typed() {}, ticked() {}, press() {}, notYou() {}, anotherNumber() {}, close() {} },
    ...more,
  };
}

describe('a problem is said in words that name the fix', () => {
  test.each<[FormField, FieldProblem['code'], string]>([
    ['email', 'empty', 'Enter your email address'],
    ['email', 'impossible', 'Enter an email address, like name@example.com'],
    ['phone', 'empty', 'Enter your mobile number'],
    ['phone', 'impossible', 'Enter a mobile number, like 07700 900982'],
    ['phone', 'unlikely', 'Is +44 7700 900111 right? Press the button again to use it, or correct it.'],
    ['sms', 'untickedNumber', 'Tick this box to get texts, or sign up without them.'],
    ['sms', 'unticked', 'Tick this box so that we may text you.'],
    ['emailConsent', 'unticked', 'Tick this box so that we may write to you.'],
    ['email', 'refused', 'This was not accepted. Please check it.'],
  ])('%s: %s', (field, code, text) => {
    expect(problemText(propsOf({ [field]: { code } }), field)).toBe(text);
  });
});

test('the collector’s own words come before ours', () => {
  const problem = { code: 'refused', message: 'This number cannot get texts.' } as const;
  expect(problemText(propsOf({ phone: problem }), 'phone')).toBe('This number cannot get texts.');
});

test('a field without a problem says nothing, whatever another has', () => {
  expect(problemText(propsOf({ phone: { code: 'empty' } }), 'email')).toBeUndefined();
});

describe('the example of a number', () => {
  test.each<[string, Partial<ViewProps>, string]>([
    ['is one of the visitor’s country', { country: 'US' }, '(201) 555-0123'],
    ['has a plus where the country has none set aside', { country: 'DE' }, '+44 7700 900982'],
    ['has a plus before the phone rules have arrived', { phone: undefined }, '+44 7700 900982'],
  ])('%s', (_title, more, example) => {
    expect(problemText(propsOf({ phone: { code: 'impossible' } }, more), 'phone')).toBe(
      `Enter a mobile number, like ${example}`,
    );
  });
});
