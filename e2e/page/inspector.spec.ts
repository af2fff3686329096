import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Locator } from '@playwright/test';
import { test as base, expect } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

interface Bench {
  readonly frame: FrameLocator;
  readonly side: Locator;
  part(title: string | RegExp): Locator;
}

const test = base.extend<{ bench: Bench }>({
  bench: async ({ page }, use) => {
    const side = page.getByRole('main');
    const part = (title: string | RegExp) =>
      side.getByRole('group').filter({ has: page.getByRole('heading', { name: title }) });
    await use({ frame: page.frameLocator('#shop'), side, part });
  },
});

test('the inspector shows evidence, the deciding row, the payload, the receipt and the memory of one sign-up @phone', async ({
  shop,
  page,
  bench,
  isMobile,
}) => {
  const link = await shop.linkOf(penny.name);
  const token = link.searchParams.get('ha_id') ?? '';
  for (const [name, value] of Object.entries({ inspect: '1', storage: 'allowed' })) link.searchParams.set(name, value);
  await page.goto(link.href);

  await expect(bench.side.getByRole('status')).toContainText('Asks for the phone number only');
  await expect(bench.part('Evidence')).toContainText(/used.*profile of own, from the link, of the strength token/);
  const row = bench.part('The ask table').getByRole('row', { name: /decides/ });
  await expect(row).toContainText('known-needs-phone');
  await expect(bench.part('Payload as posted')).toContainText('Nothing has been posted');

  // On a small screen it says first what it is about.
  if (isMobile) await bench.frame.locator('[data-ha=unfold]').click();
  await bench.frame.getByRole('textbox', { name: 'Mobile number' }).fill(freePhone.written);
  await bench.frame.getByRole('checkbox', { name: /^Text me/ }).check();
  await bench.frame.getByRole('button', { name: 'Sign up', exact: true }).click();
  await expect(bench.frame.getByRole('dialog').getByRole('status')).toBeVisible();

  const payload = bench.part('Payload as posted');
  await expect(payload).toContainText('"kind": "phone"');
  await expect(payload).toContainText('+44•••982');
  await expect(bench.part('Receipt')).toContainText('linked');
  await bench.part('Memory of this browser').getByRole('heading').click();
  await expect(bench.part('Memory of this browser')).toContainText('"signedUpAt"');
  await expect(bench.part(/Events/)).toContainText('sent');
  // Masked throughout.
  const text = (await bench.side.textContent()) ?? '';
  expect(token.length).toBeGreaterThan(20);
  for (const secret of [token, freePhone.e164, '900982', penny.email]) expect(text).not.toContain(secret);
});

test('the inspector says when the popup would open, and what keeps it closed', async ({ shop, page, bench }) => {
  await shop.visit('/', { inspect: '1', storage: 'allowed', 'trigger-scroll': '60', 'trigger-pages': '3' });
  const when = bench.part('When it opens');
  await expect(when).toContainText('waits for 60 % of the page to be scrolled');
  await expect(when).toContainText('does not hold only from page 3 of the visit on; this is page 1');
  await shop.visit('/', { inspect: '1', storage: 'allowed', delay: '0' });
  await expect(when).toContainText('opens 0 seconds after the decision');
  await bench.frame.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await page.reload();
  await expect(bench.side).toContainText(/Kept closed by dismissed until .*: closed today, quiet for \d+ more days/);
});

test('the inspector stays open from page to page', async ({ shop, page, bench }) => {
  await shop.visit('/', { inspect: '1', storage: 'allowed', delay: '60000' });
  await expect(bench.side.getByRole('status')).toContainText('Asks for email and phone number');
  await bench.frame.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Inbox' }).click();
  await expect(bench.side.getByRole('status')).toContainText('has no signup');
  await bench.frame.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Checkout' }).click();
  await expect(bench.side.getByRole('status')).toContainText('excluded by targeting');
  expect(new URL(page.url()).searchParams.get('inspect')).toBe('1');
});

test('the inspector is accessible @phone', async ({ shop, page, bench }) => {
  await shop.visit('/', { inspect: '1', storage: 'allowed', delay: '60000' });
  await expect(bench.side.getByRole('status')).toContainText('Asks for');
  const { violations } = await new AxeBuilder({ page }).exclude('#shop').analyze();
  expect(violations).toEqual([]);
});
