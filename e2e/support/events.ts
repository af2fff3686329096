import { type BrowserContext, expect, type Page } from '@playwright/test';

export interface HeardEvent {
  readonly name: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const names = [
  ...['decide', 'open', 'close', 'step', 'submit', 'sent', 'waiting', 'failed', 'error', 'forget'],
  ...['holdout', 'teaser'],
];

/** Writes down every event that the widget announces on a page, from the first script on. */
export async function recordEvents(context: BrowserContext): Promise<void> {
  await context.addInitScript((all) => {
    const heard: unknown[] = [];
    Object.defineProperty(window, 'haHeard', { value: heard });
    for (const name of all) {
      addEventListener(`hello-again:${name}`, (event) => heard.push({ name, detail: (event as CustomEvent).detail }));
    }
  }, names);
}

/** What the widget announced on this page so far. */
export async function eventsOf(page: Page): Promise<HeardEvent[]> {
  // Not by the page's own JSON, which the page may have made another.
  const heard = await page.evaluate(() => (window as unknown as { haHeard?: HeardEvent[] }).haHeard ?? []);
  return JSON.parse(JSON.stringify(heard));
}

/** Milliseconds between looks; Playwright's own waits grow to a second, which a whole run spends in minutes. */
const intervals = [20, 50, 100];

/** Waits for an event of that name and answers the last one. */
export async function eventOf(page: Page, name: string): Promise<HeardEvent> {
  let found: HeardEvent | undefined;
  await expect
    .poll(
      async () => {
        found = (await eventsOf(page)).findLast((event) => event.name === name);
        return found?.name;
      },
      { intervals },
    )
    .toBe(name);
  return found as HeardEvent;
}

/** How often it was decided on this page so far. */
export async function decisionsOf(page: Page): Promise<number> {
  return (await eventsOf(page)).filter(({ name }) => name === 'decide').length;
}

/** Waits for a decision with this ask and reason. */
export async function toDecide(page: Page, ask: string, reason: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const last = (await eventsOf(page)).findLast((event) => event.name === 'decide');
        return last ? `${last.detail.ask}: ${last.detail.reason}` : 'no decision';
      },
      { intervals },
    )
    .toBe(`${ask}: ${reason}`);
}
