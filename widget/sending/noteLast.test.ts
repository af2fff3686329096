import { describe, expect, test } from 'vitest';
import type { Delivered } from '../core/submission/delivery.ts';
import { idOf, sessionOf, submissionOf } from '../test/fixtures.ts';
import { noteLast } from './noteLast.ts';

const noted = (answer: Delivered) => {
  const context = sessionOf({});
  noteLast(context, submissionOf({ id: idOf(7) }), answer);
  return context.last;
};

describe('the outcome of the last submission is recorded', () => {
  test.each(['linked', 'accepted', 'pending', 'unknown'] as const)('as the receipt’s outcome: %s', (outcome) => {
    const receipt = { outcome, coupon: { code: 'HELLO10' } };
    expect(noted({ kind: 'taken', receipt })).toEqual({
      submission: submissionOf({ id: idOf(7) }),
      receipt,
      result: outcome,
    });
  });

  test.each<Delivered>([
    { kind: 'waiting' },
    { kind: 'invalid', errors: [] },
    { kind: 'ask-again', ask: 'email+phone' },
    { kind: 'pause', seconds: 60 },
    { kind: 'error', status: 404 },
  ])('as the kind of answer where nothing was accepted: $kind', (answer) => {
    expect(noted(answer)).toEqual({
      submission: submissionOf({ id: idOf(7) }),
      receipt: undefined,
      result: answer.kind,
    });
  });
});

test('and the last one counts', () => {
  const context = sessionOf({});
  noteLast(context, submissionOf({ id: idOf(1) }), { kind: 'ask-again', ask: 'email+phone' });
  noteLast(context, submissionOf({ id: idOf(2) }), { kind: 'waiting' });
  expect(context.last).toMatchObject({ submission: { id: idOf(2) }, result: 'waiting' });
});
