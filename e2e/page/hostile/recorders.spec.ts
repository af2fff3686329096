// The real rrweb, which PostHog, Sentry and others are built on, on pages of the built script.

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../../scripts/root.mjs';
import { answerWith } from '../../support/answers.ts';
import { identify } from '../../support/signup.ts';
import { expect, test } from './hostilePage.ts';

/** Everything that is recorded from now on, as one text. */
async function record(page: Page): Promise<() => Promise<string>> {
  await page.addScriptTag({ path: join(root, 'node_modules/rrweb/dist/rrweb.umd.min.cjs') });
  await page.evaluate(() => {
    const all: unknown[] = [];
    Object(window).recorded = all;
    Object(window).rrweb.record({ emit: (event: unknown) => all.push(event), sampling: { input: 'all' } });
  });
  return () => page.evaluate(() => JSON.stringify(Object(window).recorded));
}

const typed = { email: 'stranger@example.com', phone: '07700 900982', name: 'Marguerite' };
const secrets = /stranger|example\.com|900982|7700|Marguerite/;
const fields = [{ name: 'first', type: 'firstName' }];

for (const layout of ['modal', 'flyout'] as const) {
  test(`rrweb records no email, number, name or line with the number: ${layout}`, async ({ page, popup, open }) => {
    await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
    await open({
      layout,
      head: `<script type="application/json" data-hello-again>${JSON.stringify({ fields })}</script>`,
      attributes: { 'data-trigger': 'manual' },
    });
    const recorded = await record(page);
    await page.evaluate(() => Object(window).HelloAgain.open());
    await popup.toAsk('email+phone');
    await popup.dialog.getByRole('textbox', { name: 'First name' }).fill(typed.name);
    await popup.submit({ email: typed.email, phone: typed.phone, texts: true });
    await popup.toSucceed();
    const text = await recorded();
    // It was recorded at all: what names nobody is there.
    expect(text).toContain('Harbor Coffee');
    expect(text).not.toMatch(secrets);
  });
}

test('rrweb records nothing of what stands in a form already when it begins', async ({ page, popup, open }) => {
  await open();
  await popup.email.fill(typed.email);
  await popup.phone.fill(typed.phone);
  await expect(popup.dialog.locator('[data-ha=understood]')).toBeVisible();
  const recorded = await record(page);
  expect(await recorded()).not.toMatch(secrets);
});

test('rrweb records no number of a consent that names it, in the popup', async ({ page, popup, open }) => {
  await open({ attributes: { 'data-trigger': 'manual' } });
  const recorded = await record(page);
  await identify(page, { email: typed.email, phone: '+447700900982' });
  await page.evaluate(() => Object(window).HelloAgain.open());
  await popup.toAsk('consent');
  await expect(popup.texts).toHaveAccessibleName(/900982/);
  expect(await recorded()).not.toMatch(secrets);
});

test('rrweb records no number of the line at the checkout', async ({ page, open }) => {
  await open({
    head: `<script>window.HelloAgain = [['watchCheckout', { phone: '#phone', slot: '#slot' }]];</script>`,
    body: '<form><input id="phone" class="rr-block"><div id="slot"></div></form>',
    attributes: { 'data-trigger': 'manual' },
  });
  const recorded = await record(page);
  await page.locator('#phone').fill(typed.phone);
  await expect(page.getByRole('checkbox', { name: /900982/ })).toBeVisible();
  expect(await recorded()).not.toMatch(secrets);
});

test('every element that can hold personal data has the marks of the recorders', async ({ page, popup, open }) => {
  await open({
    head: `<script type="application/json" data-hello-again>${JSON.stringify({ fields })}</script>`,
  });
  await popup.toAsk('email+phone');
  await popup.phone.fill(typed.phone);
  await expect(popup.dialog.locator('[data-ha=understood]')).toBeVisible();
  const bare = await page.evaluate(() => {
    const marks = [
      '.rr-block',
      '.ph-no-capture',
      '.sentry-block',
      '[data-hj-suppress]',
      '.fs-exclude',
      '[data-clarity-mask=true]',
    ];
    const root = document.querySelector('hello-again')?.shadowRoot;
    return [...(root?.querySelectorAll('input:not([type=checkbox]),bdi,select') ?? [])]
      .filter((element) => marks.some((mark) => !element.closest(mark)))
      .map((element) => element.outerHTML);
  });
  expect(bare).toEqual([]);
});
