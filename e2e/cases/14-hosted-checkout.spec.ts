import { numbersOf, textableOf } from '../support/api.ts';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, otherPhone, penny } from '../support/people.ts';

for (const webhook of ['Shopify', 'WooCommerce']) {
  test(`an order on a hosted checkout, reported by ${webhook}, loses the consent, and the next visit asks for it`, async ({
    shop,
    popup,
    page,
    api,
  }) => {
    // A number that nobody has proven: what a code has proven is not replaced by an order.
    await shop.visit('/', { storage: 'allowed' });
    await popup.submit({ email: penny.email, phone: freePhone.written, texts: true });
    await popup.toSucceed();
    await page.context().clearCookies();

    await shop.visit('/checkout', { storage: 'allowed' });
    await shop.checkout.switchToHosted();
    await expect(page.getByRole('radio', { name: 'Shopify' })).toBeChecked();
    await page.getByRole('radio', { name: webhook }).check();
    await shop.checkout.fill({ email: penny.email, phone: otherPhone.written });
    await expect(shop.checkout.texts).toBeHidden();
    await shop.checkout.placeOrder.click();
    await expect(shop.checkout.confirmation).toBeVisible();
    await expect.poll(async () => numbersOf(await api.onlyProfileWith(penny.email))).toContain(otherPhone.e164);
    expect(textableOf(await api.onlyProfileWith(penny.email))).not.toContain(otherPhone.e164);

    // The mail said "subscribed" when it was sent; what is on file now is for the lookup to say.
    const link = await shop.linkOf(penny.name);
    link.searchParams.delete('ha_has');
    link.searchParams.set('storage', 'allowed');
    await page.goto(link.href);
    await toDecide(page, 'phone', 'consent-lost');
    await popup.toAsk('phone');
    await popup.submit({ phone: otherPhone.written, texts: true });
    await popup.toSucceed();
    expect(textableOf(await api.onlyProfileWith(penny.email))).toContain(otherPhone.e164);
  });
}
