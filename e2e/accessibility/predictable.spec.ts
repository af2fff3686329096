import { eventsOf } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, penny } from '../support/people.ts';
import { arabicShop, layouts, showArabicState, showState } from '../support/states.ts';

test('each field says what it is for by autocomplete: 1.3.5', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'modal', fields: 'firstName,birthday', delay: '0' });
  await popup.toAsk('email+phone');
  const tokenOf = (hook: string) => page.locator(`[data-ha="${hook}"]`).getAttribute('autocomplete');
  const tokens = {
    email: 'email',
    phone: 'tel',
    'fields.firstName': 'given-name',
    'fields.birthday': 'bday-month',
    'fields.birthday.day': 'bday-day',
  };
  for (const [hook, token] of Object.entries(tokens)) expect(await tokenOf(hook), hook).toBe(token);
  await popup.submit({ email: 'robin@example.com', phone: ade.phone, texts: true, mails: true });
  await expect(page.locator('[data-ha=code]')).toHaveAttribute('autocomplete', 'one-time-code');
});

test('the form stays open until the visitor closes it, however long that takes: 2.2.1', async ({
  shop,
  popup,
  page,
}) => {
  await page.clock.install();
  for (const layout of ['modal', 'flyout'] as const) {
    await shop.visit('/plain', { layout, delay: '0', 'frequency-quiet-days': '0', 'frequency-max-shows': '9' });
    await page.clock.runFor(2_000);
    await expect(popup.dialog).toBeVisible();
    await page.clock.runFor('02:00:00');
    await expect(popup.dialog).toBeVisible();
  }
});

test('the outcome stays on screen until the visitor closes it', async ({ shop, popup, page }) => {
  await page.clock.install();
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await page.clock.runFor(2_000);
  await popup.submit({ email: 'robin@example.com', mails: true });
  await popup.toSucceed();
  await page.clock.runFor('02:00:00');
  await expect(popup.status).toBeVisible();
});

test('focusing or changing a field sends, opens and closes nothing: 3.2.1, 3.2.2', async ({ shop, popup, page }) => {
  const posted: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push(request.url());
  });
  await shop.visit('/plain', { layout: 'modal', fields: 'firstName,birthday', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.email.fill('robin@example.com');
  await popup.mails.check();
  await popup.phone.fill('07700 900982');
  await popup.texts.check();
  await popup.dialog.getByRole('combobox', { name: 'Month' }).selectOption({ index: 3 });
  await popup.dialog.getByRole('textbox', { name: 'Day' }).fill('4');
  const countries = popup.dialog.getByRole('combobox', { name: 'Country' });
  await countries.focus();
  await countries.selectOption('DE');
  await countries.selectOption('GB');
  await expect(countries).toBeFocused();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Tab');
  await expect(popup.dialog).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
  expect(posted).toEqual([]);
  expect((await eventsOf(page)).map(({ name }) => name)).not.toContain('submit');
  await popup.signUp.click();
  await expect.poll(() => posted.length).toBeGreaterThan(0);
});

test('typing the whole code does not submit the code step', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.submit({ email: 'robin@example.com', phone: ade.phone, texts: true, mails: true });
  const code = popup.dialog.getByRole('textbox', { name: 'Code', exact: true });
  await expect(code).toBeFocused();
  const posted: string[] = [];
  page.on('request', (request) => posted.push(request.url()));
  await page.keyboard.type('123456');
  await page.keyboard.press('Tab');
  await expect(popup.dialog.getByRole('button', { name: 'Confirm' })).toBeFocused();
  expect(posted).toEqual([]);
});

for (const layout of layouts) {
  test(`the popup declares its language and direction, ${layout}: 3.1.1, 3.1.2`, async ({ shop, page, startSite }) => {
    const popup = page.locator('hello-again .popup');
    const wording = popup.locator('.consent');
    await showState(shop, 'form', { layout, region: 'ca', locale: 'fr' });
    await expect(popup).toHaveAttribute('lang', 'fr');
    await expect(popup).toHaveAttribute('dir', 'ltr');
    await expect(wording.first()).toHaveAttribute('lang', /^fr/);
    await expect(wording.first()).toHaveAttribute('translate', 'no');

    const { origin } = await startSite(arabicShop());
    await showArabicState(page, origin, 'form', { layout });
    await expect(popup).toHaveAttribute('lang', 'ar');
    await expect(popup).toHaveAttribute('dir', 'rtl');
    await expect(wording.first()).toHaveAttribute('lang', 'ar');
    await expect(wording.first()).toHaveCSS('direction', 'rtl');
    // Numbers and addresses run from left to right in every language.
    for (const hook of ['email', 'phone']) {
      await expect(popup.locator(`[data-ha=${hook}]`)).toHaveCSS('direction', 'ltr');
    }
  });
}

test('a known visitor is not asked again for what is known: 3.3.7', async ({ shop, popup }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
});
