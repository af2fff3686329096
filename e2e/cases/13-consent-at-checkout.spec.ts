import { textableOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, otherPhone } from '../support/people.ts';

for (const rules of ['thread-2021', 'merging', 'careful'] as const) {
  test(`a new number with consent keeps the consent under the rules ${rules}`, async ({ shop, api }) => {
    await api.useRules(rules);
    expect(textableOf(await api.onlyProfileWith(ade.email))).toEqual([ade.phone]);
    await shop.visit('/checkout', { storage: 'allowed' });
    await shop.checkout.fill({ email: ade.email, phone: otherPhone.written });
    await shop.checkout.texts.check();
    await shop.checkout.placeOrder.click();
    await expect(shop.checkout.confirmation).toBeVisible();
    await expect.poll(async () => textableOf(await api.onlyProfileWith(ade.email))).toContain(otherPhone.e164);
  });
}

test('a box that is ticked at the moment of ordering counts', async ({ shop, api, page }) => {
  await shop.visit('/checkout', { storage: 'allowed' });
  await shop.checkout.fill({ email: ade.email, phone: otherPhone.written });
  await expect(shop.checkout.texts).toBeVisible();
  await page.evaluate(() => {
    document.querySelector('main hello-again')?.shadowRoot?.querySelector<HTMLInputElement>('[type=checkbox]')?.click();
    document.querySelector('#phone')?.closest('form')?.requestSubmit();
  });
  await expect(shop.checkout.confirmation).toBeVisible();
  await expect.poll(async () => textableOf(await api.onlyProfileWith(ade.email))).toContain(otherPhone.e164);
});
