import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../../scripts/root.mjs';

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

/** @type {{ module: typeof import('../../widget/testing/index.ts') }} */
const { module: kit } = await runnerImport(join(root, 'widget/testing/index.ts'));

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
    const double = new kit.CollectorDouble();
    await double.intercept(context);
    const popup = new kit.PopupPage(page);
    await page.goto(`${address}?ha=force`);
    await popup.toAsk('email+phone');
    await popup.fill({ email: 'robin@example.com' });
    await meanwhile?.(page);
    await popup.submit({ phone: '07700 900982', texts: true, mails: true });
    await popup.toBe('success');
    kit.expectNoDuplicate(double);
    const popups = await popup.host.count();
    if (popups !== 1) throw new Error(`${popups} popups`);
    if (double.posted.length !== 1) throw new Error(`${double.posted.length} were posted`);
    if (errors.length > 0) throw new Error(errors.join('; '));
  } finally {
    await context.close();
  }
}
