import { describe, expect, test } from 'vitest';
import type { Ask } from '../ask/reasons.ts';
import { type FlowEvent, reduce } from './reducer.ts';
import { type FlowState, openingState } from './state.ts';

const at = '2026-01-31T12:00:00.000Z';
const follows = '019c0000-0000-7000-8000-000000000001';

function opened(ask: Ask = 'email+phone'): FlowState {
  return openingState({ ask, reason: 'unknown' }, undefined, '');
}

const asked = (ask: Ask, more: object = {}): FlowEvent => ({
  type: 'asked',
  decision: { ask, reason: 'unknown' },
  named: undefined,
  ...more,
});

/** Somebody has filled the form in. */
const filled: FlowState = [
  { type: 'typed', field: 'email', text: 'penny@example.com' },
  { type: 'typed', field: 'phone', text: '07700 900982' },
  { type: 'ticked', channel: 'sms', at },
  { type: 'ticked', channel: 'email', at },
].reduce((state, event) => reduce(state, event as FlowEvent), opened());

/** Everything that happens to a form besides typing. */
const happenings: readonly [string, FlowEvent][] = [
  ['a problem is found', { type: 'wrong', problems: { phone: { code: 'impossible' } } }],
  ['it is sent', { type: 'sending' }],
  ['the host stops it', { type: 'stopped' }],
  ['the collector cannot link it', asked('email+phone', { follows })],
  ['less is asked for', asked('phone')],
  ['the number on file is asked about', asked('consent')],
  ['it is refused as somebody else’s', asked('email+phone', { named: { isRefusable: true } })],
  ['it is done', { type: 'done', panel: { kind: 'waiting' } }],
];

describe('nothing typed is lost', () => {
  test.each(happenings)('when %s', (_what, event) => {
    const { email, phone } = reduce(filled, event).entered;
    expect({ email, phone }).toEqual({ email: 'penny@example.com', phone: '07700 900982' });
  });

  test('when all of it happens, one after the other', () => {
    const state = happenings.reduce((s, [, event]) => reduce(s, event), filled);
    expect(state.entered).toMatchObject({ email: 'penny@example.com', phone: '07700 900982' });
  });
});

describe('a tick belongs to the text that it was given for', () => {
  test.each<[from: Ask, to: Ask, isKept: boolean]>([
    ['phone', 'email+phone', true],
    ['email+phone', 'phone', true],
    ['email', 'email+phone', true],
    ['consent', 'phone', false],
    ['consent', 'email+phone', false],
    ['phone', 'consent', false],
  ])('from %s to %s: it is kept: %s', (from, to, isKept) => {
    const state = reduce({ ...filled, decision: { ask: from, reason: 'unknown' } }, asked(to));
    expect(state.entered.ticks).toEqual(isKept ? { sms: at, email: at } : {});
  });

  test('and stays after a 409, which shows the same text again', () => {
    const state = reduce(
      reduce({ ...filled, decision: { ask: 'phone', reason: 'unknown' } }, { type: 'sending' }),
      asked('email+phone', { follows }),
    );
    expect(state).toMatchObject({ follows, isAskedAgain: true, entered: { ticks: { sms: at } } });
  });

  test('and unticking takes back that channel alone', () => {
    const state = reduce(filled, { type: 'ticked', channel: 'sms', at: undefined });
    expect(state.entered.ticks).toEqual({ email: at });
  });
});

describe('an error disappears where it is corrected', () => {
  const broken: FlowState = {
    ...filled,
    problems: {
      email: { code: 'impossible' },
      phone: { code: 'impossible' },
      sms: { code: 'unticked' },
      emailConsent: { code: 'unticked' },
    },
  };

  test.each<[string, FlowEvent, string[]]>([
    ['typing an email', { type: 'typed', field: 'email', text: 'penny@example.com' }, ['phone', 'sms']],
    // It stays said until it can be right; whether a number can is for the phone rules, where it is shown.
    ['typing half an email', { type: 'typed', field: 'email', text: 'penny@exa' }, ['email', 'phone', 'sms']],
    ['typing a number', { type: 'typed', field: 'phone', text: '0' }, ['email', 'phone', 'emailConsent']],
    // Texts alone are enough of a sign-up, so their tick may settle the email box as well.
    ['ticking a box', { type: 'ticked', channel: 'sms', at }, ['email', 'phone']],
    ['sending', { type: 'sending' }, []],
  ])('%s', (_what, event, left) => {
    expect(Object.keys(reduce(broken, event).problems)).toEqual(left);
  });
});

describe('a number that was confirmed as it is', () => {
  const unlikely: FlowEvent = { type: 'wrong', problems: { phone: { code: 'unlikely' } }, unlikely: '+447700900111' };

  test('stays confirmed while the form is asked again', () => {
    expect(reduce(reduce(filled, unlikely), asked('phone')).confirmedNumber).toBe('+447700900111');
  });

  test('has to be confirmed again when another problem is found', () => {
    const state = reduce(reduce(filled, unlikely), { type: 'wrong', problems: { phone: { code: 'impossible' } } });
    expect(state.confirmedNumber).toBeUndefined();
  });
});

describe('every state can be left', () => {
  const sending = reduce(filled, { type: 'sending' });

  test.each(happenings.filter(([, { type }]) => type !== 'sending'))('sending ends when %s', (_what, event) => {
    expect(sending.isSending).toBe(true);
    expect(reduce(sending, event).isSending).toBe(false);
  });

  test('a waiting panel is replaced by the outcome', () => {
    const waiting = reduce(sending, { type: 'done', panel: { kind: 'waiting' } });
    const done = reduce(waiting, { type: 'done', panel: { kind: 'success', receipt: { outcome: 'linked' } } });
    expect(done.panel).toEqual({ kind: 'success', receipt: { outcome: 'linked' } });
  });

  test('the reference to an earlier attempt is dropped once something else is asked', () => {
    const again = reduce(sending, asked('email+phone', { follows }));
    const state = reduce(again, asked('email+phone'));
    expect([state.follows, state.isAskedAgain]).toEqual([undefined, false]);
  });
});

test('a state is never changed in place', () => {
  const before = structuredClone(filled);
  for (const [, event] of happenings) reduce(filled, event);
  reduce(filled, { type: 'ticked', channel: 'sms', at: undefined });
  reduce(filled, { type: 'typed', field: 'email', text: '' });
  expect(filled).toEqual(before);
});
