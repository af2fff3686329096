import { describe, expect, test } from 'vitest';
import type { Answer, RawAnswer } from './answer.ts';
import { readAnswer } from './readAnswer.ts';

const now = Date.UTC(2026, 0, 31, 12);

function read(status: number, body?: unknown, retryAfter: string | null = null): Answer {
  return readAnswer({ status, body, retryAfter }, now);
}

const errors = [{ field: 'contact.phone', code: 'phone.impossible', message: 'This is not a phone number.' }];

describe('an answer is read by the protocol’s table', () => {
  test.each<[string, Partial<RawAnswer>, Answer]>([
    ['a bare 2xx is taken, and says nothing more', { status: 202 }, { kind: 'taken', receipt: { outcome: 'unknown' } }],
    [
      '2xx with a receipt is taken as far as it says',
      { status: 201, body: { outcome: 'linked', subscribed: { sms: true }, hint: 'p•••@example.com' } },
      {
        kind: 'taken',
        receipt: { outcome: 'linked', subscribed: { email: false, sms: true }, hint: 'p•••@example.com' },
      },
    ],
    ['400 with errors is shown at the fields', { status: 400, body: { errors } }, { kind: 'invalid', errors }],
    ['422 with errors as well', { status: 422, body: { title: 'Wrong', errors } }, { kind: 'invalid', errors }],
    [
      '409 asks again with the email',
      { status: 409, body: { ask: 'email+phone' } },
      { kind: 'ask-again', ask: 'email+phone' },
    ],
    ['410 pauses for so long', { status: 410, body: { pause: 3600 } }, { kind: 'pause', seconds: 3600 }],
    ['429 is tried again when it says', { status: 429, retryAfter: '30' }, { kind: 'retry', after: 30 }],
    ['503 is tried again when it says', { status: 503, retryAfter: '30' }, { kind: 'retry', after: 30 }],
    ['any other 5xx is tried again', { status: 500 }, { kind: 'retry' }],
    ['a gateway’s page is tried again', { status: 502, body: undefined }, { kind: 'retry' }],
    ['a page with status 200 is no answer', { status: 200, isDocument: true }, { kind: 'retry', isOdd: true }],
    ['400 without errors is an error', { status: 400, body: { errors: [] } }, { kind: 'error', status: 400 }],
    ['404 is an error', { status: 404 }, { kind: 'error', status: 404 }],
    ['413 is an error', { status: 413 }, { kind: 'error', status: 413 }],
    ['a redirect that was not followed is an error', { status: 304 }, { kind: 'error', status: 304 }],
  ])('so that %s', (_title, { status = 0, retryAfter = null, body, ...more }, answer) => {
    expect(readAnswer({ status, body, retryAfter, ...more }, now)).toEqual(answer);
  });
});

describe('Retry-After', () => {
  test.each<[string, string, number | undefined]>([
    ['seconds', '120', 120],
    ['seconds with spaces around', ' 120 ', 120],
    ['a date', 'Sat, 31 Jan 2026 12:01:30 GMT', 90],
    ['a date gone by is at once', 'Sat, 31 Jan 2026 11:00:00 GMT', 0],
    ['a year is cut to a day', '31536000', 86_400],
    ['a far date is cut to a day', 'Sun, 31 Jan 2027 12:00:00 GMT', 86_400],
    ['words say nothing', 'soon', undefined],
    ['an empty header says nothing', '', undefined],
  ])('is read correctly: %s', (_form, header, after) => {
    expect(read(503, undefined, header)).toEqual(after === undefined ? { kind: 'retry' } : { kind: 'retry', after });
  });
});

