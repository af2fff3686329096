import { expect, test } from 'vitest';
import { textsOf } from '../test/textsOf.ts';
import { en } from './strings.ts';

const slots: Readonly<Record<string, readonly string[]>> = {
  'heading.phone': ['brand'],
  'heading.email': ['brand'],
  'heading.email+phone': ['brand'],
  'heading.consent': ['brand'],
  namedEmail: ['hint'],
  numberUnderstood: ['number'],
  meant: ['meant'],
  phoneImpossible: ['example'],
  phoneLacksArea: ['example'],
  phoneUnlikely: ['number'],
  step: ['n', 'total'],
  codeBody: ['number'],
  'codeResendIn.one': ['n'],
  'codeResendIn.other': ['n'],
  teaser: ['brand'],
  arrived: ['heading'],
  fieldEmpty: ['label'],
};

test.each(textsOf(en))('%s has the slots that are filled, and no other', (path, text) => {
  expect(text.trim()).not.toBe('');
  expect([...text.matchAll(/\{(\w+)\}|[{}]/g)].map(([, name]) => name)).toEqual(slots[path] ?? []);
});

test('the strings equal those that the design promises', () => {
  const { email, phone, signUp, withoutTexts, close, notYou } = en;
  expect({ email, phone, signUp, withoutTexts, close, notYou }).toEqual({
    email: 'Email',
    phone: 'Mobile number',
    signUp: 'Sign up',
    withoutTexts: 'Sign up without texts',
    close: 'Close',
    notYou: 'Not you?',
  });
});

test('an unconfirmed result is not called done', () => {
  expect(en.success).toMatch(/signed up/);
  for (const text of [en.successPending, en.successUnknown, en.waiting, en.waitingHere]) {
    expect(text).not.toMatch(/you’re (already )?signed up/);
  }
});

test('the heading of a result claims no more than is known', () => {
  const { success, waiting, failed, subscribed } = en.resultHeading;
  for (const text of [waiting, failed]) expect(text).not.toMatch(/thank|done|signed up/i);
  expect(new Set([success, waiting, failed, subscribed]).size).toBe(4);
});
