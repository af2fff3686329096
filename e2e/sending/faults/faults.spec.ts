import type { Page } from '@playwright/test';
import type { Api } from '../../support/api.ts';
import { eventOf, eventsOf } from '../../support/events.ts';
import { Popup } from '../../support/popup.ts';
import { setConsent } from '../../support/signup.ts';
import { stored } from '../../support/storage.ts';
import { expect, test, type Visit } from './faultTest.ts';
import { drop, type Fault, page as htmlPage, status, truncate, withoutCors } from './faultySite.ts';

const stranger = { email: 'ines@example.com', phone: '07700 900982', texts: true };

/** Every submission that was made is stored, once. */
async function toBeStoredOnce({ way }: Visit, api: Api, made = 1): Promise<void> {
  const ids = () => [...new Set(way.posted)].sort();
  // Waits between tries are drawn by lot, and add up.
  await expect.poll(() => ids().length, { timeout: 20_000 }).toBe(made);
  await expect
    .poll(async () => (await api.submissions()).map(({ id }) => id).sort(), { timeout: 15_000 })
    .toEqual(ids());
}

/** What was acknowledged is not kept any more, and was not acknowledged twice. */
async function toHaveSettled({ way }: Visit, tab: Page): Promise<void> {
  await expect.poll(() => tab.evaluate(() => localStorage.getItem('hello_again_outbox'))).toBeNull();
  expect(way.acknowledged.length).toBe(new Set(way.acknowledged).size);
}

const faults: Readonly<Record<string, readonly Fault[]>> = {
  'a 503': [{ answer: status(503) }],
  'a 503 that says when, in seconds': [{ answer: status(503, { 'retry-after': '1' }) }],
  'a 503 that says when, by date': [
    { answer: (response) => status(503, { 'retry-after': new Date(Date.now() + 1_000).toUTCString() })(response) },
  ],
  'a 429': [{ answer: status(429, { 'retry-after': '1' }) }],
  'three failures of three kinds': [{ answer: status(500) }, { answer: drop }, { answer: status(502) }],
  'a connection that breaks before the collector has it': [{ answer: drop }],
  'a connection that breaks after the collector has it': [{ isTaken: true, answer: drop }],
  'an answer that breaks off': [{ isTaken: true, answer: truncate }],
  'an answer lost twice': [
    { isTaken: true, answer: drop },
    { isTaken: true, answer: truncate },
  ],
  'a page instead of an answer': [{ answer: htmlPage(200) }],
  'a page instead of an answer, from behind the collector': [{ isTaken: true, answer: htmlPage(200) }],
  'a gateway’s page': [{ answer: htmlPage(502) }],
  'a redirect': [{ answer: status(302, { location: '/elsewhere' }) }],
  'a redirect that keeps the method': [{ answer: status(307, { location: '/elsewhere' }) }],
  'an answer that the browser may not read': [{ isTaken: true, answer: withoutCors }],
  'a preflight that is refused': [{ refusesPreflight: true }],
};

for (const [name, list] of Object.entries(faults)) {
  test(`after ${name} the visitor is told the truth, and the submission arrives once`, async ({
    visit,
    popup,
    page,
    api,
  }) => {
    visit.way.goesWrong(...list);
    await visit.open();
    await popup.submit(stranger);
    // It says that it waits, and then, without anybody doing anything, that it has arrived.
    await eventOf(page, 'waiting');
    await toBeStoredOnce(visit, api);
    await eventOf(page, 'sent');
    await popup.toSucceed();
    await toHaveSettled(visit, page);
  });
}

test('a slow answer leaves one submission, however often the button is pressed', async ({
  visit,
  popup,
  page,
  api,
}) => {
  let answer: (() => void) | undefined;
  visit.way.goesWrong({
    isTaken: true,
    answer: (response) => {
      answer = () => status(200)(response);
    },
  });
  await visit.open();
  await popup.submit(stranger);
  await popup.phone.press('Enter');
  await popup.phone.press('Enter');
  await expect.poll(() => answer !== undefined).toBe(true);
  answer?.();
  await popup.toSucceed();
  await toBeStoredOnce(visit, api);
  await toHaveSettled(visit, page);
});

test('a bare 204 is not retried', async ({ visit, popup, page, api }) => {
  visit.way.goesWrong({ isTaken: true, answer: status(204) });
  await visit.open();
  await popup.submit(stranger);
  await popup.toSucceed();
  await toBeStoredOnce(visit, api);
  expect(visit.way.posted).toHaveLength(1);
  await toHaveSettled(visit, page);
});

test('a submission that can never succeed is deleted, and the visitor is told', async ({ visit, popup, page, api }) => {
  visit.way.goesWrong({ answer: status(404) });
  await visit.open();
  await popup.submit(stranger);
  expect((await eventOf(page, 'failed')).detail).toMatchObject({ status: 404 });
  await visit.open();
  await toHaveSettled(visit, page);
  expect([visit.way.posted.length, await api.submissions()]).toEqual([1, []]);
});

