import type { Page } from '@playwright/test';
import type { Explanation } from '../../core/explain.ts';
import { callSignup } from '../../testing/callSignup.ts';
import { exitCodeOf, type Finding } from '../finding.ts';
import { fileFindings, type NoticeLine, noticeFindings, policyFindings } from './pageFindings.ts';
import { tagsIn, tagsOn } from './readTags.ts';
import { tagFindings } from './tagFindings.ts';
import { watchPage } from './watchPage.ts';

/** What the first look at a page tells. */
export interface FirstLook {
  readonly findings: readonly Finding[];
  readonly explanation?: Explanation | undefined;
  /** Where the collector was asked whether it is there. */
  readonly collector?: string | undefined;
}

/** Milliseconds for the collector’s answer, and for the notice to say what it was. */
const patience = 10_000;

/** Milliseconds until a page without a banner is known for one. */
const bannerPatience = 7_000;

/** Milliseconds for the script to come, once the page is loaded: tag managers take their time. */
const scriptPatience = 6_000;

/** Looks at the page as its owner does: with the notice, which asks the collector whether it is there. */
export async function firstLook(page: Page, url: URL): Promise<FirstLook> {
  const record = await watchPage(page);
  const address = new URL(url);
  address.searchParams.set('ha', 'check');
  const response = await page.goto(address.href, { waitUntil: 'load' }).catch((error: Error) => error);
  if (!response || response instanceof Error) {
    return { findings: [{ about: 'page', tone: 'bad', says: `it cannot be opened: ${lineOf(response)}` }] };
  }
  if (response.status() >= 400) {
    return { findings: [{ about: 'page', tone: 'bad', says: `it answers ${response.status()}` }] };
  }
  const explanation = await explanationOf(page);
  const sent = tagsIn(await response.text().catch(() => ''));
  const tags = tagFindings({ sent, found: await tagsOn(page), hasSignup: !!explanation, page: new URL(page.url()) });
  if (!explanation && exitCodeOf(tags) === 0 && record.failedFiles.length === 0) {
    tags.push({
      about: 'tag',
      tone: 'bad',
      says: 'the script has made no signup',
      fix: 'The console of the page says why.',
    });
  }
  const lines = explanation ? await noticeLines(page, () => record.ping?.result) : [];
  const { ping } = record;
  const origins = [new URL(page.url()).origin, ...(ping ? [new URL(ping.url).origin] : [])];
  return {
    explanation,
    collector: ping?.url,
    findings: [
      ...tags,
      ...fileFindings(record, explanation),
      ...policyFindings(record, origins.slice(1)),
      ...noticeFindings(lines),
      ...(typeof ping?.result === 'number' && !lines.some(({ says }) => /collector/i.test(says))
        ? [{ about: 'collector', tone: 'good', says: 'it answers this page, preflight and CORS included' } as const]
        : []),
    ],
  };
}

/**
 * What `explain()` says. Where it waits for a banner, it is given the time to find out that there is none: nobody sees that a consent
 * platform is silent.
 */
async function explanationOf(page: Page): Promise<Explanation | undefined> {
  const ask = () =>
    callSignup(page, 'explain', false, scriptPatience).catch(() => undefined) as Promise<Explanation | undefined>;
  const end = Date.now() + bannerPatience;
  let explanation = await ask();
  while (explanation?.gate === 'waiting' && Date.now() < end) {
    await page.waitForTimeout(200);
    explanation = await ask();
  }
  return explanation;
}

/** What the notice lists, once the collector has answered or has not. */
async function noticeLines(page: Page, pinged: () => unknown): Promise<NoticeLine[]> {
  const end = Date.now() + patience;
  const read = () =>
    page.locator('hello-again-notice li').evaluateAll((items) =>
      items.map((item) => {
        const [says, fix] = [...item.querySelectorAll('p')].map(({ textContent }) => textContent ?? '');
        return { tone: item.className, says: says ?? '', fix };
      }),
    );
  for (;;) {
    const lines = await read();
    const isAnswered = typeof pinged() === 'number';
    // A failure is told some turns after it happened.
    const isTold = lines.some(({ tone, says }) => tone === 'bad' && /collector|connection/i.test(says));
    if (isAnswered || isTold || Date.now() > end) return lines;
    await page.waitForTimeout(100);
  }
}

function lineOf(error: Error | null | undefined): string {
  return (error?.message.split('\n')[0] ?? 'no answer').replace(/^page\.goto: /, '');
}
