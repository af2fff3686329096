import { eventOf } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { call } from '../support/signup.ts';
import { html } from '../support/sites.ts';
import { scriptTag, shopPage, shopSite } from '../support/tag.ts';

test('the demo sends a strict policy with every page', async ({ shop, page }) => {
  for (const path of ['/', '/inbox', '/checkout', '/profiles']) {
    const response = await page.goto(shop.path(path));
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy, path).toContain("require-trusted-types-for 'script'");
    expect(policy, path).not.toMatch(/unsafe-(inline|eval)/);
  }
});

test('the whole journey violates nothing', async ({ shop, popup }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.submit({ phone: '12345', texts: true });
  await expect(popup.phone).toHaveAttribute('aria-invalid', 'true');
  await popup.submit({ phone: '07700 900982' });
  await popup.toSucceed();
  await popup.close.click();
  await expect(popup.dialog).toBeHidden();
});

test('the tightest policy that lets the script load is enough', async ({ page, popup, baseURL, store, startSite }) => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${baseURL}`,
    "style-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const collector = `${baseURL}/v1/submissions?store=${store}`;
  const tag = scriptTag({ src: '/hello-again.js', collector, store });
  const site = await startSite(
    shopSite(html(shopPage({ head: tag }), { 'content-security-policy': policy })),
    'shop.localhost',
  );
  await page.goto(site.origin);
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'strict@example.com', phone: '+44 7700 900982', texts: true });
  await popup.toSucceed();
  await eventOf(page, 'sent');
  // The styles came in without a <style> element: a dialog without them would be as wide as its text.
  await expect(popup.dialog).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await call(page, 'destroy');
  await expect(popup.host).toHaveCount(0);
});
