import { describe, expect, test } from 'vitest';
import type { Bag } from './choice.ts';
import { askTable } from './rules.ts';
import { placeholders } from './templates.ts';
import { verdictsOf } from './visits.ts';

const asked = (options: Bag) =>
  Object.fromEntries(
    verdictsOf({ ...placeholders, ...options }).map(({ reason, ask, decidedBy }) => [reason, { ask, decidedBy }]),
  );

describe('each visitor of the ask table', () => {
  test.each(askTable.map(({ reason }) => reason))('is decided by its own row: %s', (reason) => {
    const options = reason === 'policy-always-email' ? { ask: 'always-email' } : {};
    expect(asked(options)[reason]?.decidedBy).toBe(reason);
  });

  test('is asked what the options say', () => {
    expect(asked({ collect: 'email' }).unknown?.ask).toBe('email');
    expect(asked({ collect: 'phone' }).unknown?.ask).toBe('email+phone');
    expect(asked({ collect: 'phone', allowPhoneOnly: true }).unknown?.ask).toBe('phone');
    expect(asked({ ask: 'always-email' })['known-needs-phone']).toEqual({
      ask: 'email+phone',
      decidedBy: 'policy-always-email',
    });
  });

  test('is asked nothing where something is missing without which there is no popup', () => {
    expect(new Set(Object.values(asked({ brand: '' })).map(({ ask }) => ask))).toEqual(new Set(['nothing']));
    expect(asked({ region: 'ca' }).unknown?.decidedBy).toBe('misconfigured');
  });

  test('is known by no link that the place of the sign-ups cannot link by', () => {
    const adapter = { collector: undefined, to: 'klaviyo', klaviyoCompany: 'AbC123', klaviyoEmailList: 'x' };
    expect(asked(adapter)['known-needs-phone']?.decidedBy).toBe('unlinkable');
    expect(asked({ ...adapter, identify: ['klaviyo'] })['known-needs-phone']?.decidedBy).toBe('known-needs-phone');
  });
});
