import { expect, test } from 'vitest';
import type { Ask } from '../ask/reasons.ts';
import { openingState } from './state.ts';

test.each<Ask>(['phone', 'email', 'email+phone', 'consent', 'nothing'])(
  'no box is ticked at the start when asked for %s',
  (ask) => {
    expect(openingState({ ask, reason: 'unknown' }, undefined, 'penny@example.com').entered.ticks).toEqual({});
  },
);

test('the email that the page knows is in its field, and the form says whom it is for', () => {
  const named = { hint: 'p•••@example.com', isRefusable: true };
  const state = openingState({ ask: 'phone', reason: 'known-needs-phone' }, named, 'penny@example.com');
  expect(state).toMatchObject({ named, entered: { email: 'penny@example.com', phone: '' }, isSending: false });
  expect(state.panel).toBeUndefined();
});

test('a popup that the host opens with nothing to ask says that the visitor is signed up', () => {
  expect(openingState({ ask: 'nothing', reason: 'already-subscribed' }, undefined, '').panel).toEqual({
    kind: 'subscribed',
  });
});
