import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from '@playwright/test';
import { freePort } from '../../../scripts/ports.mjs';
import { root } from '../../../scripts/root.mjs';
import { eventOf, eventsOf } from '../../support/events.ts';
import { test as base, expect } from '../../support/fixtures.ts';
import { scriptTag, shopSite } from '../../support/tag.ts';
import { faultScenario } from './faultScenario.ts';

/** A minute’s worth, so ten seconds a token. */
const perMinute = 6;
const adminToken = 't'.repeat(32);
const stranger = { email: 'ines@example.com', phone: '07700 900982', texts: true };

interface Production {
  /** The page of the shop; the collector stands at another origin. */
  readonly shop: string;
  readonly submissions: string;
  /** Uses up what this machine may ask in a minute. */
  exhaust(): Promise<void>;
  /** The ids of what is stored about a person. */
  storedOf(email: string): Promise<readonly string[]>;
}

/** The collector as `npm run collector` starts it, for a shop of another origin, with a low limit. */
const test = base.extend<{ production: Production }>({
  // With time of its own: to make a database takes seconds of the processor, and is not what is looked at here.
  production: [
    async ({ startSite, store, surprises }, use) => {
      // One address of this machine, or the browser and this test might count as two.
      const collector = `http://127.0.0.1:${await freePort()}`;
      const submissions = `${collector}/v1/submissions`;
      const head = scriptTag({ src: '/hello-again.js', collector: submissions, store });
      const shop = await startSite(shopSite({ head }), 'shop.localhost');
      const folder = await mkdtemp(join(tmpdir(), 'hello-again-production-'));
      const child = spawn(process.execPath, ['dist/demo/collector.js'], {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          HOST: '127.0.0.1',
          PORT: new URL(collector).port,
          HELLO_AGAIN_DATA: folder,
          HELLO_AGAIN_STORES: store,
          HELLO_AGAIN_ORIGINS: shop.origin,
          HELLO_AGAIN_RATE_ADDRESS: String(perMinute),
          HELLO_AGAIN_ADMIN_TOKEN: adminToken,
          // A browser that is driven fills a form faster than hands, with numbers that are set aside for drama.
          HELLO_AGAIN_MINIMUM_FILL: '0',
          HELLO_AGAIN_PHONES: 'possible',
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const gone = once(child, 'exit');
      surprises.allowOrigin(collector);
      const isReady = () =>
        fetch(`${collector}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
      const stop = async () => {
        child.kill('SIGTERM');
        await gone;
        await rm(folder, { recursive: true, force: true });
      };
      await expect
        .poll(isReady, { timeout: 60_000 })
        .toBe(true)
        .catch(async (error: unknown) => {
          await stop();
          throw error;
        });

      const post = (path: string, body: object, headers: Readonly<Record<string, string>>) =>
        fetch(collector + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        });
      await use({
        shop: shop.origin,
        submissions,
        async exhaust() {
          const ping = { version: 1, ping: true };
          const ask = () => post('/v1/submissions', ping, { origin: shop.origin }).then(({ status }) => status);
          await expect.poll(ask, { intervals: [1] }).toBe(429);
        },
        async storedOf(email) {
          const answer = await post('/v1/people/export', { store, email }, { authorization: `Bearer ${adminToken}` });
          if (answer.status === 404) return [];
          const record = (await answer.json()) as { readonly submissions: readonly { readonly id: string }[] };
          return record.submissions.map(({ id }) => id);
        },
      });
      await stop();
    },
    { timeout: 90_000 },
  ],
});

interface Posted {
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** When the page posted and was answered, by its own clock. */
function postsOf(page: Page, url: string): Promise<Posted[]> {
  return page.evaluate(
    (name) =>
      (performance.getEntriesByName(name, 'resource') as PerformanceResourceTiming[]).map((entry) => ({
        sentAt: entry.startTime,
        answeredAt: entry.responseEnd,
      })),
    url,
  );
}

test('a 429 of the production collector tells the page when to retry, and the submission arrives once', {
  tag: '@whole',
}, async ({ production, page, popup, surprises }) => {
  surprises.expect(/^console: Failed to load resource: .*\b429\b/);
  const ids: string[] = [];
  page.on('request', (request) => {
    if (request.url() === production.submissions && request.method() === 'POST') ids.push(request.postDataJSON().id);
  });
  const refusal = page.waitForResponse((response) => response.status() === 429);
  await page.goto(production.shop);
  await popup.email.fill(stranger.email);
  await popup.phone.fill(stranger.phone);
  await popup.texts.check();
  // Used up while the first is on its way: it is refused, however slow this machine is.
  const toCollector = async (route: Route) => {
    await production.exhaust();
    await route.continue();
  };
  await page.route(production.submissions, toCollector, { times: 1 });
  await popup.signUp.click();

  const headers = (await refusal).headers();
  expect(headers['access-control-expose-headers']).toBe('retry-after');
  const wait = Number(headers['retry-after']) * 1000;
  // Without the collector’s word a first retry comes within a second.
  expect(wait).toBeGreaterThan(2_000);
  await eventOf(page, 'waiting');
  await expect(popup.dialog).toContainText('Not sent yet');
  expect(await production.storedOf(stranger.email)).toEqual([]);
  // What hurries a submission that merely failed does not hurry this one.
  await page.evaluate(() => dispatchEvent(new Event('online')));

  await expect.poll(() => production.storedOf(stranger.email), { timeout: wait + 10_000 }).toHaveLength(1);
  await eventOf(page, 'sent');
  await popup.toSucceed();
  await expect(popup.dialog).not.toContainText('Not sent yet');

  const posts = await postsOf(page, production.submissions);
  expect(posts).toHaveLength(2);
  const [first, second] = posts as [Posted, Posted];
  // The clock that the wait is counted by has whole milliseconds.
  expect(second.sentAt - first.answeredAt).toBeGreaterThanOrEqual(wait - 2);
  expect(ids).toEqual([ids[0], ids[0]]);
  expect(await production.storedOf(stranger.email)).toEqual([ids[0]]);
  expect((await eventsOf(page)).filter(({ name }) => name === 'sent')).toHaveLength(1);
  faultScenario(test.info(), 1);
  expect(await page.evaluate(() => localStorage.getItem('hello_again_outbox'))).toBeNull();
});
