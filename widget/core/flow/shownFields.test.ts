import { describe, expect, test } from 'vitest';
import type { Ask } from '../ask/reasons.ts';
import { shownFields } from './shownFields.ts';
import { type FlowState, openingState } from './state.ts';

const opened = (ask: Ask, isInSteps = false): FlowState =>
  openingState({ ask, reason: 'unknown' }, undefined, '', { isInSteps });

const first: NonNullable<FlowState['first']> = {
  id: '019c0000-0000-7000-8000-000000000001',
  email: 'penny@example.com',
  shown: [],
  panel: { kind: 'waiting' },
};

describe('the shown fields', () => {
  test.each<[Ask, object]>([
    ['email+phone', { email: true, phone: true, sms: true, isPhoneOptional: true }],
    ['email', { email: true, phone: false, sms: false, isPhoneOptional: false }],
    ['phone', { email: false, phone: true, sms: true, isPhoneOptional: false }],
    ['consent', { email: false, phone: false, sms: true, isPhoneOptional: false }],
  ])('are as expected for %s', (ask, shown) => {
    expect(shownFields(opened(ask))).toEqual(shown);
  });

  test('are the email alone in the first of two steps', () => {
    expect(shownFields(opened('email+phone', true))).toMatchObject({ email: true, phone: false, sms: false, step: 1 });
  });

  test('are the number in the second step, where it is required because the step can be skipped', () => {
    expect(shownFields({ ...opened('email+phone', true), first })).toMatchObject({
      email: false,
      phone: true,
      sms: true,
      isPhoneOptional: false,
      step: 2,
    });
  });

  test.each<Ask>(['email', 'phone', 'consent'])('have no steps when one thing is asked for: %s', (ask) => {
    expect(shownFields(opened(ask, true))).toEqual(shownFields(opened(ask)));
  });

  test('are both fields for a visitor who is asked again, even after a first step', () => {
    for (const state of [opened('email+phone', true), { ...opened('email+phone', true), first }]) {
      expect(shownFields({ ...state, isAskedAgain: true })).toEqual(shownFields(opened('email+phone')));
    }
  });
});
