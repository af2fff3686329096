import { describe, expect, test } from 'vitest';
import { tickedAt } from './tickedAt.ts';
import { timeErrors, usualClock } from './timeErrors.ts';

const now = Date.parse('2026-02-01T12:00:00.000Z');
const minute = 60_000;
const day = 24 * 60 * minute;
const iso = (at: number) => new Date(at).toISOString();
const consent = (checkedAt: string) => ({ checkedAt }) as Parameters<typeof timeErrors>[0]['consents'][number];
const errorsOf = (said: { createdAt?: string; sentAt?: string; checkedAt?: string }) =>
  timeErrors(
    {
      createdAt: said.createdAt ?? iso(now),
      ...(said.sentAt === undefined ? {} : { sentAt: said.sentAt }),
      consents: [consent(said.checkedAt ?? iso(now))],
    },
    now,
    usualClock,
  ).map(({ field, code }) => `${field} ${code}`);

describe('a time that cannot be is not named by its field', () => {
  test.each([
    ['a day and more ahead', iso(now + day + 1), 'future'],
    ['older than a browser keeps anything', iso(now - 30 * day - 1), 'past'],
    ['25 o’clock', '2026-02-01T25:00:00.000Z', 'none'],
    ['30 February', '2026-02-30T12:00:00.000Z', 'none'],
  ])('%s', (_what, at, code) => {
    expect(errorsOf({ createdAt: at })).toEqual([`createdAt time.${code}`]);
    expect(errorsOf({ sentAt: at })).toEqual([`sentAt time.${code}`]);
    expect(errorsOf({ checkedAt: at })).toEqual([`consents consent.${code}`]);
  });
});

test('a clock that is off by less than a day, or a page that was left open for weeks, is refused', () => {
  for (const at of [now + day, now - 30 * day, now]) {
    expect(errorsOf({ createdAt: iso(at), sentAt: iso(at), checkedAt: iso(at) })).toEqual([]);
  }
});

describe('when a box was ticked is reckoned wrongly', () => {
  const ticked = (checked: number, sent?: number) =>
    tickedAt({ checkedAt: iso(checked) }, sent === undefined ? {} : { sentAt: iso(sent) }, now);

  test.each([
    ['by a clock an hour fast', now + 50 * minute, now + 60 * minute, now - 10 * minute],
    ['by a clock an hour slow', now - 70 * minute, now - 60 * minute, now - 10 * minute],
    ['after a slow network, which is no slow clock', now - 10 * minute, now - 20_000, now - 10 * minute],
    ['by a clock that does not say when it sent, later than it came in', now + minute, undefined, now],
    ['after it was sent, by its own clock', now + minute, now, now],
  ])('%s', (_what, checked, sent, right) => {
    expect(ticked(checked, sent)).toBe(right);
  });
});
