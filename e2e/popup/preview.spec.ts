import { expect, test } from '../support/fixtures.ts';
import { stored } from '../support/storage.ts';

test('a preview shows one state, and stores and sends nothing', async ({ shop, page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await shop.visit('/product/decaf', { ha_preview: 'wrong,layout=modal', delay: '0' });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Enter your email address')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Email' }).fill('nobody@example.com');
  await dialog.getByRole('button', { name: 'Sign up', exact: true }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  expect(sent).toEqual([]);
  expect(await stored(page)).toEqual([]);
});

test('an unknown value in the preview’s address changes nothing', async ({ shop, page }) => {
  await shop.visit('/product/decaf', { ha_preview: 'form,layout=full,locale=<b>x</b>,theme=url(x),ask=all' });
  await expect(page.getByRole('heading', { name: 'Hear from Harbor Coffee' })).toBeVisible();
});

for (const [region, locale, words] of [
  ['us', 'en', /By signing up you agree/],
  ['ca', 'fr', /consentement/],
  ['eu', 'de', /Einwilligung/],
] as const) {
  test(`the page shows every state in a frame of its own: ${region}, ${locale}`, async ({ shop, page }) => {
    test.slow();
    await shop.visit('/consent-preview', { region, locale });
    const frames = page.locator('iframe');
    const count = await frames.count();
    expect(count).toBeGreaterThan(20);
    const shown: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const popup = frames.nth(i).contentFrame().locator('hello-again .popup');
      await expect(popup).toBeVisible({ timeout: 20_000 });
      shown.push(((await popup.textContent()) ?? '').replace(/\s+/g, ' '));
      const { height = 0 } = (await frames.nth(i).boundingBox()) ?? {};
      expect(height).toBeGreaterThan(100);
    }
    expect(new Set(shown).size).toBe(count);
    expect(shown[0]).toMatch(words);
  });
}
