import { decisionsOf, eventsOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { Popup } from '../support/popup.ts';
import { Shop } from '../support/shop.ts';
import { call } from '../support/signup.ts';
import { stored } from '../support/storage.ts';

test('a page that comes back from the cache reads memory again', async ({ shop, popup, page, context }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await popup.toAsk('email+phone');
  await popup.close.click();
  const before = await decisionsOf(page);
  const tab = await context.newPage();
  const other = new Popup(tab);
  await new Shop(tab, shop.store).followMail(penny.name, { storage: 'allowed', ha: 'force' });
  await other.submit({ phone: '07700 900982', texts: true });
  await other.toSucceed();
  await tab.close();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect.poll(() => decisionsOf(page)).toBeGreaterThan(before);
  await toDecide(page, 'nothing', 'already-subscribed');
  await expect(popup.dialog).toHaveCount(0);
});

test('the popup pushes no history entry and keeps the state of the current one', async ({ shop, popup, page }) => {
  await shop.visit('/inbox');
  await page.evaluate(() => history.replaceState({ from: 'the shop' }, ''));
  const before = await page.evaluate(() => history.length);
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.close.click();
  // One for the page itself.
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

test('destroy() leaves no element, style or listener behind', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.visit('/', { storage: 'allowed', ha: 'off' });
  await toDecide(page, 'nothing', 'paused');
  const look = () =>
    page.evaluate(() => ({
      elements: [...document.querySelectorAll('*')]
        .map((element) => element.cloneNode(false) as Element)
        .map((copy) => copy.outerHTML),
      sheets: document.adoptedStyleSheets.length,
      scroll: getComputedStyle(document.body).overflow + getComputedStyle(document.documentElement).overflow,
    }));
  const before = await look();

  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await page.clock.runFor(1_000);
  await popup.toAsk('email+phone');
  await call(page, 'destroy');
  await expect(popup.host).toHaveCount(0);
  expect(await look()).toEqual(before);

  const heard = (await eventsOf(page)).length;
  await call(page, 'open');
  await page.clock.runFor(60_000);
  await expect(popup.host).toHaveCount(0);
  expect(await eventsOf(page)).toHaveLength(heard);
  await call(page, 'destroy');
});

// Playwright has Chromium prerender nothing (`Page.setPrerenderingAllowed`), so the page is told that it is being prerendered.
test('a page that is being prerendered stores, decides, sends and shows nothing', async ({ shop, popup, page }) => {
  await page.addInitScript(() => {
    let isPrerendering = true;
    Object.defineProperty(Document.prototype, 'prerendering', { get: () => isPrerendering });
    addEventListener('activate-for-test', () => {
      isPrerendering = false;
      document.dispatchEvent(new Event('prerenderingchange'));
    });
  });
  await page.clock.install();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await shop.followMail(penny.name, { storage: 'allowed' });
  await page.clock.runFor(30_000);
  expect(await eventsOf(page)).toEqual([]);
  expect(await stored(page)).toEqual([]);
  expect(sent).toEqual([]);
  await expect(popup.host).toHaveCount(0);

  await page.evaluate(() => dispatchEvent(new Event('activate-for-test')));
  await toDecide(page, 'phone', 'known-needs-phone');
  await page.clock.runFor(10_000);
  await popup.toAsk('phone');
});
