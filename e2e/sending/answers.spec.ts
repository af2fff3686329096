import type { ScriptedAnswer } from '../../widget/testing/index.ts';
import { answerWith } from '../support/answers.ts';
import { eventOf, eventsOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { stored } from '../support/storage.ts';

const number = '07700 900982';
const email = 'stranger@example.com';

test('a 2xx with linked and subscribed shows success, and nothing is asked again', async ({ shop, popup, page }) => {
  await answerWith(page, {
    status: 200,
    body: { outcome: 'linked', identity: 'opaque', subscribed: { email: true, sms: true } },
  });
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.submit({ phone: number, texts: true });
  await popup.toSucceed();
  expect((await eventOf(page, 'sent')).detail).toMatchObject({ outcome: 'linked' });
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
});

for (const [name, body] of [
  ['a bare 2xx', undefined],
  ['pending', { outcome: 'pending', subscribed: { email: true, sms: true } }],
] as const) {
  test(`a 2xx with ${name} shows success that claims no more, and nothing is asked for a while`, async ({
    shop,
    popup,
    page,
  }) => {
    await answerWith(page, body ? { status: 202, body } : { status: 204 });
    await shop.followMail(penny.name, { storage: 'allowed' });
    await popup.submit({ phone: number, texts: true });
    await popup.toSucceed();
    await expect(popup.status).not.toContainText(/you.re (signed up|subscribed)/i);
    await shop.visit('/', { storage: 'allowed' });
    await toDecide(page, 'nothing', 'asked-lately');
  });
}

test('a 422 shows its errors at the fields, keeps the values and is not retried', async ({
  shop,
  popup,
  page,
  surprises,
}) => {
  surprises.expect(/status of 422/);
  const posted = await answerWith(page, {
    status: 422,
    body: { errors: [{ field: 'contact.phone', code: 'phone.impossible', message: 'That number cannot get texts.' }] },
  });
  await page.clock.install();
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.submit({ phone: number, texts: true });
  await expect(popup.phone).toHaveAttribute('aria-invalid', 'true');
  await expect(popup.phone).toHaveAccessibleDescription(/\S/);
  await expect(popup.phone).toHaveValue(number);
  await page.clock.runFor(300_000);
  expect(posted).toHaveLength(1);
});

test('a 409 asks again with the email, under a new id that refers to the first', async ({
  shop,
  popup,
  page,
  surprises,
}) => {
  surprises.expect(/status of 409/);
  const posted = await answerWith(
    page,
    { status: 409, body: { ask: 'email+phone' } },
    { status: 200, body: { outcome: 'accepted', subscribed: { email: true, sms: true } } },
  );
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.submit({ phone: number, texts: true });
  await popup.toAsk('email+phone');
  await expect(popup.phone).toHaveValue(number);
  await expect(popup.texts).toBeChecked();
  await popup.submit({ email: penny.email });
  await popup.toSucceed();

  const [first, second] = posted;
  expect(second?.id).not.toBe(first?.id);
  expect(second?.follows).toBe(first?.id);
  expect(second?.contact).toEqual({ email: penny.email, phone: '+447700900982', typedPhone: expect.any(String) });
  expect(second?.identity.identifiers).toEqual([]);
});

test('a 410 keeps the popup closed in this browser for as long as it says', async ({
  shop,
  popup,
  page,
  surprises,
}) => {
  surprises.expect(/status of 410/);
  const now = Date.now();
  await page.clock.install({ time: now });
  await answerWith(page, { status: 410, body: { pause: 3_600 } });
  await shop.visit('/', { storage: 'allowed' });
  await popup.submit({ email, mails: true });
  expect((await eventOf(page, 'failed')).detail).toMatchObject({ status: 410 });
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'paused');
  await page.clock.setSystemTime(now + 3_700_000);
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'email+phone', 'unknown');
});

for (const [name, answer, surprise] of [
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '7' } }, /status of 503/],
  ['429', { status: 429 }, /status of 429/],
  ['500', { status: 500 }, /status of 500/],
  ['no network', 'offline', /ERR_INTERNET_DISCONNECTED/],
] as const) {
  test(`after ${name} the submission is kept and retried under the same id, and the visitor is told the truth`, async ({
    shop,
    popup,
    page,
    surprises,
  }) => {
    surprises.expect(surprise);
    await page.clock.install();
    let recover = () => {};
    const recovered = new Promise<ScriptedAnswer>((resolve) => {
      recover = () => resolve({ status: 200, body: { outcome: 'accepted' } });
    });
    const posted = await answerWith(page, answer, recovered);
    await shop.visit('/', { storage: 'allowed' });
    await popup.submit({ email, mails: true });
    await eventOf(page, 'waiting');
    await expect(popup.status).not.toBeEmpty();
    await expect(popup.status).not.toContainText(/signed up|thank/i);
    // In small steps: a long one would also run out the time that a request in flight is given.
    await expect(async () => {
      await page.clock.runFor(1_000);
      expect(posted.length).toBe(2);
    }).toPass({ timeout: 10_000, intervals: [50] });
    recover();
    await eventOf(page, 'sent');
    // No form waits for this answer any more.
    expect(posted[1]).toEqual({
      ...posted[0],
      sentAt: expect.any(String),
      widget: { ...posted[0]?.widget, unattended: true },
    });
    expect(await page.evaluate(() => localStorage.getItem('hello_again_outbox'))).toBeNull();
  });
}

