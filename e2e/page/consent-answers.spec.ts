import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { call } from '../support/signup.ts';
import { stored } from '../support/storage.ts';

/** Answers as a page's own script does, with whatever its banner gives. */
const answer = (value: string) => `HelloAgain.setConsent(${value})`;

/** An answered banner goes, as the demo's own would. */
const answered = (value: string) => `document.querySelector('#cookie-banner')?.remove(); ${answer(value)}`;

for (const [yes, no] of [
  ['true', 'false'],
  ["'accepted'", "'rejected'"],
  ["'yes'", "'no'"],
] as const) {
  test(`setConsent(${yes}) grants, and setConsent(${no}) denies`, async ({ shop, page, popup }) => {
    await shop.visit('/', { storage: 'banner' });
    await page.evaluate(answered(yes));
    await popup.toAsk('email+phone');
    await popup.close.click();
    await expect.poll(() => stored(page)).toContain('hello_again');
    await page.evaluate(answer(no));
    await expect.poll(() => stored(page)).toEqual([]);
  });
}

test('setConsent() changes nothing for anything else, and says so in the console', async ({ shop, page, popup }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await shop.visit('/', { storage: 'banner' });
  for (const value of ['undefined', "'maybe'", '1', '{}']) await page.evaluate(answer(value));
  await expect
    .poll(() => lines.filter((line) => /setConsent\(.*\) changes nothing: it takes/.test(line)).length)
    .toBe(4);
  await page.clock.install();
  await page.clock.runFor(30_000);
  await expect(popup.host).toHaveCount(0);
});

test('a grant is ignored with storage: none, and the console says why', async ({ shop, page }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await shop.visit('/', { storage: 'none' });
  await page.evaluate(answer('true'));
  await expect.poll(() => lines.join('\n')).toMatch(/with storage: 'none' nothing is ever stored/);
  expect(await stored(page)).toEqual([]);
});

test('identify() with an email that is none identifies nobody', async ({ shop, page, popup }) => {
  await shop.visit('/', { storage: 'allowed', delay: '60000' });
  await page.evaluate("HelloAgain.identify({ email: '{{ customer.email }}', id: 0 })");
  await toDecide(page, 'email+phone', 'unknown');
  await call(page, 'open');
  await popup.toAsk('email+phone');
});
