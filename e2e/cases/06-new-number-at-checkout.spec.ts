import { textableOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, otherPhone, penny } from '../support/people.ts';

const email = 'customer@example.com';

test.beforeEach(async ({ shop, popup }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.submit({ email, phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();
});

test('a different number does not inherit the consent, and consent for the new one is asked for at once', async ({
  shop,
  api,
}) => {
  const first = await api.lastSubmission();
  await shop.visit('/checkout', { storage: 'allowed' });
  await shop.checkout.fill({ email, phone: otherPhone.written });
  await expect(shop.checkout.texts).toBeVisible();
  await expect(shop.checkout.texts).not.toBeChecked();
  await shop.checkout.texts.check();
  await shop.checkout.placeOrder.click();
  await expect(shop.checkout.confirmation).toBeVisible();
  // The page is gone by then: what it sent is read where it arrived.
  await expect.poll(async () => (await api.submissions()).length).toBe(2);

  const second = await api.lastSubmission();
  expect(second.id).not.toBe(first.id);
  expect(second.replaces).toEqual({ consentId: first.consents.find(({ channel }) => channel === 'sms')?.id });
  expect(second.consents).toMatchObject([{ channel: 'sms', to: otherPhone.e164, granted: true }]);
  expect(textableOf(await api.onlyProfileWith(email))).toContain(otherPhone.e164);
});

test('a different number without the tick sends nothing, and may not be texted', async ({ shop, api }) => {
  const before = await api.submissions();
  await shop.visit('/checkout', { storage: 'allowed' });
  await shop.checkout.fill({ email: email, phone: otherPhone.written });
  await expect(shop.checkout.texts).toBeVisible();
  await shop.checkout.placeOrder.click();
  await expect(shop.checkout.confirmation).toBeVisible();
  expect(await api.submissions()).toHaveLength(before.length);
  expect(textableOf(await api.onlyProfileWith(email))).not.toContain(otherPhone.e164);
});

for (const written of ['07700 900982', '+44 (0) 7700 900982', '0044 7700-900982']) {
  test(`the same number, written ${written}, keeps its consent and asks nothing`, async ({ shop, page, api }) => {
    await shop.visit('/checkout', { storage: 'allowed' });
    // What is asked for another number shows that the page is watching; it goes away for the same one.
    await shop.checkout.fill({ email: email, phone: otherPhone.written });
    await expect(shop.checkout.texts).toBeVisible();
    await shop.checkout.fill({ phone: written });
    await expect(shop.checkout.texts).toBeHidden();
    await shop.checkout.placeOrder.click();
    await expect(shop.checkout.confirmation).toBeVisible();
    expect(textableOf(await api.onlyProfileWith(email))).toEqual([freePhone.e164]);
    expect(page.url()).not.toContain('7700');
  });
}

test('a visitor who signed up through a link and types the email only at the checkout is asked nothing for the same number', async ({
  newVisitor,
}) => {
  const visitor = await newVisitor();
  await visitor.shop.followMail(penny.name, { storage: 'allowed' });
  await visitor.popup.toAsk('phone');
  await visitor.popup.submit({ phone: otherPhone.written, texts: true });
  await visitor.popup.toSucceed();
  await visitor.shop.visit('/checkout', { storage: 'allowed' });
  await visitor.shop.checkout.fill({ email: penny.email, phone: freePhone.written });
  await expect(visitor.shop.checkout.texts).toBeVisible();
  await visitor.shop.checkout.fill({ phone: otherPhone.written });
  await expect(visitor.shop.checkout.texts).toBeHidden();
});

test('the same number and the email in other capitals: it is the same person, and nothing is asked', async ({
  shop,
}) => {
  await shop.visit('/checkout', { storage: 'allowed' });
  await shop.checkout.fill({ email: email.toUpperCase(), phone: otherPhone.written });
  await expect(shop.checkout.texts).toBeVisible();
  await shop.checkout.fill({ phone: freePhone.written });
  await expect(shop.checkout.texts).toBeHidden();
});
