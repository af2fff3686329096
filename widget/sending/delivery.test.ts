import { describe, expect, test, vi } from 'vitest';
import type { Post } from '../core/ports.ts';
import { mostTries } from '../core/submission/retry.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { DeliveryPage, url } from '../test/delivery.ts';
import { consentOf, idOf, phone } from '../test/fixtures.ts';
import type { MemoryAnswer } from '../test/memoryPlatform.ts';
import { settled } from '../test/memoryPlatform.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const hour = 3_600_000;
const down: MemoryAnswer = { status: 503 };

/** An answer that comes when the test says so. */
function held() {
  let give: (answer: MemoryAnswer) => void = () => {};
  const answer = new Promise<MemoryAnswer>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

describe('a submission is kept until it is acknowledged', () => {
  test('so it is stored before it is posted, and deleted when the answer has come', async () => {
    const { answer, give } = held();
    const page = new DeliveryPage({ answers: [answer] });
    const sent = page.send(1);
    expect([page.kept, page.posted]).toEqual([[1], [1]]);
    give({ status: 201, body: { outcome: 'linked' } });
    expect(await sent).toEqual({ kind: 'taken', receipt: { outcome: 'linked' } });
    expect(page.kept).toEqual([]);
    expect(page.platform.local.entries.size).toBe(0);
  });

  test.each<[string, MemoryAnswer]>([
    ['the network fails', 'unreachable'],
    ['the collector is down', { status: 503 }],
    ['the collector breaks', { status: 500 }],
    ['there are too many', { status: 429, retryAfter: '1' }],
  ])(
    'so when %s it stays, and a later try delivers the same, marked as sent in the background',
    async (_what, answer) => {
      const page = new DeliveryPage({ answers: [answer] });
      expect(await page.send(1)).toEqual({ kind: 'waiting' });
      expect([page.kept, page.late]).toEqual([[1], []]);
      await page.platform.advance(2_000);
      expect([page.kept, page.late]).toEqual([[], [[idOf(1), 'taken']]]);
      const [first, second] = page.collector.requests;
      const [awaited, late] = page.collector.bodies<Submission>();
      expect(late).toEqual({ ...awaited, widget: { ...awaited?.widget, unattended: true } });
      expect({ ...second, body: '' }).toEqual({ ...first, body: '' });
    },
  );

  test.each<[string, MemoryAnswer, string]>([
    ['422', { status: 422, body: { errors: [{ field: 'contact.phone', code: 'x' }] } }, 'invalid'],
    ['409', { status: 409 }, 'ask-again'],
    ['410', { status: 410, body: { pause: 60 } }, 'pause'],
    ['404', { status: 404 }, 'error'],
  ])('and a %s acknowledges it, so nothing is kept or retried', async (_status, answer, kind) => {
    const page = new DeliveryPage({ answers: [answer] });
    expect((await page.send(1)).kind).toBe(kind);
    await page.platform.advance(hour);
    expect([page.kept, page.posted, page.platform.timers]).toEqual([[], [1], 0]);
  });

  test('and memory is updated before anybody is told', async () => {
    const page = new DeliveryPage({ answers: [{ body: { outcome: 'linked', subscribed: { sms: true } } }] });
    await page.send(1, { contact: { phone }, consents: [consentOf()] });
    expect(page.runtime.memory().acknowledged.subscribed.sms).toBe(true);
  });
});

describe('an acknowledged submission is not posted again', () => {
  const failing = () => Promise.reject(new Error('no digest on this page'));

  test('though its memory cannot be computed', async () => {
    const page = new DeliveryPage({ answers: [{ body: { outcome: 'linked' } }], acknowledge: failing });
    expect(await page.send(1, { contact: { phone }, consents: [consentOf()] })).toEqual({
      kind: 'taken',
      receipt: { outcome: 'linked' },
    });
    await page.platform.advance(hour);
    expect([page.kept, page.posted, page.platform.timers]).toEqual([[], [1], 0]);
  });

  test('though memory cannot be written', async () => {
    const page = new DeliveryPage({ acknowledge: () => Promise.reject(new Error('no cookies on this page')) });
    expect((await page.send(1)).kind).toBe('taken');
    expect(page.kept).toEqual([]);
  });

  test('nor is a refused one, though that cannot be remembered', async () => {
    const page = new DeliveryPage({ answers: [{ status: 409 }], acknowledge: failing });
    expect((await page.send(1)).kind).toBe('ask-again');
    await page.platform.advance(hour);
    expect([page.kept, page.posted]).toEqual([[], [1]]);
  });

  test('when it was kept and is acknowledged late, and the next one follows', async () => {
    const earlier = new DeliveryPage({ answers: [down, down] });
    for (const serial of [1, 2]) await earlier.send(serial, { contact: { phone }, consents: [consentOf()] });
    earlier.delivery.stop();
    const page = new DeliveryPage({ browser: earlier.platform, acknowledge: failing });
    page.delivery.flush();
    await settled();
    expect([page.posted, page.kept]).toEqual([[1, 2], []]);
    expect(page.late.map(([, kind]) => kind)).toEqual(['taken', 'taken']);
  });
});

describe('what sends again', () => {
  test('is not fetched for a submission that is delivered at once, nor where nothing is kept', async () => {
    const page = new DeliveryPage();
    await page.send(1);
    await page.send(2);
    page.delivery.flush();
    await page.platform.wake();
    expect([page.posted, page.fetched]).toEqual([[1, 2], 0]);
  });

  test('is fetched once for what failed, and for what comes behind it', async () => {
    const page = new DeliveryPage({ answers: [down] });
    await page.send(1);
    await page.send(2);
    await page.platform.advance(1_000);
    expect([page.posted, page.kept, page.fetched]).toEqual([[1, 1, 2], [], 1]);
  });

  test('waits for what is on its way, so that a second submission does not overtake it', async () => {
    const { answer, give } = held();
    const page = new DeliveryPage({ answers: [answer] });
    void page.send(1);
    const second = page.send(2);
    await settled();
    expect(page.posted).toEqual([1]);
    give({});
    expect([(await second).kind, page.posted]).toEqual(['taken', [1, 2]]);
  });

  test('loses nothing where it cannot be fetched: the page sends its own when the network is back, and after a while', async () => {
    const page = new DeliveryPage({ answers: ['unreachable', 'unreachable'], lacksQueue: true });
    expect(await page.send(1)).toEqual({ kind: 'waiting' });
    await page.platform.wake();
    expect([page.posted, page.kept]).toEqual([[1, 1], [1]]);
    await page.platform.advance(15_000);
    expect([page.posted, page.kept, page.late]).toEqual([[1, 1, 1], [], [[idOf(1), 'taken']]]);
    expect(page.platform.timers).toBe(0);
  });

  test('is not wanted any more on a page that was stopped meanwhile', async () => {
    const page = new DeliveryPage({ answers: [down], lacksQueue: true });
    await page.send(1);
    page.delivery.stop();
    await settled();
    expect([page.kept, page.platform.timers]).toEqual([[1], 0]);
  });
});

describe('another page of the same browser', () => {
  const leftBehind = async (...serials: number[]) => {
    const earlier = new DeliveryPage({ answers: serials.map(() => down) });
    for (const serial of serials) await earlier.send(serial);
    earlier.delivery.stop();
    return earlier.platform;
  };

  test('delivers the stored submissions in order, one after the other', async () => {
    const { answer, give } = held();
    const page = new DeliveryPage({ browser: await leftBehind(1, 2, 3), answers: [answer] });
    page.delivery.flush();
    await settled();
    expect(page.posted).toEqual([1]);
    give({});
    await settled();
    expect([page.posted, page.kept]).toEqual([[1, 2, 3], []]);
    expect(page.late.map(([id]) => id)).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  test('stops where the first cannot be delivered', async () => {
    const page = new DeliveryPage({ browser: await leftBehind(1, 2), answers: [down] });
    page.delivery.flush();
    await settled();
    expect([page.posted, page.kept]).toEqual([[1], [1, 2]]);
    await page.platform.advance(2_000);
    expect([page.posted, page.kept]).toEqual([[1, 1, 2], []]);
  });

  test('reports a late refusal, refuses the identifier and deletes the entry', async () => {
    const earlier = new DeliveryPage({ answers: [down] });
    const identifier = {
      field: 'profile',
      issuer: 'own',
      value: 'penny-1',
      source: 'link',
      strength: 'token',
    } as const;
    const identifiers = [{ ...identifier, observedAt: '2026-01-31T12:00:00.000Z' }];
    await earlier.send(1, { identity: { certainty: 'claimed', identifiers, setAside: [] } });
    const page = new DeliveryPage({ browser: earlier.platform, answers: [{ status: 409 }] });
    page.delivery.flush();
    await settled();
    expect([page.late, page.kept]).toEqual([[[idOf(1), 'ask-again']], []]);
    expect(page.runtime.memory().seen.refused).toHaveLength(1);
  });

  test('posts nothing that is older than a day', async () => {
    const browser = await leftBehind(1);
    await browser.advance(23 * hour);
    const second = new DeliveryPage({ browser, answers: [down] });
    await second.send(2);
    second.delivery.stop();
    await second.platform.advance(hour);
    const page = new DeliveryPage({ browser: second.platform });
    page.delivery.flush();
    await settled();
    expect([page.posted, page.kept]).toEqual([[2], []]);
  });

  test('deletes what is older than a day, though nothing of it is posted', async () => {
    const browser = await leftBehind(1, 2);
    await browser.advance(25 * hour);
    const page = new DeliveryPage({ browser });
    expect(page.kept).toEqual([1, 2]);
    page.delivery.flush();
    expect(page.platform.local.entries.size).toBe(0);
    await settled();
    expect([page.posted, page.late]).toEqual([[], []]);
  });

  test('deletes what is older than a day at once, and keeps the rest until it is delivered', async () => {
    const browser = await leftBehind(1);
    await browser.advance(25 * hour);
    const second = new DeliveryPage({ browser, answers: [down] });
    await second.send(2);
    second.delivery.stop();
    const page = new DeliveryPage({ browser: second.platform, answers: [new Promise(() => {})] });
    page.delivery.flush();
    expect(page.kept).toEqual([2]);
  });

  test('deletes an unreadable entry', async () => {
    const page = new DeliveryPage();
    page.platform.local.set(page.runtime.keys.outbox, 'no JSON');
    page.delivery.flush();
    expect(page.platform.local.entries.size).toBe(0);
  });

  test.each(['', 'no JSON', '{}', '[null, 7, "x", {}]', '[{"to":"https://collect.example.com/","at":0}]'])(
    'survives a store that holds %o',
    async (text) => {
      const page = new DeliveryPage();
      page.platform.local.set(page.runtime.keys.outbox, text);
      page.delivery.flush();
      await settled();
      expect(page.posted).toEqual([]);
      expect((await page.send(1)).kind).toBe('taken');
    },
  );
});

test('the oldest of more than twenty entries is dropped', async () => {
  const page = new DeliveryPage({ answers: Array.from({ length: 400 }, () => down) });
  for (let serial = 1; serial <= 22; serial += 1) await page.send(serial);
  expect(page.kept).toEqual(Array.from({ length: 20 }, (_, i) => i + 3));
  expect(page.late).toEqual([1, 2].map((serial) => [idOf(serial), 'given-up']));
});

describe('a retry', () => {
  test('waits twice as long each time', async () => {
    const page = new DeliveryPage({ answers: Array.from({ length: 7 }, () => 'unreachable') });
    await page.send(1);
    let tries = 1;
    for (const delay of [500, 1_000, 2_000, 4_000, 8_000, 16_000]) {
      await page.platform.advance(delay - 1);
      expect(page.posted).toHaveLength(tries);
      await page.platform.advance(1);
      tries += 1;
      expect(page.posted).toHaveLength(tries);
    }
  });

  test('is repeated for hours, and given up in the end', async () => {
    const page = new DeliveryPage({ answers: Array.from({ length: 99 }, () => 'unreachable') });
    await page.send(1);
    await page.platform.advance(3 * hour);
    expect([page.kept, page.late]).toEqual([[1], []]);
    await page.platform.advance(10 * hour);
    expect([page.posted.length, page.kept, page.late, page.platform.timers]).toEqual([
      mostTries,
      [],
      [[idOf(1), 'given-up']],
      0,
    ]);
  });

  test('soon ends when a web page comes instead of an answer', async () => {
    const answers = Array.from({ length: 99 }, () => ({ status: 200, isDocument: true }));
    const page = new DeliveryPage({ answers });
    expect((await page.send(1)).kind).toBe('waiting');
    await page.platform.advance(20 * hour);
    expect([page.posted.length, page.late]).toEqual([6, [[idOf(1), 'given-up']]]);
  });

  test('that cannot succeed does not hold up the others for ever', async () => {
    // The collector breaks over the first one alone.
    const page = new DeliveryPage();
    const breaksOverFirst: Post = async (request) => {
      const isFirst = request.body.includes(idOf(1));
      return { status: isFirst ? 500 : 200, retryAfter: null, body: undefined };
    };
    Object.assign(page.collector, { post: breaksOverFirst });
    await page.send(1);
    expect((await page.send(2)).kind).toBe('waiting');
    await page.platform.advance(2 * hour);
    expect(page.kept).toEqual([1]);
    expect((await page.send(3)).kind).toBe('taken');
  });

  test('waits as long as the collector said, though somebody asks for an earlier one', async () => {
    const page = new DeliveryPage({ answers: [{ status: 429, retryAfter: '40' }] });
    await page.send(1);
    expect((await page.send(2)).kind).toBe('waiting');
    await page.platform.wake();
    expect(page.posted).toEqual([1]);
    await page.platform.advance(40_000);
    expect(page.posted).toEqual([1, 1, 2]);
  });

  test('comes at once when the network is back', async () => {
    const page = new DeliveryPage({ answers: Array.from({ length: 5 }, () => 'unreachable') });
    await page.send(1);
    await page.platform.advance(8_000);
    const before = page.posted.length;
    await page.platform.wake();
    expect([page.posted.length, page.kept]).toEqual([before + 1, []]);
  });

  test.each(['40', 'Sat, 31 Jan 2026 12:00:40 GMT'])('waits as long as the collector says: %s', async (retryAfter) => {
    const page = new DeliveryPage({ answers: [{ status: 503, retryAfter }] });
    await page.send(1);
    await page.platform.advance(39_999);
    expect(page.posted).toEqual([1]);
    await page.platform.advance(1);
    expect(page.posted).toEqual([1, 1]);
  });

  test('starts with short waits again after a success', async () => {
    const page = new DeliveryPage({ answers: [down, down, {}, down] });
    await page.send(1);
    await page.platform.advance(2_000);
    await page.send(2);
    await page.platform.advance(499);
    expect(page.posted).toEqual([1, 1, 1, 2]);
    await page.platform.advance(1);
    expect(page.posted).toEqual([1, 1, 1, 2, 2]);
  });
});

test('a request outlives the page where its size allows that', async () => {
  const page = new DeliveryPage();
  await page.send(1);
  await page.send(2, { context: { note: 'x'.repeat(70_000) } });
  expect(page.collector.requests.map(({ keepalive }) => keepalive)).toEqual([true, false]);
  expect(page.collector.requests[0]).toMatchObject({ url, timeout: 10_000 });
});

test('a stopped delivery leaves no timer and no listener behind', async () => {
  const page = new DeliveryPage({ answers: [down] });
  await page.send(1);
  await settled();
  expect([page.platform.timers, page.platform.listeners]).toEqual([1, 2]);
  page.delivery.stop();
  expect([page.platform.timers, page.platform.listeners]).toEqual([0, 0]);
});

describe('several pages of one browser', () => {
  test('leave a new submission to its own page, and take it once that page is gone', async () => {
    const { answer } = held();
    const first = new DeliveryPage({ answers: [answer] });
    void first.send(1);
    const second = new DeliveryPage({ browser: first.platform });
    second.delivery.flush();
    await settled();
    expect(second.posted).toEqual([]);
    await first.platform.leave();
    second.delivery.flush();
    await settled();
    expect([second.posted, second.kept]).toEqual([[1], []]);
  });

  test('deliver one at a time, so a page that finds another at work tries later', async () => {
    let isFree = false;
    const exclusively = async <T>(task: () => Promise<T>) => (isFree ? task() : undefined);
    const earlier = new DeliveryPage({ answers: [down] });
    await earlier.send(1);
    earlier.delivery.stop();
    const page = new DeliveryPage({ browser: earlier.platform, exclusively });
    expect((await page.send(2)).kind).toBe('waiting');
    expect([page.posted, page.kept]).toEqual([[], [1, 2]]);
    isFree = true;
    await page.platform.advance(1_000);
    expect([page.kept, page.late]).toEqual([[], [1, 2].map((serial) => [idOf(serial), 'taken'])]);
  });

  test('notice when another page has delivered their submission', async () => {
    const first = new DeliveryPage({ answers: [down] });
    await first.send(1);
    const second = new DeliveryPage({ browser: first.platform });
    second.delivery.flush();
    await settled();
    await first.platform.advance(1_000);
    expect([first.posted, second.posted, first.late]).toEqual([[1], [1], [[idOf(1), 'taken']]]);
  });

  test('do not store again what another page has deleted', async () => {
    const { answer, give } = held();
    const page = new DeliveryPage({ answers: [answer] });
    void page.send(1);
    page.platform.local.remove(page.runtime.keys.outbox);
    give(down);
    await settled();
    expect(page.kept).toEqual([]);
    await page.platform.advance(1_000);
    expect(page.posted).toEqual([1, 1]);
  });
});

describe('a clock that jumps', () => {
  test('back does not make an entry wait or last for ever', async () => {
    const page = new DeliveryPage({ answers: [down] });
    await page.send(1);
    page.delivery.stop();
    const now = page.platform.now() - 400 * 24 * hour;
    const next = new DeliveryPage({ browser: page.platform, now, answers: [down] });
    next.delivery.flush();
    await settled();
    expect([next.posted, next.kept]).toEqual([[1], [1]]);
    await next.platform.advance(25 * hour);
    expect(next.kept).toEqual([]);
  });
});

describe('the time that a submission is kept unsent', () => {
  test('is the owner’s choice', async () => {
    const page = new DeliveryPage({ answers: Array.from({ length: 99 }, () => down), keepFor: hour });
    await page.send(1);
    await page.platform.advance(hour - 1);
    expect(page.kept).toEqual([1]);
    await page.platform.advance(2 * hour);
    expect([page.kept, page.late]).toEqual([[], [[idOf(1), 'given-up']]]);
  });

  test('of zero stores nothing, so the submission lives in the page', async () => {
    const page = new DeliveryPage({ answers: [down], keepFor: 0 });
    await page.send(1);
    expect(page.platform.local.entries.size).toBe(0);
    await page.platform.advance(1_000);
    expect(page.posted).toEqual([1, 1]);
  });
});
