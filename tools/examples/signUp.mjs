/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {string} with what it was installed with
 * @property {string} result one line; begins with "failed" where it did
 *
 * @typedef {object} Given
 * @property {string} name
 * @property {string} folder where it may write
 * @property {import('@playwright/test').Browser} browser
 * @property {string} tarball
 * @property {string} embed
 */

const popup = 'hello-again';

/**
 * Opens the page as a visitor who is asked for both, and signs up.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {(page: import('@playwright/test').Page) => Promise<void>} [meanwhile] once the email is typed
 * @returns {Promise<void>} rejects where anything is otherwise than it should be
 */
export async function signUp(browser, address, meanwhile) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    /** @type {{ contact: { email?: string, phone?: string } }[]} */
    const posted = [];
    await context.route(/\/(v1|api)\/submissions$/, async (route) => {
      if (route.request().method() !== 'POST') return route.fulfill({ status: 204, headers: cors });
      posted.push(route.request().postDataJSON());
      await route.fulfill({
        status: 200,
        headers: cors,
        json: { outcome: 'accepted', subscribed: { email: true, sms: true } },
      });
    });
    await page.goto(`${address}?ha=force`);
    const email = page.locator(`${popup} [data-ha=email]`);
    await email.waitFor();
    await email.fill('robin@example.com');
    await meanwhile?.(page);
    await page.locator(`${popup} [data-ha=phone]`).fill('07700 900982');
    for (const channel of ['email', 'sms']) await page.locator(`${popup} [data-ha=consent-${channel}]`).check();
    await page.locator(`${popup} [data-ha=submit]`).click();
    await page.locator(`${popup}[data-ha-state=success]`).waitFor({ state: 'attached' });
    const popups = await page.locator(popup).count();
    if (popups !== 1) throw new Error(`${popups} popups`);
    if (posted[0]?.contact.email !== 'robin@example.com' || posted.length !== 1)
      throw new Error(`${posted.length} were posted`);
    if (errors.length > 0) throw new Error(errors.join('; '));
  } finally {
    await context.close();
  }
}

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
