import type { Page } from '@playwright/test';
import type { createSignup, Signup, SignupOptions } from '../../widget/index.ts';
import { answerWith } from '../support/answers.ts';
import { eventOf } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Site } from '../support/sites.ts';
import { scriptTag, shopSite } from '../support/tag.ts';

interface Global {
  HelloAgain: { createSignup: typeof createSignup };
  made: Signup[];
}

/** A page that loads the script without any option, and calls `createSignup` itself. */
async function bareSite(
  startSite: (...args: Parameters<typeof Site.start>) => Promise<Site>,
  head = '',
): Promise<string> {
  const tag = `${head}<script src="/hello-again.js"></script>`;
  const site = await startSite(shopSite({ head: tag }), 'shop.localhost');
  return site.origin;
}

/** Calls `createSignup` on the page. Functions cannot be handed over, so they are given by name. */
async function make(
  page: Page,
  options: Omit<Partial<SignupOptions>, 'into'>,
  beforeSubmit?: 'adds' | 'refuses',
): Promise<void> {
  await page.evaluate(
    ([given, hook]) => {
      const { HelloAgain, made = [] } = window as unknown as Global;
      const hooks = {
        adds: (submission: object) => ({ ...submission, context: { cart: 3 } }),
        refuses: () => false as const,
      };
      const signup = HelloAgain.createSignup({
        collector: '/v1/submissions',
        brand: 'Harbor Coffee',
        terms: '/terms',
        privacy: '/privacy',
        storage: 'allowed',
        region: 'us',
        trigger: { delay: 0 },
        ...given,
        ...(hook ? { beforeSubmit: hooks[hook] } : {}),
      } as SignupOptions);
      Object.assign(window, { made: [...made, signup] });
    },
    [options, beforeSubmit] as const,
  );
}

test('two signups on a page open one popup at a time', async ({ page, popup, startSite }) => {
  await page.goto(await bareSite(startSite));
  await make(page, { id: 'first', texts: { heading: 'First' } });
  await make(page, { id: 'second', texts: { heading: 'Second' } });
  await popup.toAsk('email+phone');
  await expect(popup.dialog).toHaveCount(1);
  // Both are due at once; which of them is first is nobody's promise.
  await expect(popup.dialog).toHaveAccessibleName(/^(First|Second)$/);
});

test('a second signup of the same id is the first one, and a warning says so', async ({ page, startSite }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.goto(await bareSite(startSite));
  await make(page, { trigger: 'manual' });
  await make(page, { trigger: 'manual' });
  expect(await page.evaluate(() => new Set((window as unknown as Global).made).size)).toBe(1);
  expect(lines.filter((line) => line.startsWith('hello-again'))).toHaveLength(1);
});

test('a script of another major version stays inert on a page that has one already, and says so', async ({
  page,
  popup,
  startSite,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const other = `<script>globalThis[Symbol.for('hello-again')] = { major: 99, signups: new Map() };</script>`;
  const tag = scriptTag({ src: '/hello-again.js', collector: '/v1/submissions', store: 'any' });
  const site = await startSite(shopSite({ head: other + tag }), 'shop.localhost');
  await page.clock.install();
  await page.goto(site.origin);
  await expect.poll(() => lines.join('\n')).toMatch(/hello-again.*another version/i);
  await page.clock.runFor(30_000);
  await expect(popup.host).toHaveCount(0);
});

test('beforeSubmit adds context', async ({ page, popup, startSite }) => {
  const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
  await page.goto(await bareSite(startSite));
  await make(page, {}, 'adds');
  await popup.submit({ email: 'context@example.com', mails: true });
  await eventOf(page, 'sent');
  expect(posted[0]?.context).toEqual({ cart: 3 });
});

test('a beforeSubmit that answers false sends nothing', async ({ page, popup, startSite }) => {
  const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
  await page.clock.install();
  await page.goto(await bareSite(startSite));
  await make(page, {}, 'refuses');
  await popup.submit({ email: 'context@example.com', mails: true });
  await page.clock.runFor(30_000);
  expect(posted).toEqual([]);
});

test('a wrong option is named and never breaks the page', async ({ page, popup, startSite }) => {
  // Options are checked where their owner looks on; visitors are spared the code.
  await page.addInitScript(() => Object.assign(window, { HelloAgainNotice: true }));
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.goto(await bareSite(startSite));
  await make(page, { region: 'mars' as never, trigger: { delay: 'soon' as never } });
  await popup.toAsk('email+phone');
  await expect.poll(() => lines.join('\n')).toMatch(/hello-again.*region.*mars/);
});
