import type { Locator, Page } from '@playwright/test';
import type { Popup } from './popup.ts';

/** The number as it was understood, below its field. */
export const understood = (popup: Popup) => popup.dialog.locator('[data-ha=understood]');
export const countries = (popup: Popup) => popup.dialog.getByRole('combobox', { name: 'Country' });
export const callingCode = (popup: Popup) => popup.dialog.locator('#calling-code');

/** Fills a field in as some programs and scripts of the page do: without an event. */
export function fillSilently(field: Locator, text: string): Promise<void> {
  return field.evaluate((input, value) => {
    (input as HTMLInputElement).value = value;
  }, text);
}

/** Has the shop's front page say that it is in this language. */
export async function speaking(page: Page, language: string): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('lang="en-GB"', `lang="${language}"`);
      await route.fulfill({ response, body });
    },
  );
}
