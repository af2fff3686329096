import { describe, expect, test } from 'vitest';
import type { Ask } from '../ask/reasons.ts';
import type { PhoneResult, PhoneRules } from '../contact/phone.ts';
import { type CheckOptions, checkForm } from './check.ts';
import { reduce } from './reducer.ts';
import { shownFields } from './shownFields.ts';
import { type FlowState, openingState } from './state.ts';

const email = 'penny@example.com';
const number = '+447700900982';
const at = '2026-01-31T12:00:00.000Z';

const numbers: Readonly<Record<string, PhoneResult>> = {
  '': { kind: 'empty' },
  '07700 900982': { kind: 'ok', e164: number },
  '123': { kind: 'impossible' },
  'not decided yet': { kind: 'pending' },
  'looks odd': { kind: 'unlikely', e164: '+447700900111' },
  'looks odd too': { kind: 'unlikely', e164: '+447700900222' },
};

const phone: PhoneRules = {
  settle: async () => {},
  callingCode: () => undefined,
  parse: (text) => numbers[text] ?? { kind: 'impossible' },
  countryOf: () => undefined,
  mainCountry: () => undefined,
  example: () => undefined,
  countries: () => [],
  format: (e164) => e164,
};

interface Typed {
  readonly email?: string;
  readonly phone?: string;
  readonly sms?: boolean;
  readonly mails?: boolean;
}

function stateOf(ask: Ask, typed: Typed): FlowState {
  const ticks = { ...(typed.sms ? { sms: at } : {}), ...(typed.mails ? { email: at } : {}) };
  const opened = openingState({ ask, reason: 'unknown' }, undefined, typed.email ?? '');
  return { ...opened, entered: { ...opened.entered, phone: typed.phone ?? '', ticks } };
}

function check(ask: Ask, typed: Typed, options: Partial<CheckOptions> = {}) {
  const state = stateOf(ask, typed);
  return checkForm(state, phone, {
    shown: shownFields(state),
    isWithoutTexts: false,
    hasEmailBox: false,
    country: 'GB',
    pageNumber: undefined,
    ...options,
  });
}

const right = (checked: object) => ({ kind: 'right', checked });
const wrong = (problems: object) => ({ kind: 'wrong', problems });

describe('a form that asks for the phone alone', () => {
  test.each<[string, Typed, object]>([
    ['a number with its tick goes', { phone: '07700 900982', sms: true }, right({ phone: number })],
    ['a number without its tick does not', { phone: '07700 900982' }, wrong({ sms: { code: 'unticked' } })],
    ['no number is said at the field', {}, wrong({ phone: { code: 'empty' } })],
    ['a tick makes up for no number', { sms: true }, wrong({ phone: { code: 'empty' } })],
    ['an impossible number is refused', { phone: '123', sms: true }, wrong({ phone: { code: 'impossible' } })],
    [
      'one that is not decided is not left out',
      { phone: 'not decided yet', sms: true },
      wrong({ phone: { code: 'refused' } }),
    ],
  ])('is checked: %s', (_title, typed, result) => {
    expect(check('phone', typed)).toEqual(result);
  });
});

describe('a form that asks for email and phone', () => {
  test.each<[string, Typed, object]>([
    ['the number is optional', { email }, right({ email })],
    ['both go together', { email, phone: '07700 900982', sms: true }, right({ email, phone: number })],
    [
      'an unticked number keeps the form open, and it is said at the box',
      { email, phone: '07700 900982' },
      wrong({ sms: { code: 'untickedNumber' } }),
    ],
    ['a tick without a number asks for the number', { email, sms: true }, wrong({ phone: { code: 'empty' } })],
    [
      'an impossible number is refused, ticked or not',
      { email, phone: '123' },
      wrong({ phone: { code: 'impossible' } }),
    ],
    [
      'the number does not make up for the email',
      { phone: '07700 900982', sms: true },
      wrong({ email: { code: 'empty' } }),
    ],
    [
      'an impossible email is refused',
      { email: 'penny@example', phone: '07700 900982', sms: true },
      wrong({ email: { code: 'impossible' } }),
    ],
    [
      'everything wrong is said at once',
      { phone: '123' },
      wrong({ email: { code: 'empty' }, phone: { code: 'impossible' } }),
    ],
  ])('is checked: %s', (_title, typed, result) => {
    expect(check('email+phone', typed)).toEqual(result);
  });

  test.each<[string, Typed]>([
    ['unticked', { email, phone: '07700 900982' }],
    ['ticked', { email, phone: '07700 900982', sms: true }],
    ['impossible', { email, phone: '123' }],
    ['ticked and missing', { email, sms: true }],
  ])('leaves a number out after “Sign up without texts” that is %s', (_how, typed) => {
    expect(check('email+phone', typed, { isWithoutTexts: true })).toEqual(right({ email }));
  });
});

describe('a form that asks for consent for the number that the page knows', () => {
  const options = { pageNumber: '07700 900982' };

  test.each<[string, Typed, Partial<CheckOptions>, object]>([
    ['the tick is all that is asked', { sms: true }, options, right({ phone: number })],
    ['without the tick nothing goes', {}, options, wrong({ sms: { code: 'unticked' } })],
    ['what was typed before does not count', { phone: '123', sms: true }, options, right({ phone: number })],
    [
      'a number that looks unlikely is the login’s own word',
      { sms: true },
      { pageNumber: 'looks odd' },
      right({ phone: '+447700900111' }),
    ],
    ['without a number there is nothing to agree to', { sms: true }, {}, wrong({ phone: { code: 'empty' } })],
  ])('is checked: %s', (_title, typed, given, result) => {
    expect(check('consent', typed, given)).toEqual(result);
  });
});

