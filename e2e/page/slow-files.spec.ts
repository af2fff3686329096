// What visitors lose when a file of the script comes late, or not at all: nothing.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/root.mjs';
import { eventOf, eventsOf, toDecide } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { idleMoment } from '../support/idleMoment.ts';
import { builtFiles, type Handler, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage, type TagOptions } from '../support/tag.ts';

const built = builtFiles('dist/embed');

interface Visit {
  readonly attributes?: TagOptions['attributes'];
  /** Answers in place of the files whose names match. */
  readonly instead?: { readonly file: RegExp; readonly answer: Handler };
}

const test = base.extend<{ visit: (visit?: Visit) => Promise<{ readonly next: string }> }>({
  visit: async ({ page, store, baseURL, startSite }, use) => {
    await use(async ({ attributes, instead } = {}) => {
      const collector = `${baseURL}/v1/submissions?store=${store}`;
      const tag = scriptTag({ src: '/hello-again.js', collector, store, ...(attributes ? { attributes } : {}) });
      const site = await startSite(
        routes({
          '/hello-again': (request, response) =>
            instead?.file.test(request.url ?? '') ? instead.answer(request, response) : built(request, response),
          '/': html(shopPage({ head: tag })),
        }),
        'shop.localhost',
      );
      await page.goto(site.origin);
      return { next: `${site.origin}/next` };
    });
  },
});

/** A slow machine on a slow network, from the first request on. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 200,
    downloadThroughput: 180_000,
    uploadThroughput: 80_000,
  });
}

/** In the very task in which the popup says that it is open: presses a control of it, and leaves the page. */
async function leaveOnOpening(page: Page, control: string): Promise<void> {
  await page.addInitScript((selector) => {
    addEventListener('hello-again:open', () => {
      if (location.pathname === '/next') return;
      document.querySelector('hello-again')?.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
      location.assign('/next');
    });
  }, control);
}

test.describe('closing it and leaving the page at once', () => {
  for (const [how, control] of [
    ['the cross', '[data-ha=close]'],
    ['“Already signed up?”', '[data-ha=already-signed-up]'],
  ] as const) {
    test(`by ${how} is remembered`, async ({ page, visit, popup }) => {
      await slowDown(page);
      await leaveOnOpening(page, control);
      await visit();
      await page.waitForURL('**/next');
      await toDecide(page, 'nothing', 'dismissed');
      await expect(popup.dialog).toHaveCount(0);
    });
  }

  test('does not lose that the popup was shown', async ({ page, visit }) => {
    await slowDown(page);
    await leaveOnOpening(page, 'no-such-control');
    await visit({ attributes: { 'data-frequency-max-shows': '1' } });
    await page.waitForURL('**/next');
    await toDecide(page, 'nothing', 'frequency-cap');
  });
});

test('the popup does not open before the code that remembers has loaded', async ({ page, visit, popup }) => {
  let letItCome = () => {};
  const held = new Promise<void>((come) => {
    letItCome = come;
  });
  const file = /hello-again\.memory/;
  await visit({
    instead: {
      file,
      answer: async (request, response) => {
        await held;
        await built(request, response);
      },
    },
  });
  // All the others have come, and the delay has passed.
  await page.waitForResponse(/hello-again\.(popup|strings-en)/);
  await idleMoment(page);
  expect((await eventsOf(page)).map(({ name }) => name)).not.toContain('open');
  letItCome();
  await popup.toAsk('email+phone');
});

