import { answerWith } from '../support/answers.ts';
import { eventsOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, freePhone, otherPhone, penny } from '../support/people.ts';
import { call, explain, identify } from '../support/signup.ts';
import { stored } from '../support/storage.ts';

test.describe('a visitor who is logged in by the page', () => {
  test('is asked for consent in one box that names the number, and has a declared identity', async ({
    shop,
    popup,
    page,
  }) => {
    const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
    await shop.visit('/', { storage: 'allowed', delay: '60000' });
    await identify(page, { email: 'login@example.com', phone: freePhone.e164 });
    await toDecide(page, 'consent', 'known-needs-consent');
    await call(page, 'open');
    await popup.toAsk('consent');
    await expect(popup.texts).not.toBeChecked();
    await expect(popup.texts).toHaveAccessibleName(/\+44 7700 900982/);
    await popup.submit({ texts: true });
    await popup.toSucceed();
    expect(posted).toHaveLength(1);
    expect(posted[0]?.identity.certainty).toBe('declared');
    expect(posted[0]?.contact.phone).toBe(freePhone.e164);
    expect(posted[0]?.consents).toMatchObject([{ channel: 'sms', to: freePhone.e164, granted: true }]);
  });

  test('can choose "another number" beside the box', async ({ shop, popup, page }) => {
    const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
    await shop.visit('/', { storage: 'allowed', delay: '60000' });
    await identify(page, { email: 'login@example.com', phone: freePhone.e164 });
    await toDecide(page, 'consent', 'known-needs-consent');
    await call(page, 'open');
    await popup.dialog.getByRole('button', { name: /another number/i }).click();
    await popup.toAsk('phone');
    await popup.submit({ phone: otherPhone.written, texts: true });
    await popup.toSucceed();
    expect(posted[0]?.contact.phone).toBe(otherPhone.e164);
  });

  test('is asked nothing when subscribed to both', async ({ shop, page }) => {
    await shop.visit('/', { storage: 'allowed', delay: '60000' });
    await identify(page, { email: 'login@example.com', subscribed: { email: true, sms: true } });
    await toDecide(page, 'nothing', 'already-subscribed');
  });

  test('is a stranger again after logging out', async ({ shop, page }) => {
    await shop.visit('/', { storage: 'allowed', delay: '60000' });
    await identify(page, { email: 'login@example.com' });
    await toDecide(page, 'phone', 'known-needs-phone');
    await identify(page, null);
    await toDecide(page, 'email+phone', 'unknown');
  });

  test('outranks a link that names somebody else, which is set aside', async ({ shop, popup, page }) => {
    const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
    await shop.followMail(penny.name, { storage: 'allowed', delay: '60000' });
    await toDecide(page, 'phone', 'known-needs-phone');
    await identify(page, { email: 'login@example.com' });
    await call(page, 'open');
    await popup.toAsk('phone');
    await popup.submit({ phone: freePhone.written, texts: true });
    await popup.toSucceed();
    expect(posted[0]?.identity.identifiers).toMatchObject([
      { field: 'email', source: 'page', value: 'login@example.com' },
    ]);
    expect(posted[0]?.identity.setAside).toMatchObject([{ source: 'link', why: 'outranked' }]);
  });
});

test('pause() closes the popup and keeps it closed until resume()', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.visit('/', { storage: 'allowed', delay: '60000' });
  await toDecide(page, 'email+phone', 'unknown');
  await call(page, 'pause');
  await call(page, 'pause');
  await page.clock.runFor(90_000);
  await call(page, 'open');
  await expect(popup.dialog).toHaveCount(0);
  await call(page, 'resume');
  await call(page, 'resume');
  await toDecide(page, 'email+phone', 'unknown');
  await page.clock.runFor(90_000);
  await popup.toAsk('email+phone');
});

test('open() shows "signed up" to a subscriber, and a second open() does nothing', async ({ shop, popup, page }) => {
  await shop.followMail(ade.name, { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
  await call(page, 'open');
  await call(page, 'open');
  await expect(popup.dialog).toHaveCount(1);
  await expect(popup.status).toContainText(/already signed up/i);
  await call(page, 'close');
  await call(page, 'close');
  await expect(popup.dialog).toHaveCount(0);
  expect((await eventsOf(page)).filter(({ name }) => name === 'close')).toHaveLength(1);
});

test('closing the success panel does not count as a dismissal', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();
  await popup.close.click();
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
});

test('open() skips the quiet period, but no rule of identity', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.close.click();
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'dismissed');
  await call(page, 'open');
  await popup.toAsk('phone');
});

test('forget() deletes what this browser remembers', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.close.click();
  await expect.poll(() => stored(page)).toContain('hello_again');
  await call(page, 'forget');
  await expect.poll(() => stored(page)).toEqual([]);
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'email+phone', 'unknown');
});

test('the coupon is shown whether or not the box for texts is ticked', async ({ shop, popup }) => {
  await shop.visit('/', { storage: 'allowed', coupon: 'BEANS10' });
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'coupon@example.com', mails: true });
  await popup.toSucceed();
  await expect(popup.dialog).toContainText('BEANS10');
});

test('the popup stays closed on the cart and the checkout by default', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.visit('/checkout', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'not-targeted');
  await page.clock.runFor(30_000);
  await expect(popup.dialog).toHaveCount(0);
});

test('the popup stays closed for a visitor who has seen it three times', async ({ shop, popup, page }) => {
  for (let visit = 0; visit < 3; visit += 1) {
    await shop.visit('/', { storage: 'allowed' });
    await popup.toAsk('email+phone');
    // It is written down once the popup stands; who is faster than that has not seen it.
    await expect.poll(async () => (await explain(page)).memory.seen.shown).toBe(visit + 1);
  }
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'frequency-cap');
});

test.describe('the lookup', () => {
  test('is made once a tab, with identifiers alone', async ({ shop, popup, page }) => {
    const asked: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/lookup')) asked.push(request.postDataJSON());
    });
    await shop.followMail(penny.name, { storage: 'allowed', delay: '60000' });
    await toDecide(page, 'phone', 'known-needs-phone');
    await shop.visit('/', { storage: 'allowed' });
    await popup.toAsk('phone');
    // What it knows is the masked email.
    await expect(popup.dialog).toContainText('p•••@example.com');
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked)).not.toContain('@');
  });

  test('is not made for a stranger', async ({ shop, popup, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/lookup')) asked.push(request.url());
    });
    await shop.visit('/', { storage: 'allowed' });
    await popup.toAsk('email+phone');
    expect(asked).toEqual([]);
  });

  test('does not hold up the popup when it hangs', async ({ shop, popup, page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/v1\/lookup/, async (route) => {
      await held;
      await route.abort();
    });
    await shop.followMail(penny.name, { storage: 'allowed' });
    await popup.toAsk('phone');
    await expect(popup.dialog).toContainText('This adds texting to the account our email was sent to.');
    release();
  });
});