test('no retry comes earlier than Retry-After says', async ({ shop, popup, page, surprises }) => {
  surprises.expect(/status of 503/);
  // By the page's own clock, which goes on between two steps of the test as well.
  await page.addInitScript(() => {
    const times: number[] = [];
    const post = window.fetch;
    Object.assign(window, {
      haPosts: times,
      fetch(...args: Parameters<typeof fetch>) {
        if (/submissions/.test(String(args[0])) && args[1]?.method === 'POST') times.push(Date.now());
        return post.apply(window, args);
      },
    });
  });
  await page.clock.install();
  await answerWith(page, { status: 503, headers: { 'retry-after': '30' } }, { status: 200 });
  await shop.visit('/', { storage: 'allowed' });
  await popup.submit({ email, mails: true });
  await eventOf(page, 'waiting');
  const posts = () => page.evaluate(() => (window as unknown as { haPosts: number[] }).haPosts);
  await expect(async () => {
    await page.clock.runFor(1_000);
    expect(await posts()).toHaveLength(2);
  }).toPass({ timeout: 10_000, intervals: [50] });
  await eventOf(page, 'sent');
  const [first = 0, second = 0] = await posts();
  expect(second - first).toBeGreaterThanOrEqual(30_000);
});

test('the next page sends what could not be sent', async ({ shop, popup, page, surprises }) => {
  surprises.expect(/status of 503/);
  const posted = await answerWith(
    page,
    { status: 503, headers: { 'retry-after': '4' } },
    { status: 200, body: { outcome: 'accepted' } },
  );
  await shop.visit('/', { storage: 'allowed' });
  await popup.submit({ email, mails: true });
  await eventOf(page, 'waiting');
  await shop.visit('/profiles', { storage: 'allowed' });
  await shop.visit('/', { storage: 'allowed' });
  await expect.poll(() => posted.length).toBe(2);
  expect(posted[1]?.id).toBe(posted[0]?.id);
  await expect.poll(() => stored(page)).not.toContain('hello_again_outbox');
});

test('a refusal after the form has closed deletes the submission, reports it, and makes the next ask for both', async ({
  shop,
  popup,
  page,
  surprises,
}) => {
  surprises.expect(/status of 503/);
  surprises.expect(/status of 409/);
  const posted = await answerWith(
    page,
    { status: 503, headers: { 'retry-after': '4' } },
    { status: 409, body: { ask: 'email+phone' } },
  );
  await shop.followMail(penny.name, { storage: 'allowed', ha: 'force' });
  await popup.submit({ phone: number, texts: true });
  await eventOf(page, 'waiting');
  await shop.visit('/', { storage: 'allowed' });
  await expect.poll(() => posted.length).toBe(2);
  expect((await eventOf(page, 'error')).detail).toMatchObject({ code: 'refused-late' });
  expect(await stored(page)).not.toContain('hello_again_outbox');
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
});

test('any other answer is reported once and not retried', async ({ shop, popup, page, surprises }) => {
  surprises.expect(/status of 404/);
  await page.clock.install();
  const posted = await answerWith(page, { status: 404 });
  await shop.visit('/', { storage: 'allowed' });
  await popup.submit({ email, mails: true });
  expect((await eventOf(page, 'failed')).detail).toMatchObject({ status: 404 });
  await expect(popup.status).not.toContainText(/signed up|thank/i);
  await page.clock.runFor(300_000);
  expect(posted).toHaveLength(1);
});

test('a slow collector is waited for, and a second press of the button sends nothing', async ({
  shop,
  popup,
  page,
}) => {
  const posted: string[] = [];
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/v1\/submissions(\?|$)/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    posted.push(route.request().postData() ?? '');
    await held;
    return route.fulfill({ status: 200, json: { outcome: 'accepted' } });
  });
  await shop.visit('/', { storage: 'allowed' });
  await popup.submit({ email, mails: true });
  await expect.poll(() => posted.length).toBe(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  answer();
  await popup.toSucceed();
  expect(posted).toHaveLength(1);
  expect((await eventsOf(page)).filter(({ name }) => name === 'submit')).toHaveLength(1);
});
