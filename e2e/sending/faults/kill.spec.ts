import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/ports.mjs';
import { root } from '../../../scripts/root.mjs';
import { isWhole } from '../../../scripts/sample.ts';
import type { Submission } from '../../../widget/index.ts';
import { test as base, expect } from '../../support/fixtures.ts';
import { Shop } from '../../support/shop.ts';
import { faultScenario } from './faultScenario.ts';

/** As many as a shop's busiest minute; in a sample enough that some are on their way whenever it dies. */
const many = isWhole ? 500 : 100;

interface Server {
  readonly origin: string;
  start(): Promise<void>;
  /** Takes it down as a power cut does: nothing is finished, nothing is closed. */
  kill(): Promise<void>;
}

/** A demo store of this test alone, which may die. */
const test = base.extend<{ server: Server }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  server: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hello-again-kill-'));
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    let child: ChildProcess | undefined;
    const kill = async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    };
    await use({
      origin,
      async start() {
        const env = { ...process.env, PORT: String(port), HELLO_AGAIN_DATA: folder, NODE_ENV: 'production' };
        child = spawn(process.execPath, ['dist/demo/server.js'], { cwd: root, env, stdio: 'ignore' });
        const answers = () =>
          fetch(`${origin}/readyz`)
            .then((a) => a.ok)
            .catch(() => false);
        // To make a database takes seconds of the processor.
        await expect.poll(answers, { timeout: 60_000 }).toBe(true);
      },
      kill,
    });
    await kill();
    await rm(folder, { recursive: true, force: true });
  },
});

test(`a collector killed in the middle of ${many} submissions has stored every acknowledged one once, and the rest arrives once`, {
  tag: '@whole',
}, async ({ page, popup, server, store, surprises }) => {
  // It starts a server twice.
  test.setTimeout(180_000);
  surprises.allowOrigin(server.origin);
  surprises.tolerate(/^console: Failed to load resource/);
  await server.start();

  // One by hand: what the widget posts is what all of them are made after.
  const posted = page.waitForRequest(
    (request) => /\/v1\/submissions/.test(request.url()) && request.method() === 'POST',
  );
  await page.goto(server.origin + new Shop(page, store).path('/', { delay: '0', storage: 'none' }));
  await popup.submit({ email: 'person-0@example.com', phone: '07700 900982', texts: true });
  const model = (await posted).postDataJSON() as Submission;
  await popup.toSucceed();

  // Then all at once, each tried until it is acknowledged, with the id that it has. After a tenth of them the server dies.
  // The last one is posted only then: however fast the machine is, it is killed in the middle.
  await page.exposeFunction('killServer', server.kill);
  const work = page.evaluate(
    async ({ text, id, count }) => {
      const { killServer } = window as unknown as { killServer: () => Promise<void> };
      const acknowledged: string[] = [];
      let goOn = () => {};
      const isDead = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const deliver = async (n: number) => {
        if (n === count) await isDead;
        const own = id.slice(0, -12) + n.toString(16).padStart(12, '0');
        const body = text.replaceAll(id, own).replaceAll('person-0@', `person-${n}@`);
        // Waits grow: five hundred that knock all the time would keep a starting server from its work.
        for (let wait = 200; ; wait = Math.min(wait * 2, 5_000)) {
          const answer = await fetch('/v1/submissions', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          }).catch(() => undefined);
          if (answer?.ok) {
            acknowledged.push(own);
            if (acknowledged.length === count / 10) {
              await killServer();
              Object.assign(window, { acknowledgedBefore: acknowledged.length });
              goOn();
            }
            return;
          }
          if (answer && answer.status < 500 && answer.status !== 429) throw new Error(`answered ${answer.status}`);
          await new Promise((resolve) => setTimeout(resolve, wait));
        }
      };
      await Promise.all(Array.from({ length: count }, (_, n) => deliver(n + 1)));
      return acknowledged;
    },
    {
      text: JSON.stringify({ ...model, consents: [], contact: { email: model.contact.email } }),
      id: model.id,
      count: many,
    },
  );
  const death = await page.waitForFunction(
    () => (window as unknown as { acknowledgedBefore?: number }).acknowledgedBefore,
    undefined,
    { timeout: 0 },
  );
  const before = await death.jsonValue();
  await server.start();
  const acknowledged = await work;

  const answer = await fetch(`${server.origin}/api/submissions?store=${store}`);
  const stored = ((await answer.json()) as readonly { readonly id: string }[]).map(({ id }) => id);
  expect([...stored].sort()).toEqual([...acknowledged, model.id].sort());
  faultScenario(test.info(), stored.length);
  console.log(`killed after ${before} of ${many} were acknowledged; stored: ${stored.length}, each once`);
});
