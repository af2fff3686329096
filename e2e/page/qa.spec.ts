import { eventOf, eventsOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { explain } from '../support/signup.ts';

test('?ha=off keeps the popup closed for the whole tab', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.visit('/', { storage: 'allowed', ha: 'off' });
  await toDecide(page, 'nothing', 'paused');
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'paused');
  await page.clock.runFor(30_000);
  await expect(popup.host).toHaveCount(0);
});

test('window.HelloAgainOff keeps the popup closed', async ({ shop, popup, page }) => {
  await page.addInitScript(() => Object.assign(window, { HelloAgainOff: true }));
  await page.clock.install();
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'paused');
  await page.clock.runFor(30_000);
  await expect(popup.host).toHaveCount(0);
});

test('?ha=force skips the delay and the quiet period', async ({ shop, popup }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await popup.toAsk('email+phone');
  await popup.close.click();
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
});

test('?ha=dry plays everything, posts nothing, and says so', async ({ shop, popup, page, api }) => {
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/v1/submissions')) posts.push(request.url());
  });
  await shop.visit('/', { storage: 'allowed', ha: 'dry' });
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'nobody@example.com', phone: '07700 900982', texts: true });
  await popup.toSucceed('This was a test: nothing was sent, and you are not signed up.');
  expect(posts).toEqual([]);
  expect(await api.submissions()).toEqual([]);
});

test('the hooks for tests are where the documentation promises them', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await expect(popup.host).toHaveAttribute('data-ha-state', /\S/);
  for (const hook of ['phone', 'consent-sms', 'submit', 'close', 'not-you']) {
    await expect(page.locator(`[data-ha="${hook}"]`), hook).toHaveCount(1);
  }
  const form = await popup.host.getAttribute('data-ha-state');
  await popup.submit({ phone: '07700 900982', texts: true });
  await expect(page.locator('[data-ha="status"]')).not.toBeEmpty();
  await expect(popup.host).not.toHaveAttribute('data-ha-state', form ?? '');
});

test('explain() states the whole decision, without personal values', async ({ shop, popup, page }) => {
  const token = (await shop.linkOf(penny.name)).searchParams.get('ha_id') ?? '';
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  const explanation = await explain(page);
  expect(explanation).toMatchObject({ ask: 'phone', reason: 'known-needs-phone', certainty: 'claimed' });
  expect(explanation.sentence).toMatch(/^[A-Z].*\.$/);
  expect(explanation.evidence).toMatchObject([{ field: 'profile', issuer: 'own', source: 'link', strength: 'token' }]);
  const text = JSON.stringify([explanation, await eventsOf(page)]);
  expect(token.length).toBeGreaterThan(5);
  expect(text).not.toContain(token);
  await popup.submit({ phone: '07700 900982', texts: true });
  const sent = await eventOf(page, 'sent');
  expect((await explain(page)).last).toMatchObject({ id: sent.detail.id });
  expect(JSON.stringify([await explain(page), await eventsOf(page)])).not.toMatch(/7700\s?900/);
});

test('HelloAgain.explain() prints the sentence and a short table in the console, without personal values', async ({
  shop,
  page,
}) => {
  const printed: { readonly type: string; readonly text: string }[] = [];
  page.on('console', (message) => printed.push({ type: message.type(), text: message.text() }));
  const token = (await shop.linkOf(penny.name)).searchParams.get('ha_id') ?? '';
  await shop.followMail(penny.name, { storage: 'allowed', delay: '60000' });
  await toDecide(page, 'phone', 'known-needs-phone');
  await explain(page);
  await expect
    .poll(() => printed.map(({ text }) => text).join('\n'))
    .toMatch(/Asks for the phone number only: the visitor is known/);
  await expect
    .poll(() => printed.map(({ text }) => text).join('\n'))
    .toMatch(/Row 16 of 19 decides: known-needs-phone/);
  expect(printed.some(({ type }) => type === 'table')).toBe(true);
  expect(JSON.stringify(printed)).not.toContain(token);
});
