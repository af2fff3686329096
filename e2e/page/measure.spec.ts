import type { Page } from '@playwright/test';
import { test as base, expect } from '../support/fixtures.ts';
import { html } from '../support/sites.ts';
import { jsonOptions, shopPage, shopSite } from '../support/tag.ts';

const email = 'measured@example.com';
const number = '07700 900982';

type Entry = Readonly<Record<string, unknown>> & { readonly event: string };

const layer = (page: Page): Promise<Entry[]> =>
  page.evaluate(() => JSON.parse(JSON.stringify((window as unknown as { dataLayer?: unknown }).dataLayer ?? [])));

const test = base.extend<{ visit: (options?: object) => Promise<void> }>({
  visit: async ({ page, startSite, store, baseURL }, use) => {
    let content = '';
    const site = await startSite(
      shopSite((request, response) => html(content)(request, response)),
      'shop.localhost',
    );
    await use(async (options = {}) => {
      const json = JSON.stringify(
        jsonOptions(`${baseURL}/v1/submissions`, store, { measure: 'dataLayer', ...options }),
      );
      content = shopPage({
        body: `<script type="application/json" data-hello-again>${json}</script><script src="/hello-again.js"></script>`,
      });
      await page.goto(`${site.origin}/`);
    });
  },
});

test('a sign-up is measured from the impression to its outcome, without personal data', async ({
  visit,
  page,
  popup,
}) => {
  await visit();
  await popup.toAsk('email+phone');
  await popup.submit({ email, phone: number, texts: true, mails: true });
  await popup.toSucceed();
  await expect.poll(async () => (await layer(page)).map(({ event }) => event)).toContain('hello_again_sent');
  const entries = await layer(page);
  const asked = { ask: 'email+phone', reason: 'unknown' };
  for (const name of ['open', 'step', 'submit', 'sent']) {
    expect(entries.find(({ event }) => event === `hello_again_${name}`)).toMatchObject(asked);
  }
  expect(JSON.stringify(entries)).not.toMatch(/measured|900982/);
});

test('the event of a dismissal says how the popup was closed and what it had asked for', async ({
  visit,
  page,
  popup,
}) => {
  await visit();
  await popup.toAsk('email+phone');
  await popup.close.click();
  await expect
    .poll(async () => (await layer(page)).find(({ event }) => event === 'hello_again_close'))
    .toMatchObject({ reason: 'close', ask: 'email+phone', askReason: 'unknown' });
});

test('a visitor who is held out sees nothing, and the impression that they would have had is measured', async ({
  visit,
  page,
  popup,
}) => {
  await visit({ variants: { none: { share: 1, isHoldout: true } } });
  await expect
    .poll(async () => (await layer(page)).find(({ event }) => event === 'hello_again_holdout'))
    .toMatchObject({ ask: 'email+phone', reason: 'unknown', variant: 'none' });
  await expect(popup.host).toHaveCount(0);
});

test('nothing is pushed to the data layer unless the owner asks for it', async ({ visit, page, popup }) => {
  await visit({ measure: undefined });
  await popup.toAsk('email+phone');
  expect(await page.evaluate(() => 'dataLayer' in window)).toBe(false);
});

/** As when the visitor goes to another tab. */
const hide = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });

test('page views are counted for the collector as they are left, without personal data and without anything stable', async ({
  visit,
  page,
  popup,
  store,
  request,
}) => {
  const beacons: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().endsWith('/v1/counts')) beacons.push(sent.postData() ?? '');
  });
  await visit({ measure: 'collector' });
  await popup.toAsk('email+phone');
  await popup.submit({ email, phone: number, texts: true, mails: true });
  await popup.toSucceed();
  await hide(page);
  await expect.poll(() => beacons).toHaveLength(1);
  // Everything that is in it: a person or a browser could hide in anything else.
  expect(JSON.parse(beacons[0] ?? '')).toEqual({
    store,
    ask: 'email+phone',
    reason: 'unknown',
    counts: ['asked', 'typed', 'shown', 'submitted', 'accepted'],
  });

  await expect
    .poll(async () => (await request.get(`/results.csv?store=${store}`)).text())
    .toContain('ask,email+phone,1,1,0,1,0,1,1');
});

test('a page view is counted when the visitor goes to another page', async ({ visit, page, popup, store, request }) => {
  await visit({ measure: 'collector' });
  await popup.toAsk('email+phone');
  await page.goto('about:blank');
  await expect
    .poll(async () => (await request.get(`/results.csv?store=${store}`)).text())
    .toContain('ask,email+phone,1,1,0,0,0,0,0');
});

test('what happens after the visitor has come back to the tab is counted once', async ({ visit, page, popup }) => {
  const beacons: { counts: string[] }[] = [];
  page.on('request', (sent) => {
    if (sent.url().endsWith('/v1/counts')) beacons.push(JSON.parse(sent.postData() ?? '{}'));
  });
  await visit({ measure: 'collector' });
  await popup.toAsk('email+phone');
  await hide(page);
  await expect.poll(() => beacons.map(({ counts }) => counts)).toEqual([['asked', 'shown']]);
  await hide(page);
  await popup.close.click();
  await hide(page);
  await expect.poll(() => beacons.map(({ counts }) => counts)).toEqual([['asked', 'shown'], ['closed']]);
});

test('nothing is counted for the collector unless the owner asks for it', async ({ visit, page, popup }) => {
  const beacons: string[] = [];
  page.on('request', (sent) => beacons.push(...(sent.url().includes('/counts') ? [sent.url()] : [])));
  await visit({ measure: undefined });
  await popup.toAsk('email+phone');
  await page.goto('about:blank');
  expect(beacons).toEqual([]);
});
