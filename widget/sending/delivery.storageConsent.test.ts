import { describe, expect, test, vi } from 'vitest';
import { DeliveryPage } from '../test/delivery.ts';
import { email, idOf, phone } from '../test/fixtures.ts';
import { settled } from '../test/memoryPlatform.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const down = { status: 503 };

describe('while nothing may be stored', () => {
  const contact = { email, phone };

  test.each(['waiting', 'page', 'refused'] as const)(
    'with the permission %s a submission is kept in the page, and retried there',
    async (permission) => {
      const page = new DeliveryPage({ permission, answers: [down] });
      expect((await page.send(1, { contact })).kind).toBe('waiting');
      expect([page.platform.local.entries.size, page.platform.jar.size]).toEqual([0, 0]);
      await page.platform.advance(500);
      expect([page.posted, page.late]).toEqual([[1, 1], [[idOf(1), 'taken']]]);
      await page.platform.leave();
      expect(page.posted).toEqual([1, 1]);
    },
  );

  test('the outbox that the browser holds from before is not read', async () => {
    const earlier = new DeliveryPage({ answers: [down] });
    await earlier.send(1);
    const page = new DeliveryPage({ permission: 'waiting', browser: earlier.platform });
    page.delivery.flush();
    await settled();
    expect([page.posted, page.kept]).toEqual([[], [1]]);
  });

  test('a submission gets one last try when the page is left, though only a small one outlives it', async () => {
    const page = new DeliveryPage({ permission: 'page', answers: [down] });
    await page.send(1, { context: { note: 'x'.repeat(70_000) } });
    await page.platform.leave();
    // Browsers refuse a larger one altogether when it is to outlive its page.
    expect(page.collector.requests.map(({ keepalive }) => keepalive)).toEqual([false, false]);
  });

  test('a submission on its way is not posted twice on leaving', async () => {
    const page = new DeliveryPage({ permission: 'page', answers: [new Promise(() => {})] });
    void page.send(1);
    await page.platform.leave();
    expect(page.posted).toEqual([1]);
  });
});

test('a submission is kept in the page, too, where the browser’s storage is full', async () => {
  const page = new DeliveryPage({ answers: [down] });
  page.platform.local.isBroken = true;
  await page.send(1);
  await page.platform.leave();
  expect(page.posted).toEqual([1, 1]);
});

test('a stored submission is left to the next page, and not posted on leaving', async () => {
  const page = new DeliveryPage({ answers: [down] });
  await page.send(1);
  await page.platform.leave();
  expect([page.posted, page.kept]).toEqual([[1], [1]]);
});

describe('when permission is withdrawn', () => {
  test('the submissions that an earlier page stored get a last try, too, each once', async () => {
    const earlier = new DeliveryPage({ answers: [down, down] });
    await earlier.send(1);
    await earlier.send(2);
    earlier.delivery.stop();
    const page = new DeliveryPage({ browser: earlier.platform, answers: [down] });
    await page.send(3);
    page.delivery.withdraw();
    page.runtime.setStorageConsent('refused');
    await page.platform.advance(3_600_000);
    await page.platform.leave();
    expect(page.posted).toEqual([1, 1, 2, 3]);
  });

  test('a submission on its way is not posted a second time, and not kept when it fails', async () => {
    let fail: (answer: { status: number }) => void = () => {};
    const answer = new Promise<{ status: number }>((resolve) => {
      fail = resolve;
    });
    const page = new DeliveryPage({ permission: 'page', answers: [answer] });
    const sent = page.send(1);
    page.delivery.withdraw();
    page.runtime.setStorageConsent('refused');
    fail(down);
    expect(await sent).toEqual({ kind: 'waiting' });
    await page.platform.advance(3_600_000);
    await page.platform.leave();
    expect([page.posted, page.platform.local.entries.size]).toEqual([[1], 0]);
  });

  test('a failing last try breaks nothing', async () => {
    const page = new DeliveryPage({ answers: [down, 'unreachable'] });
    await page.send(1);
    page.delivery.withdraw();
    await settled();
    expect(page.posted).toEqual([1, 1]);
  });

  test.each(['open', 'page'] as const)(
    'every submission gets one last try with the permission %s, and is then deleted',
    async (permission) => {
      const page = new DeliveryPage({ permission, answers: [down, down, down, down] });
      await page.send(1);
      await page.send(2);
      page.delivery.withdraw();
      page.runtime.setStorageConsent('refused');
      await page.platform.advance(3_600_000);
      await page.platform.leave();
      // The second waits behind the first.
      expect([page.posted, page.platform.timers]).toEqual([[1, 1, 1, 2], 0]);
      expect(page.collector.requests.slice(2).every(({ keepalive }) => keepalive)).toBe(true);
    },
  );
});
