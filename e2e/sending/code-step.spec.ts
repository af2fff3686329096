import type { Locator, Page } from '@playwright/test';
import { numbersOf, textableOf } from '../support/api.ts';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, freePhone, penny } from '../support/people.ts';
import type { Popup } from '../support/popup.ts';
import type { Shop } from '../support/shop.ts';
import { stored } from '../support/storage.ts';

const email = 'robin@example.com';
const wrong = /isn’t the code/;

/** The code step as a visitor meets it. */
class CodeStep {
  readonly code: Locator;
  readonly confirm: Locator;
  readonly resend: Locator;
  readonly later: Locator;
  /** The demo's own phone, in the corner. */
  readonly phone: Locator;

  constructor(
    readonly page: Page,
    readonly popup: Popup,
    readonly shop: Shop,
  ) {
    this.code = popup.dialog.getByRole('textbox', { name: 'Code', exact: true });
    this.confirm = popup.dialog.getByRole('button', { name: 'Confirm', exact: true });
    this.resend = popup.dialog.getByRole('button', { name: 'Send a new code' });
    this.later = popup.dialog.getByRole('button', { name: 'Later', exact: true });
    this.phone = page.getByRole('region', { name: 'Your phone' });
  }

  /** Leaves Ade's number with another email, so that it has to be proven. */
  async reach(): Promise<void> {
    await this.shop.visit('/', { storage: 'allowed' });
    await this.popup.submit({ email, phone: ade.phone, texts: true, mails: true });
    await expect(this.code).toBeVisible();
  }

  /** The codes that were texted, the newest last. */
  async texted(): Promise<readonly string[]> {
    const answer = await this.page.request.get('/api/texts', { params: { store: this.shop.store } });
    return ((await answer.json()) as readonly { readonly code: string }[]).map(({ code }) => code);
  }

  async lastCode(): Promise<string> {
    const code = (await this.texted()).at(-1);
    if (!code) throw new Error('no code was texted');
    return code;
  }

  /** A code that was not sent. */
  async otherCode(): Promise<string> {
    return (await this.lastCode()) === '000000' ? '000001' : '000000';
  }

  /** Stands in for the collector below a submission. */
  async answer(path: 'verify' | 'resend', status: number, body?: unknown, headers: Record<string, string> = {}) {
    const posted: unknown[] = [];
    await this.page.route(new RegExp(`/v1/submissions/[^/]+/${path}$`), async (route) => {
      posted.push(route.request().postDataJSON());
      await route.fulfill({ status, headers, ...(body === undefined ? {} : { json: body }) });
    });
    return posted;
  }
}

let step: CodeStep;

test.beforeEach(({ page, popup, shop }) => {
  step = new CodeStep(page, popup, shop);
});

test('the right code moves the number and grants its consent, and nothing is asked again', async ({
  popup,
  api,
  shop,
  page,
}) => {
  await step.reach();
  await expect(popup.heading).toHaveText('Enter your code');
  await expect(popup.dialog.getByText('We’ve sent a code by text to')).toContainText('7700');
  await expect(step.code).toBeFocused();
  expect(textableOf(await api.onlyProfileWith(email))).toEqual([]);

  await step.code.fill(await step.lastCode());
  await step.confirm.click();
  await expect(popup.heading).toHaveText('Thank you');
  await expect(popup.status).toContainText('signed up');
  await expect(popup.status).toBeFocused();

  expect(textableOf(await api.onlyProfileWith(email))).toEqual([ade.phone]);
  expect(numbersOf(await api.onlyProfileWith(ade.email))).toEqual([]);
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'already-subscribed');
});

test('the code joins the profile of a mail’s link and a number of somebody else', async ({ popup, api, shop }) => {
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.submit({ phone: ade.phone, texts: true });
  await expect(step.code).toBeVisible();
  await step.code.fill(await step.lastCode());
  await step.code.press('Enter');
  await expect(popup.heading).toHaveText('Thank you');
  expect(textableOf(await api.onlyProfileWith(penny.email))).toEqual([ade.phone]);
});

