import type { Browser } from '@playwright/test';
import type { Reason } from '../../core/ask/reasons.ts';
import { PopupPage } from '../../testing/popupPage.ts';
import { visitAs } from '../../testing/visitAs.ts';
import { visitors } from '../../testing/visitors.ts';

/** What one kind of visitor would be asked on this page. */
export interface AskedVisitor {
  /** The row of the ask table that the visitor is made for. */
  readonly visitor: Reason;
  /** The row that decided. */
  readonly reason: string;
  readonly ask: string;
  readonly sentence: string;
}

/** Rows that are about the owner or the page, and rows that need a lookup in the place of the owner’s. */
const notVisitors: readonly Reason[] = [
  ...(['misconfigured', 'paused', 'not-targeted', 'policy-always-email'] as const),
  ...(['unsubscribed', 'consent-lost'] as const),
];

/** Opens the page as each kind of visitor, and asks `explain()` each time. Nothing is sent. */
export async function askVisitors(browser: Browser, url: URL, grantsStorage: boolean): Promise<AskedVisitor[]> {
  const asked: AskedVisitor[] = [];
  for (const visitor of Object.keys(visitors) as Reason[]) {
    if (notVisitors.includes(visitor)) continue;
    const context = await browser.newContext();
    try {
      await context.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
      const page = await context.newPage();
      await visitAs(page, visitor, url.href, { grantsStorage });
      const { reason, ask, sentence } = await new PopupPage(page).explain();
      asked.push({ visitor, reason, ask, sentence });
    } finally {
      await context.close();
    }
  }
  return asked;
}
