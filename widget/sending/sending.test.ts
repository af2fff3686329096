import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toldId } from '../core/submission/toldId.ts';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { email, identityOf, idOf, submissionOf } from '../test/fixtures.ts';
import { type MemoryAnswer, MemoryCollector } from '../test/memoryPlatform.ts';
import { openDelivery, prepareSubmission } from './sending.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));
vi.mock('../platform/onLeave.ts', () => ({ onLeave: (callback: () => void) => page.platform.onLeave(callback) }));
vi.mock('../platform/onWake.ts', () => ({ onWake: (callback: () => void) => page.platform.onWake(callback) }));
vi.mock('../platform/exclusively.ts', () => ({ createExclusively: () => (task: () => Promise<unknown>) => task() }));
vi.mock('../platform/transport.ts', () => ({
  post: (request: Parameters<MemoryCollector['post']>[0]) => collector.post(request),
}));

const url = 'https://collect.example.com/v1/submissions';

let page: ControllerPage;
let collector: MemoryCollector;

beforeEach(() => {
  page = new ControllerPage();
});

/** The signup of the page, as its lazy parts see it. */
async function contextWith(...answers: MemoryAnswer[]): Promise<SignupContext> {
  collector = new MemoryCollector(...answers);
  page.signup.open();
  await page.start();
  return page.context as SignupContext;
}

test('the page has one delivery, whichever signup opens it', async () => {
  const context = await contextWith();
  const delivery = await openDelivery(context);
  expect(await openDelivery(context)).toBe(delivery);
  expect(page.runtime.delivery).toBe(delivery);
});

describe('the outcome of a kept submission is announced as an event', () => {
  test.each<[string, MemoryAnswer, string, object]>([
    ['taken', { body: { outcome: 'pending' } }, 'sent', { id: toldId(idOf(1)), outcome: 'pending' }],
    ['refused by a 409', { status: 409 }, 'error', { code: 'refused-late', id: toldId(idOf(1)) }],
    [
      'refused by a 422',
      { status: 422, body: { errors: [{ field: 'contact.phone', code: 'x' }] } },
      'error',
      { code: 'refused-late', id: toldId(idOf(1)) },
    ],
    ['an error', { status: 404 }, 'failed', { id: toldId(idOf(1)), status: 404 }],
  ])('%s', async (_what, answer, name, detail) => {
    const context = await contextWith({ status: 503 }, answer);
    const delivery = await openDelivery(context);
    await delivery.send(url, submissionOf({ id: idOf(1) }));
    expect(page.announced(name)).toEqual([]);
    await page.platform.advance(2_000);
    // With what the submission says of its ask.
    expect(page.announced(name)).toEqual([{ ask: 'email+phone', reason: 'unknown', ...detail }]);
  });

  test('but a pause is not, because it is no failure', async () => {
    const context = await contextWith({ status: 503 }, { status: 410, body: { pause: 60 } });
    await (await openDelivery(context)).send(url, submissionOf({ id: idOf(1) }));
    await page.platform.advance(2_000);
    expect(['sent', 'failed', 'error'].flatMap((name) => page.announced(name))).toEqual([]);
    expect(context.decide().reason).toBe('paused');
  });
});

test('a submission that could not be stored gets its last try when the page is left', async () => {
  const context = await contextWith({ status: 503 });
  page.platform.local.isBroken = true;
  await (await openDelivery(context)).send(url, submissionOf({ id: idOf(1) }));
  await page.platform.leave();
  expect(collector.requests).toHaveLength(2);
});

test('a submission has a UUIDv7 of the page’s time, and another one each time', async () => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  const context = await contextWith();
  const decision = { ask: 'email+phone', reason: 'unknown' } as const;
  const make = () => prepareSubmission(context, { decision, identity: identityOf(), email, shown: [] });
  const made = [await make(), await make()].map((submission) => (submission ? submission.id : ''));
  vi.unstubAllGlobals();
  const time = page.platform.now().toString(16).padStart(12, '0');
  for (const id of made) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id.replace('-', '').slice(0, 12)).toBe(time);
  }
  expect(made[0]).not.toBe(made[1]);
});