test('the code field is one input that browsers can fill in from the text message', async () => {
  await step.reach();
  await expect(step.code).toHaveCount(1);
  await expect(step.code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(step.code).toHaveAttribute('inputmode', 'numeric');
  await expect(step.code).not.toHaveAttribute('maxlength');
});

test('a code pasted with its sentence, or typed in other digits, is accepted', async ({ popup, surprises }) => {
  surprises.expect(/status of 422/);
  const posted = await step.answer('verify', 422, { errors: [{ field: 'code', code: 'wrong' }] });
  await step.reach();
  await step.code.fill('Your code is 12 34-56.');
  await step.confirm.click();
  await expect(popup.dialog.getByText(wrong)).toBeVisible();
  await step.code.fill('١٢٣٤٥٦');
  await expect(popup.dialog.getByText(wrong)).toBeHidden();
  await step.confirm.click();
  await expect(popup.dialog.getByText(wrong)).toBeVisible();
  expect(posted).toMatchObject([{ code: '123456' }, { code: '123456' }]);
});

test('submitting an empty code shows an error and posts nothing', async () => {
  const posted = await step.answer('verify', 500);
  await step.reach();
  await step.code.fill('six');
  await step.confirm.click();
  await expect(step.code).toHaveAccessibleDescription(/Enter the code from our text/);
  await expect(step.code).toBeFocused();
  expect(posted).toEqual([]);
});

test('a wrong code shows an error and keeps what was typed, and the fifth one ends the step', async ({
  popup,
  api,
  surprises,
}) => {
  surprises.expect(/status of 422/);
  await step.reach();
  const other = await step.otherCode();
  for (let n = 1; n <= 4; n++) {
    await step.code.fill(other);
    await step.confirm.click();
    await expect(step.code).toHaveAccessibleDescription(wrong);
    await expect(step.code).toHaveAttribute('aria-invalid', 'true');
    await expect(step.code).toBeFocused();
    await expect(step.code).toHaveValue(other);
  }
  await step.confirm.click();
  await expect(step.code).toHaveAccessibleDescription(/Too many tries/);
  await step.code.fill(await step.lastCode());
  await step.confirm.click();
  await expect(step.code).toHaveAccessibleDescription(/Too many tries/);
  await expect(popup.heading).toHaveText('Enter your code');
  expect(textableOf(await api.onlyProfileWith(email))).toEqual([]);
});

test('an expired code and an unreachable collector each show an error', async ({ page, surprises }) => {
  surprises.expect(/status of 422/);
  surprises.expect(/ERR_INTERNET_DISCONNECTED/);
  await step.answer('verify', 422, { errors: [{ field: 'code', code: 'expired' }] });
  await step.reach();
  await step.code.fill('123456');
  await step.confirm.click();
  await expect(step.code).toHaveAccessibleDescription(/expired/);
  await page.route(/\/verify$/, (route) => route.abort('internetdisconnected'));
  await step.confirm.click();
  await expect(step.code).toHaveAccessibleDescription(/didn’t go through/);
  await expect(step.code).toHaveValue('123456');
});

test('a new code can be asked for after a countdown, is announced when sent, and starts the countdown anew', async ({
  page,
  popup,
}) => {
  await page.clock.install();
  const posted = await step.answer('resend', 202);
  await step.reach();
  const countdown = popup.dialog.locator('#code-wait', { hasText: /You can ask for a new code in \d+ seconds?\./ });
  await expect(countdown).toBeVisible();
  await expect(countdown).toHaveAttribute('aria-live', 'off');
  await expect(step.resend).toBeDisabled();
  await step.resend.click({ force: true });
  expect(posted).toEqual([]);

  await page.clock.runFor(31_000);
  await expect(countdown).toBeHidden();
  await expect(step.resend).toBeEnabled();
  await step.code.fill('111111');
  await step.resend.click();
  await expect(popup.status).toHaveText('We’ve sent you a new code.');
  await expect(step.code).toHaveValue('');
  await expect(step.resend).toBeDisabled();
  await expect(countdown).toBeVisible();
  await expect(step.resend).toHaveAccessibleDescription(/You can ask for a new code in/);
  expect(posted).toHaveLength(1);
});

test('a new code asked for too early sends no second text, and the collector’s wait is shown', async ({
  page,
  popup,
  surprises,
}) => {
  surprises.expect(/status of 429/);
  await page.clock.install();
  await step.reach();
  await page.clock.runFor(31_000);
  await step.resend.click();
  await expect(step.resend).toBeDisabled();
  await expect(popup.dialog.getByText(/You can ask for a new code in \d+ seconds?\./)).toBeVisible();
  await expect(popup.status).toBeEmpty();
  expect(await step.texted()).toHaveLength(1);
});

test('“Later” closes the step and keeps what was given', async ({ page, popup, api, shop }) => {
  await step.reach();
  await step.later.click();
  await expect(popup.dialog).toBeHidden();
  expect(await api.lastSubmission()).toMatchObject({ happened: 'pending' });
  expect(await api.onlyProfileWith(email)).toMatchObject({ email });
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'asked-lately');
});