describe('a receipt', () => {
  const receiptOf = (body: unknown) => {
    const answer = read(200, body);
    return answer.kind === 'taken' ? answer.receipt : answer;
  };

  test.each([true, false, 'true', 1, null])('is on file (%o) only where it says so with true', (onFile) => {
    const known = { outcome: 'linked', onFile: true };
    expect(receiptOf({ outcome: 'linked', onFile })).toEqual(onFile === true ? known : { outcome: 'linked' });
  });

  test('is read completely', () => {
    const receipt = {
      outcome: 'pending',
      identity: 'eyJ.eyJ.c2ln',
      subscribed: { email: true, sms: false },
      optIn: { email: 'double', sms: 'single' },
      coupon: { code: 'HELLO10', text: 'Ten per cent off' },
      next: 'verify',
      hint: 'p•••@example.com',
    };
    expect(receiptOf({ ...receipt, further: 'field' })).toEqual(receipt);
  });

  test.each<[string, object, object]>([
    ['an outcome that nobody knows claims nothing', { outcome: 'joined' }, {}],
    ['only true is subscribed', { subscribed: { email: 'yes', sms: 1 } }, { subscribed: { email: false, sms: false } }],
    ['an overlong identity is none', { identity: 'x'.repeat(1025) }, {}],
    ['an empty identity is none', { identity: '' }, {}],
    ['an identity with a space is none', { identity: 'a b' }, {}],
    ['an identity with a line break is none', { identity: 'token\n' }, {}],
    ['an identity in another alphabet is none', { identity: 'пенни' }, {}],
    ['an identity that is a number is none', { identity: 42 }, {}],
    ['an identity that is a list is none', { identity: ['token'] }, {}],
    ['an identity of any printable ASCII is taken', { identity: '!~"%;,' }, { identity: '!~"%;,' }],
    ['an identity may have 1024 characters', { identity: 'x'.repeat(1024) }, { identity: 'x'.repeat(1024) }],
    ['a coupon without a code is none', { coupon: { text: 'Ten per cent off' } }, {}],
    ['an opt-in of another kind is none', { optIn: { email: 'triple', sms: 'single' } }, { optIn: { sms: 'single' } }],
    ['a next step that nobody knows is none', { next: 'pay' }, {}],
  ])('is read safely: %s', (_title, body, receipt) => {
    expect(receiptOf(body)).toEqual({ outcome: 'unknown', ...receipt });
  });
});

describe('a pause', () => {
  test.each<[unknown, number]>([
    [undefined, 86_400],
    ['3600', 86_400],
    [-1, 86_400],
    [Number.NaN, 86_400],
    [0, 0],
    [1e12, 30 * 86_400],
  ])('of %s lasts %i seconds', (pause, seconds) => {
    expect(read(410, { pause })).toEqual({ kind: 'pause', seconds });
  });
});

describe('errors', () => {
  test('without a field or code are left out, and so is a message that is no text', () => {
    const given = [
      null,
      'phone',
      { field: 'contact' },
      { code: 'x' },
      { field: 'contact.email', code: 'taken', message: 7 },
    ];
    expect(read(422, { errors: given })).toEqual({
      kind: 'invalid',
      errors: [{ field: 'contact.email', code: 'taken' }],
    });
  });

  test('are limited to as many as a form can show', () => {
    const answer = read(422, { errors: Array.from({ length: 500 }, () => errors[0]) });
    expect(answer.kind === 'invalid' && answer.errors.length).toBe(20);
  });
});

test('a body of any shape is handled, whatever the status', () => {
  const shapes: readonly unknown[] = [
    undefined,
    null,
    true,
    0,
    'a text',
    [],
    [[null]],
    { errors: 'none' },
    { errors: { 0: {} } },
    { subscribed: null, optIn: 3, coupon: 'CODE', identity: {}, hint: [], outcome: {}, next: null, pause: {} },
    Object.create(null),
  ];
  const kinds = new Map([
    [200, 'taken'],
    [400, 'error'],
    [409, 'ask-again'],
    [410, 'pause'],
    [418, 'error'],
    [422, 'error'],
    [503, 'retry'],
  ]);
  for (const [status, kind] of kinds) for (const body of shapes) expect(read(status, body).kind).toBe(kind);
});
