import type { Browser } from '@playwright/test';
import type { Finding } from '../finding.ts';
import { type AskedVisitor, askVisitors } from './askVisitors.ts';
import { openAndSend } from './openAndSend.ts';
import { firstLook } from './visit.ts';

export interface DoctorOptions {
  /** Sends a sign-up that is marked as a test. */
  readonly isSent: boolean;
  /** Opens the page once for each kind of visitor. */
  readonly isAskedAsAll: boolean;
}

export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly visitors: readonly AskedVisitor[];
}

/** Looks at one page in a browser, each time as somebody new. */
export async function diagnosePage(browser: Browser, url: URL, options: DoctorOptions): Promise<Diagnosis> {
  const first = await asSomebodyNew(browser, (page) => firstLook(page, url));
  // Without a signup there is nothing to open.
  if (!first.explanation) return { findings: first.findings, visitors: [] };
  const isSent = options.isSent && first.collector !== undefined;
  const opened = await asSomebodyNew(browser, (page) => openAndSend(page, url, isSent));
  const skipped: Finding[] = isSent
    ? []
    : [
        {
          about: 'receipt',
          tone: 'skipped',
          says: options.isSent
            ? 'the page has no collector to ask: it sends by an adapter, or to nobody'
            : 'not asked for',
        },
      ];
  return {
    findings: [...first.findings, ...opened, ...skipped],
    visitors: options.isAskedAsAll ? await askVisitors(browser, url, first.explanation.gate === 'waiting') : [],
  };
}

async function asSomebodyNew<T>(
  browser: Browser,
  look: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}
