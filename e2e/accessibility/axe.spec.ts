import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerWith } from '../support/answers.ts';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, penny, sam } from '../support/people.ts';
import { call, identify } from '../support/signup.ts';

// What fades in has no contrast yet.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** WCAG 2.2 AA, and what axe counts as good practice, for the popup alone: the page behind is the shop's. */
async function toBeAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    .include('hello-again')
    // Reading the page's style sheets again serves one rule only (orientation), and breaks the page's own policy.
    .options({ preload: false })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  // An empty selection violates nothing.
  expect(passes.length).toBeGreaterThan(5);
}

test('the form that asks for the number is accessible @phone', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await toBeAccessible(page);
});

test('the form that asks for email and number is accessible, and stays so when it shows errors @phone', async ({
  shop,
  popup,
  page,
}) => {
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await popup.toAsk('email+phone');
  await toBeAccessible(page);
  await popup.submit({ email: 'nobody', phone: '12' });
  await expect(popup.email).toHaveAttribute('aria-invalid', 'true');
  await toBeAccessible(page);
});

test('the form that asks for the email is accessible', async ({ shop, popup, page }) => {
  await shop.followMail(sam.name, { storage: 'allowed' });
  await popup.toAsk('email');
  await toBeAccessible(page);
});

test('the form that asks for consent alone is accessible', async ({ shop, popup, page }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'off' });
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await toDecide(page, 'email+phone', 'unknown');
  await popup.toAsk('email+phone');
  await popup.close.click();
  await identify(page, { email: 'login@example.com', phone: '+447700900982' });
  await toDecide(page, 'consent', 'known-needs-consent');
  await call(page, 'open');
  await popup.toAsk('consent');
  await toBeAccessible(page);
});

test('the form is accessible after "Not you?"', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.notYou.click();
  await popup.toAsk('email+phone');
  await toBeAccessible(page);
});

test('the success panel is accessible @phone', async ({ shop, popup, page }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.submit({ phone: '07700 900982', texts: true });
  await popup.toSucceed();
  await toBeAccessible(page);
});

for (const [state, status] of [
  ['waiting for the collector', 503],
  ['given up', 404],
] as const) {
  test(`the panel “${state}” is accessible`, async ({ shop, popup, page, surprises }) => {
    surprises.expect(new RegExp(`status of ${status}`));
    await answerWith(page, { status });
    await shop.followMail(penny.name, { storage: 'allowed' });
    await popup.submit({ phone: '07700 900982', texts: true });
    await expect(popup.status).not.toBeEmpty();
    await toBeAccessible(page);
  });
}

test('the panel that the page opens for a subscriber is accessible', async ({ shop, popup, page }) => {
  await shop.followMail(ade.name, { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
  await call(page, 'open');
  await expect(popup.dialog).toBeVisible();
  await toBeAccessible(page);
});

test.describe('in dark colours', () => {
  test.use({ colorScheme: 'dark' });

  test('the form that asks for email and number is accessible when it shows errors', async ({ shop, popup, page }) => {
    await shop.visit('/', { storage: 'allowed', ha: 'force' });
    await popup.toAsk('email+phone');
    await popup.submit({ email: 'nobody', phone: '12' });
    await expect(popup.email).toHaveAttribute('aria-invalid', 'true');
    await toBeAccessible(page);
  });
});