test.describe('a file that does not come', () => {
  const ways: readonly [string, ReturnType<typeof html>][] = [
    ['is not there', (_request, response) => void response.writeHead(404).end()],
    ['is a page', html('<!doctype html><p>Not found</p>')],
    ['breaks off', (_request, response) => void response.destroy()],
  ];
  const explained = (page: Page) =>
    page.evaluate(() =>
      (
        window as unknown as { HelloAgain: { explain(isPrinted: boolean): Promise<{ missing: string[] }> } }
      ).HelloAgain.explain(false).then(({ missing }) => missing),
    );

  for (const [how, answer] of ways) {
    test(`lets an email sign up when it is the rules for numbers, which ${how}`, async ({
      page,
      visit,
      popup,
      surprises,
    }) => {
      surprises.tolerate(/hello-again\.phone|MIME type|Failed to load resource/);
      await visit({ instead: { file: /hello-again\.phone/, answer } });
      await popup.toAsk('email+phone');
      await popup.submit({ email: 'nophone@example.com', phone: '07700 900982', texts: true, mails: true });
      await expect(popup.dialog.getByText('That didn’t go through.')).toBeVisible();
      await expect(popup.phone).toHaveValue('07700 900982');
      expect(await explained(page)).toEqual(['hello-again.phone-44']);
      await popup.phone.fill('');
      await popup.texts.uncheck();
      await popup.signUp.click();
      await popup.toSucceed();
    });
  }

  test('shows nothing when it is the popup’s, and explain() names it', async ({ page, visit, popup, surprises }) => {
    surprises.tolerate(/hello-again\.popup|Failed to load resource/);
    await visit({ instead: { file: /hello-again\.popup/, answer: ways[0]?.[1] as ReturnType<typeof html> } });
    expect((await eventOf(page, 'error')).detail).toEqual({ code: 'popup-failed' });
    await expect(popup.dialog).toHaveCount(0);
  });

  for (const [option, value, file] of [
    ['data-layer', 'page', 'someOptions'],
    ['data-theme', 'warm', 'theme'],
  ] as const) {
    test(`opens the popup without ${option} when it is that option’s, and explain() names it`, async ({
      page,
      visit,
      popup,
      surprises,
    }) => {
      surprises.tolerate(/hello-again\.|Failed to load resource/);
      await visit({
        attributes: { [option]: value },
        instead: { file: RegExp(`hello-again\\.${file}`), answer: ways[0]?.[1] as ReturnType<typeof html> },
      });
      await popup.toAsk('email+phone');
      expect(await explained(page)).toEqual([`hello-again.${file}`]);
    });
  }

  test('makes the button report it when it is another country’s rules for numbers, and explain() names it', async ({
    page,
    visit,
    popup,
    surprises,
  }) => {
    surprises.tolerate(/hello-again\.phone-pack|Failed to load resource/);
    await visit({ instead: { file: /hello-again\.phone-pack/, answer: ways[0]?.[1] as ReturnType<typeof html> } });
    await popup.submit({ email: 'nopack@example.com', phone: '+33 6 12 34 56 78', texts: true, mails: true });
    await expect(popup.dialog.getByText('That didn’t go through.')).toBeVisible();
    expect(await explained(page)).toEqual(['hello-again.phone-pack-western-europe']);
  });

  test('lets an email sign up when it is the help for emails, unless its domain may be taken for another', async ({
    page,
    visit,
    popup,
    surprises,
  }) => {
    surprises.tolerate(/hello-again\.email|Failed to load resource/);
    await visit({ instead: { file: /hello-again\.email/, answer: ways[0]?.[1] as ReturnType<typeof html> } });
    await popup.submit({ email: 'penny@gm\u0430il.com', mails: true });
    await expect(popup.dialog.getByText('That didn’t go through.')).toBeVisible();
    expect(await explained(page)).toEqual(['hello-again.email']);
    await popup.email.fill('nohelp@example.com');
    await popup.signUp.click();
    await popup.toSucceed();
  });

  test('keeps a sign-up that failed when it is what sends again, which goes on without it', async ({
    visit,
    popup,
    page,
    surprises,
  }) => {
    surprises.tolerate(/hello-again\.unsent|v1\/submissions|Failed to load resource/);
    await visit({ instead: { file: /hello-again\.unsent/, answer: ways[0]?.[1] as ReturnType<typeof html> } });
    await page.route(/\/v1\/submissions/, (route) => route.abort());
    await popup.submit({ email: 'nounsent@example.com', mails: true });
    await expect(popup.dialog.getByText('It is kept here')).toBeVisible();
    await page.unroute(/\/v1\/submissions/);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => page.evaluate(() => localStorage.getItem('hello_again_outbox'))).toBeNull();
  });

  test('shows the form in another language when it is a language’s', async ({ page, visit, surprises }) => {
    surprises.tolerate(/hello-again\.strings-de|Failed to load resource/);
    await visit({
      attributes: { 'data-region': 'eu', 'data-locale': 'de' },
      instead: { file: /hello-again\.strings-de/, answer: ways[0]?.[1] as ReturnType<typeof html> },
    });
    await expect(page.locator('hello-again [lang]').first()).toHaveAttribute('lang', 'en');
    expect(await explained(page)).toEqual(['hello-again.strings-de-eu']);
  });
});

// Firefox 153 and WebKitGTK 2.54 answer for as long as the page lives what a file's address answered at first.
test.describe('a file that failed once is asked for at another address', () => {
  const builtNames = readdirSync(join(root, 'dist/embed')).flatMap(
    (file) => /^hello-again\.([\w-]+)-\w{6}\.js$/.exec(file)?.[1] ?? [],
  );
  /** Answers a file's first address by an error, always. */
  const failing =
    (file: RegExp): Handler =>
    (request, response) =>
      file.test(request.url ?? '') ? void response.writeHead(503).end() : built(request, response);

  for (const name of [
    'memory',
    'popup',
    'strings-en-uk',
    'phone-44',
    'phone-pack-western-europe',
    'sending',
    'theme',
  ]) {
    test(`when it is ${name}, and the visitor signs up`, async ({ page, visit, popup, surprises }) => {
      expect(builtNames).toContain(name);
      surprises.tolerate(/hello-again\.|Failed to load resource/);
      const file = new RegExp(`/hello-again\\.${name}-\\w{6}\\.js$`);
      await visit({ attributes: { 'data-theme': 'warm' }, instead: { file, answer: failing(file) } });
      const again = page.waitForResponse((response) => response.url().endsWith('?1') && response.url().includes(name));
      await popup.toAsk('email+phone');
      await popup.submit({ email: 'again@example.com', phone: '+33 6 12 34 56 78', texts: true, mails: true });
      await popup.toSucceed();
      expect((await again).ok()).toBe(true);
    });
  }

  test('when every one of them failed', async ({ visit, popup, surprises }) => {
    surprises.tolerate(/hello-again\.|Failed to load resource/);
    const file = /\/hello-again\.[\w-]+-\w{6}\.js$/;
    await visit({ instead: { file, answer: failing(file) } });
    await popup.toAsk('email+phone');
    await popup.submit({ email: 'all@example.com', phone: '07700 900982', texts: true, mails: true });
    await popup.toSucceed();
  });
});