test('a submission made offline waits, and is sent when the network is back', async ({
  visit,
  popup,
  page,
  api,
  context,
}) => {
  await visit.open();
  await popup.email.fill(stranger.email);
  await popup.phone.fill(stranger.phone);
  await popup.texts.check();
  // What sending needs is fetched once somebody types.
  const fetched = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(),
    );
  for (const part of ['sending', 'memory', 'phone']) await expect.poll(fetched).toContain(`.${part}-`);
  await context.setOffline(true);
  await popup.signUp.click();
  await eventOf(page, 'waiting');
  expect(visit.way.posted).toEqual([]);
  await context.setOffline(false);
  await toBeStoredOnce(visit, api);
  await popup.toSucceed();
  await toHaveSettled(visit, page);
});

test('a submission survives a reload while it is on its way', async ({ visit, popup, page, api }) => {
  visit.way.goesWrong({ isTaken: true, answer: () => {} });
  await visit.open();
  await popup.submit(stranger);
  await expect.poll(() => visit.way.posted.length).toBe(1);
  await page.reload();
  await eventOf(page, 'sent');
  await toBeStoredOnce(visit, api);
  await toHaveSettled(visit, page);
});

test('a submission survives its tab being closed, and the next tab delivers it', async ({
  visit,
  popup,
  page,
  api,
  context,
}) => {
  visit.way.goesWrong({ answer: () => {} });
  await visit.open();
  await popup.submit(stranger);
  await expect.poll(() => visit.way.posted.length).toBe(1);
  const next = await context.newPage();
  await page.close({ runBeforeUnload: false });
  await visit.open({}, next);
  await toBeStoredOnce(visit, api);
  await toHaveSettled(visit, next);
});

test('a submission survives more page views while the collector is down', async ({ visit, popup, page, api }) => {
  visit.way.goesWrong({ answer: status(503) }, { answer: status(503) }, { answer: drop });
  await visit.open();
  await popup.submit(stranger);
  await eventOf(page, 'waiting');
  await visit.open();
  await visit.open();
  await toBeStoredOnce(visit, api);
  await toHaveSettled(visit, page);
});

test('a submission is kept in the page when the browser’s storage is full', async ({ visit, popup, page, api }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  visit.way.goesWrong({ answer: status(503) });
  await visit.open();
  await popup.submit(stranger);
  await toBeStoredOnce(visit, api);
  await popup.toSucceed();
});

test('a submission gets its last try on leaving the page where nothing may be stored', async ({
  visit,
  popup,
  page,
  api,
}) => {
  visit.way.goesWrong({ answer: status(503, { 'retry-after': '600' }) });
  await visit.open({ 'data-storage': 'none' });
  await popup.submit(stranger);
  await eventOf(page, 'waiting');
  await expect(popup.dialog).toContainText('keep this page open');
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  await page.goto('about:blank');
  await toBeStoredOnce(visit, api);
});

test('one of three tabs posts what an earlier page left', async ({ visit, popup, page, api, context }) => {
  visit.way.goesWrong({ answer: status(503) });
  await visit.open();
  await popup.submit(stranger);
  await eventOf(page, 'waiting');
  await page.goto('about:blank');
  const before = visit.way.posted.length;
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()]);
  await Promise.all(tabs.map((tab) => visit.open({}, tab)));
  await toBeStoredOnce(visit, api);
  for (const tab of tabs) await toHaveSettled(visit, tab);
  expect(visit.way.posted.length - before).toBeLessThanOrEqual(1);
  const sent = await Promise.all(
    tabs.map(async (tab) => (await eventsOf(tab)).filter((e) => e.name === 'sent').length),
  );
  expect(sent.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(1);
});

test('two sign-ups, the first still unsent, arrive in their order', async ({ visit, popup, page, context, api }) => {
  visit.way.goesWrong({ answer: status(503) }, { answer: status(503) }, { answer: drop });
  await visit.open();
  await popup.toAsk('email+phone');
  // Another tab has its form open already: on a later page what waits counts as asked.
  const tab = await context.newPage();
  const other = new Popup(tab);
  await tab.goto(page.url());
  await other.toAsk('email+phone');
  await popup.submit(stranger);
  await eventOf(page, 'waiting');
  await other.submit({ email: 'jonah@example.com', phone: '07700 900461', texts: true });
  await toBeStoredOnce(visit, api, 2);
  const order = (await api.submissions()).map(({ contact }) => contact.email);
  expect(order).toEqual(['ines@example.com', 'jonah@example.com']);
  await toHaveSettled(visit, page);
});

test('withdrawing the permission makes one last try, and nothing is kept', async ({ visit, popup, page, api }) => {
  visit.way.goesWrong({ answer: status(503, { 'retry-after': '600' }) });
  await visit.open();
  await popup.submit(stranger);
  await eventOf(page, 'waiting');
  await setConsent(page, 'denied');
  await toBeStoredOnce(visit, api);
  await toHaveSettled(visit, page);
  expect(await stored(page)).toEqual([]);
});
