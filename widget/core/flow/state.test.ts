import { expect, test } from 'vitest';
import type { Ask } from '../ask/reasons.ts';
import { openingState } from './state.ts';

test.each<Ask>(['phone', 'email', 'email+phone', 'consent', 'nothing'])(
  'asked for %s, no box is ticked beforehand',
  (ask) => {
    expect(openingState({ ask, reason: 'unknown' }, undefined, 'penny@example.com').entered.ticks).toEqual({});
  },
);

test('the email that the page knows stands in its field, and whom it is for is said', () => {
  const named = { hint: 'p•••@example.com', isRefusable: true };
  const state = openingState({ ask: 'phone', reason: 'known-needs-phone' }, named, 'penny@example.com');
  expect(state).toMatchObject({ named, entered: { email: 'penny@example.com', phone: '' }, isSending: false });
  expect(state.panel).toBeUndefined();
});

test('opened by the host with nothing to ask, it says that you are signed up', () => {
  expect(openingState({ ask: 'nothing', reason: 'already-subscribed' }, undefined, '').panel).toEqual({
    kind: 'subscribed',
  });
});
