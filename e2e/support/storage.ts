import type { Page } from '@playwright/test';

/** Names of everything of ours that this browser holds: cookies, and entries of both storages. */
export async function stored(page: Page): Promise<readonly string[]> {
  const cookies = await page.context().cookies();
  const entries = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  return [...cookies.map(({ name }) => name), ...entries].filter((name) => /hello.?again/i.test(name)).sort();
}
