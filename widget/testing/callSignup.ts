import type { FrameLocator, Page } from '@playwright/test';

/** Milliseconds for the script to come. */
const usualPatience = 15_000;
/** Milliseconds between looks. */
const interval = 50;

/**
 * Calls a method of `window.HelloAgain`, once the script has put it there.
 *
 * @returns what it answers, which must be data
 */
export async function callSignup(
  page: Page | FrameLocator,
  method: 'open' | 'setConsent' | 'identify' | 'explain',
  argument?: unknown,
  patience = usualPatience,
): Promise<unknown> {
  const end = Date.now() + patience;
  do {
    const { isThere, answer } = await page.locator(':root').evaluate(
      async (_root, [name, given]) => {
        const signup = (window as unknown as { HelloAgain?: Record<string, unknown> }).HelloAgain;
        // Before the script has come, the page's queue may stand there.
        if (!signup || Array.isArray(signup) || typeof signup[name] !== 'function') return { isThere: false };
        const said: unknown = await (signup[name] as (value: unknown) => unknown)(given);
        return { isThere: true, answer: said };
      },
      [method, argument] as const,
    );
    // Without a signup the tag's `explain()` answers nothing.
    if (isThere && (method !== 'explain' || answer !== undefined)) return answer;
    await new Promise((resolve) => setTimeout(resolve, interval));
  } while (Date.now() < end);
  throw new Error(
    'There is no signup in window.HelloAgain. On a page of the npm module: window.HelloAgain = createSignup(…).',
  );
}
