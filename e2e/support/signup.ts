import type { Page } from '@playwright/test';
import type { Explanation, Signup } from '../../widget/index.ts';

interface Global {
  HelloAgain: Signup;
}

/** What `HelloAgain.explain()` says on this page. */
export function explain(page: Page): Promise<Explanation> {
  return page.evaluate(() => (window as unknown as Global).HelloAgain.explain());
}

/** Calls a method of the page's signup that has no parameters. */
export async function call(
  page: Page,
  method: 'open' | 'close' | 'forget' | 'pause' | 'resume' | 'destroy',
): Promise<void> {
  await page.evaluate((name) => (window as unknown as Global).HelloAgain[name](), method);
}

/** Answers the storage question as the page's banner would. */
export async function setConsent(page: Page, answer: 'granted' | 'denied'): Promise<void> {
  await page.evaluate((given) => {
    // An answered banner goes, as it would by itself.
    document.querySelector('[role=region][aria-label=Cookies], section[aria-label=Cookies]')?.remove();
    (window as unknown as Global).HelloAgain.setConsent(given);
  }, answer);
}

/** Tells who is logged in, as the page's own script would. */
export async function identify(page: Page, person: Parameters<Signup['identify']>[0]): Promise<void> {
  await page.evaluate((given) => (window as unknown as Global).HelloAgain.identify(given), person);
}
