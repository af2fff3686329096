import type { CDPSession, Page } from '@playwright/test';
import type { SignupOptions, TagSignup } from '../../widget/index.ts';
import { builtFiles, type Handler, html, routes } from './sites.ts';
import { jsonOptions, shopPage } from './tag.ts';

/** What Chromium counts of a page, after it has collected what nobody holds. */
export interface Counted {
  /** Bytes. */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
}

/** What is done on a page, how often. Each is over before `destroy()`. */
export interface Load {
  readonly name: string;
  readonly run: (page: Page, count: number) => Promise<unknown>;
}

interface Day extends Window {
  signups: TagSignup[];
  /** Makes a signup, as a script tag would. */
  make(id: string, more?: Partial<SignupOptions>): Promise<TagSignup>;
  /** Ends all of them. */
  end(): void;
  writes: number;
}

/** A shop whose collector is down; `options` are the signups'. */
export function dayShop(): Handler {
  const options = jsonOptions('/v1/submissions', 'day', { trigger: { delay: 600_000 }, layout: 'modal' });
  const script = `<script src="/hello-again.js"></script><script>
    signups = []; writes = 0;
    make = (id, more) => {
      const made = window[Symbol.for('hello-again')].create({ ...${JSON.stringify(options)}, id, ...more });
      signups.push(made);
      return made.ready.then(() => made);
    };
    end = () => { for (const one of signups.splice(0)) one.destroy(); };
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) { writes += key === 'hello_again_outbox'; return setItem.call(this, key, value); };
  </script>`;
  return routes({
    '/hello-again': builtFiles('dist/embed'),
    '/v1/submissions': (_request, response) => void response.writeHead(503).end(),
    '/': html(shopPage({ body: script }).replace('<head>', '<head><script>HelloAgainNotice = false</script>')),
  });
}

const isOpen = () => !!document.querySelector('hello-again')?.shadowRoot?.querySelector('h2')?.getClientRects().length;

/** Opens one and closes it, which fetches all that a popup has. */
async function openOnce(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Day).signups[0]?.open());
  await page.waitForFunction(isOpen);
  await page.evaluate(() => (window as unknown as Day).signups[0]?.close());
  await page.waitForFunction(() => !document.querySelector('hello-again'));
}

/** Signs up, with a collector that does not answer: the sign-up stays in the outbox. */
async function submitOnce(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Day).signups[0]?.open());
  await page.getByRole('textbox', { name: 'Email' }).fill('day@example.com');
  await page.getByRole('checkbox', { name: /^Email me/ }).check();
  await page.getByRole('button', { name: 'Sign up', exact: true }).click();
  await page.waitForFunction(() => (window as unknown as Day).writes > 0);
  await page.evaluate(() => (window as unknown as Day).signups[0]?.close());
  await page.waitForFunction(() => !document.querySelector('hello-again'));
}

const make = (page: Page, id: string) =>
  page.evaluate(async (id) => void (await (window as unknown as Day).make(id)), id);

export const loads: readonly Load[] = [
  {
    name: 'signups on the page',
    run: async (page, count) => {
      for (let i = 0; i < count; i += 1) await make(page, `day-${i}`);
      await openOnce(page);
    },
  },
  {
    name: 'changes of the route',
    run: async (page, count) => {
      await make(page, 'day');
      await page.evaluate(async (count) => {
        for (let i = 0; i < count; i += 1) {
          history.pushState({ i }, '', `/p/${i}?n=${i}`);
          // The widget hears it in a task of its own.
          await new Promise((next) => setTimeout(next));
        }
      }, count);
      await openOnce(page);
    },
  },
  {
    name: 'writes to the outbox',
    run: async (page, count) => {
      await make(page, 'day');
      await page.evaluate(() => {
        (window as unknown as Day).writes = 0;
      });
      await submitOnce(page);
      await page.evaluate(async (count) => {
        const day = window as unknown as Day;
        const name = 'hello_again_outbox';
        const [entry] = JSON.parse(localStorage[name]);
        while (day.writes < count) {
          // Full of what earlier pages have left, as it is when a collector is down for long. Assigned, it is not counted.
          const kept = JSON.parse(localStorage[name] ?? '[]');
          while (kept.length < 20) {
            const submission = { ...entry.submission, id: crypto.randomUUID() };
            kept.push({ ...entry, submission, at: Date.now() - 60_000, tries: 8 });
          }
          localStorage[name] = JSON.stringify(kept);
          const before = day.writes;
          // A connection that comes back is a reason to try again at once, and a failed try is noted.
          dispatchEvent(new Event('online'));
          for (let i = 0; i < 400 && day.writes === before; i += 1) await new Promise((next) => setTimeout(next, 5));
        }
      }, count);
    },
  },
  {
    name: 'nodes on the page',
    run: async (page, count) => {
      await page.evaluate((count) => {
        const crowd = Object.assign(document.createElement('div'), { id: 'crowd' });
        crowd.innerHTML = '<p>bean</p>'.repeat(count / 2);
        document.body.append(crowd);
      }, count);
      await make(page, 'day');
      await openOnce(page);
      await page.evaluate(() => document.querySelector('#crowd')?.remove());
    },
  },
  {
    name: 'bytes of cookies',
    run: async (page, count) => {
      const [url, value] = [page.url(), 'c'.repeat(3_990)];
      const cookies = Array.from({ length: Math.ceil(count / 4_000) }, (_, i) => ({ name: `day${i}`, value, url }));
      await page.context().addCookies(cookies);
      await make(page, 'day');
      await openOnce(page);
    },
  },
];

/** Plays a load on a page that has seen all of it once, in little: what is fetched for it is no growth. */
export async function playDay(page: Page, origin: string, load: Load, count: number) {
  await page.goto(origin);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const little = load.name === 'bytes of cookies' ? count : Math.min(count, 10);
  await load.run(page, little);
  await end(page);
  const before = await counted(cdp);
  const start = Date.now();
  await load.run(page, count);
  const seconds = (Date.now() - start) / 1_000;
  const during = await counted(cdp);
  await end(page);
  return { before, during, after: await counted(cdp), seconds };
}

/** Ends all signups, and deletes what they kept: it is the next visitor's day. */
async function end(page: Page): Promise<void> {
  await page.evaluate(async () => {
    (window as unknown as Day).end();
    // A try that is under way ends by itself, and rests for a moment with a listener.
    await navigator.locks.request('hello_again_outbox', () => {});
    localStorage.clear();
  });
}

async function counted(cdp: CDPSession): Promise<Counted> {
  // What the first one lets go may hold more.
  for (let i = 0; i < 3; i += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heap: of('JSHeapUsedSize'), listeners: of('JSEventListeners'), nodes: of('Nodes') };
}
