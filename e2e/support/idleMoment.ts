import type { Page } from '@playwright/test';

/**
 * Waits for an idle moment of the page, a second at most, as the widget does: a browser without a screen on a busy machine may
 * have none until it draws again. What was put off until then has begun.
 */
export async function idleMoment(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 1_000 })));
}