test('Escape and the close button close the code step', async ({ page, popup }) => {
  await step.reach();
  await page.keyboard.press('Escape');
  await expect(popup.dialog).toBeHidden();
});

test('the code step can be completed by keyboard alone', async ({ page, popup }) => {
  await step.reach();
  await expect(step.code).toBeFocused();
  await page.keyboard.type(await step.lastCode());
  await page.keyboard.press('Tab');
  await expect(step.confirm).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(step.resend).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(step.later).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(popup.heading).toHaveText('Thank you');
});

test('no code is asked for where nothing has to be proven', async ({ popup, shop }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.submit({ email, phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();
  await expect(step.code).toBeHidden();
  expect(await step.texted()).toEqual([]);
});

test('no code is texted at the checkout, and the number waits', async ({ api, shop, page }) => {
  await shop.visit('/checkout', { storage: 'allowed' });
  await shop.checkout.fill({ email, phone: ade.phone });
  await shop.checkout.texts.check();
  await shop.checkout.placeOrder.click();
  await expect(shop.checkout.confirmation).toBeVisible();
  await expect.poll(async () => (await api.submissions()).map(({ outcome }) => outcome)).toEqual(['pending']);
  expect(textableOf(await api.onlyProfileWith(email))).toEqual([]);
  expect(await step.texted()).toEqual([]);
  // A form that is open can ask for it. What the left page had not heard of is settled by this one, and remembered: only then
  // is there nothing to come after the cookies have gone.
  await expect.poll(() => stored(page)).not.toContain('hello_again_outbox');
  await expect.poll(() => stored(page)).toContain('hello_again');
  await page.context().clearCookies();
  await shop.visit('/', { storage: 'allowed' });
  await step.popup.submit({ email, phone: ade.phone, texts: true, mails: true });
  await expect(step.code).toBeVisible();
});

test('a dry run posts nothing and asks for no code', async ({ popup, shop }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'dry' });
  await popup.submit({ email, phone: ade.phone, texts: true, mails: true });
  await popup.toSucceed();
  await expect(step.code).toBeHidden();
  expect(await step.texted()).toEqual([]);
});

test('the demo’s phone shows the text message, which can be read and closed @phone', async ({ popup, page }) => {
  await step.reach();
  await expect(step.phone).toContainText(await step.lastCode());
  await expect(page.locator('#demo-phone')).toBeInViewport({ ratio: 0.9 });
  const away = step.phone.getByRole('button', { name: 'Put the phone away' });
  await away.focus();
  await page.keyboard.press('Enter');
  await expect(step.phone).toBeHidden();
  await expect(popup.dialog).toBeVisible();
  await step.code.fill(await step.lastCode());
  await step.confirm.click();
  await expect(popup.heading).toHaveText('Thank you');
  await expect(page.getByText(/The code proved the number/).first()).toBeVisible();
});
