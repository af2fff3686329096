import type { Page } from '@playwright/test';

/** A button of the page's own that opens the popup, before everything else. */
export async function addOpener(page: Page): Promise<void> {
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'opener';
    button.textContent = 'Open';
    button.addEventListener('click', () => (window as unknown as { HelloAgain: { open(): void } }).HelloAgain.open());
    document.body.prepend(button);
  });
}