describe('a form with a box for email of its own', () => {
  const options = { hasEmailBox: true };

  test.each<[string, Ask, Typed, Partial<CheckOptions>, object]>([
    [
      'unticked, and nothing else is subscribed: said at the box',
      'email',
      { email },
      {},
      wrong({ emailConsent: { code: 'unticked' } }),
    ],
    ['ticked: the email goes', 'email', { email, mails: true }, {}, right({ email })],
    [
      'unticked beside texts: the email goes as an identifier',
      'email+phone',
      { email, phone: '07700 900982', sms: true },
      {},
      right({ email, phone: number }),
    ],
    [
      'unticked without texts: said at the box',
      'email+phone',
      { email, phone: '07700 900982', sms: true },
      { isWithoutTexts: true },
      wrong({ emailConsent: { code: 'unticked' } }),
    ],
    [
      'a problem with the number comes first',
      'email+phone',
      { email, phone: '07700 900982' },
      {},
      wrong({ sms: { code: 'untickedNumber' } }),
    ],
    ['is not asked for where no email is', 'phone', { phone: '07700 900982', sms: true }, {}, right({ phone: number })],
  ])('is checked: %s', (_title, ask, typed, given, result) => {
    expect(check(ask, typed, { ...options, ...given })).toEqual(result);
  });
});

describe('a form in two steps', () => {
  const opened = openingState({ ask: 'email+phone', reason: 'unknown' }, undefined, email, { isInSteps: true });
  const press = (state: FlowState, isWithoutTexts = false) =>
    checkForm(state, phone, {
      shown: shownFields(state),
      isWithoutTexts,
      hasEmailBox: false,
      country: 'GB',
      pageNumber: undefined,
    });
  const second = (phoneTyped: string, isTicked: boolean): FlowState => ({
    ...opened,
    first: { id: '1', email, shown: [], panel: { kind: 'waiting' } },
    entered: { ...opened.entered, phone: phoneTyped, ticks: isTicked ? { sms: at } : {} },
  });

  test('gives the email alone in its first step', () => {
    expect(press(opened)).toEqual(right({ email }));
  });

  test('gives both in its second step, which is complete by itself', () => {
    expect(press(second('07700 900982', true))).toEqual(right({ email, phone: number }));
  });

  test('needs a number and its tick in its second step', () => {
    expect(press(second('', false))).toEqual(wrong({ phone: { code: 'empty' } }));
    expect(press(second('07700 900982', false))).toEqual(wrong({ sms: { code: 'unticked' } }));
  });
});

describe('a number that looks unlikely', () => {
  const press = (state: FlowState) => {
    const shown = shownFields(state);
    const options = { shown, isWithoutTexts: false, hasEmailBox: false, country: 'GB', pageNumber: undefined };
    const result = checkForm(state, phone, options);
    return result.kind === 'wrong' ? reduce(state, { type: 'wrong', ...result }) : result.checked;
  };
  const first = stateOf('phone', { phone: 'looks odd', sms: true });

  test('is questioned once, and accepted when the button is pressed again', () => {
    const asked = press(first) as FlowState;
    expect(asked.problems).toEqual({ phone: { code: 'unlikely' } });
    expect(press(asked)).toEqual({ phone: '+447700900111' });
  });

  test('is questioned again when another one is typed', () => {
    const asked = press(first) as FlowState;
    const other = reduce(asked, { type: 'typed', field: 'phone', text: 'looks odd too' });
    expect(press(other)).toMatchObject({ problems: { phone: { code: 'unlikely' } } });
  });

  test('is not ticked by confirming it', () => {
    const asked = press(stateOf('phone', { phone: 'looks odd' })) as FlowState;
    expect(press(asked)).toMatchObject({ problems: { sms: { code: 'unticked' } } });
  });
});

test('a phone is never sent without its own tick, whatever is asked, typed and ticked', () => {
  const asks: readonly Ask[] = ['phone', 'email', 'email+phone', 'consent'];
  const flags = [true, false];
  let passed = 0;
  for (const ask of asks)
    for (const typed of Object.keys(numbers))
      for (const confirmed of ['+447700900111', undefined])
        for (const sms of flags)
          for (const mails of flags)
            for (const isWithoutTexts of flags)
              for (const hasEmailBox of flags) {
                const entered = stateOf(ask, { email, phone: typed, sms, mails });
                const state = confirmed ? { ...entered, confirmedNumber: confirmed } : entered;
                const result = checkForm(state, phone, {
                  shown: shownFields(state),
                  isWithoutTexts,
                  hasEmailBox,
                  country: 'GB',
                  pageNumber: typed,
                });
                if (result.kind === 'wrong') continue;
                passed += 1;
                if (!sms || isWithoutTexts || ask === 'email') expect(result.checked.phone).toBeUndefined();
              }
  expect(passed).toBeGreaterThan(50);
});
