import { findWholeBrowser } from '../../scripts/browser.mjs';
import { decisionsOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';

const whole = findWholeBrowser();
test.skip(whole === undefined, 'a headless shell has no back/forward cache');

// Playwright switches the back/forward cache off; this file is about it.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const browser = whole === undefined ? {} : { executablePath: whole };
    await use({ ...launchOptions, ...browser, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  },
});

test('a page restored from the back/forward cache reads memory again', async ({ shop, popup, page }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await popup.toAsk('email+phone');
  await popup.close.click();
  await page.evaluate(() => {
    addEventListener('pageshow', (event) => Object.assign(window, { wasRestored: event.persisted }));
  });
  const before = await decisionsOf(page);

  // On the next page the visitor signs up for everything.
  await shop.followMail(penny.name, { storage: 'allowed', ha: 'force' });
  await popup.toAsk('phone');
  await popup.submit({ phone: '07700 900982', texts: true });
  await popup.toSucceed();
  // A page that is restored does not load again.
  await page.goBack({ waitUntil: 'commit' });

  // It is told so a moment after it is the tab's page.
  await expect.poll(() => page.evaluate(() => (window as unknown as { wasRestored?: boolean }).wasRestored)).toBe(true);
  await expect.poll(() => decisionsOf(page)).toBeGreaterThan(before);
  await toDecide(page, 'nothing', 'already-subscribed');
  await expect(popup.dialog).toHaveCount(0);
});
