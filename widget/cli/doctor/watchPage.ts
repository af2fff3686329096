import type { Page } from '@playwright/test';

/** What happened on a page while it was loaded. */
export interface PageRecord {
  /** Files of ours that did not come, each with the reason. */
  readonly failedFiles: { readonly name: string; readonly why: string }[];
  /** What the page’s policy refused. */
  readonly violations: Violation[];
  /** The owner’s question to the collector: where it went, and what came. */
  ping?: { readonly url: string; readonly result: number | string };
  /** A hash in the tag that fits another file. */
  isWrongHash?: boolean;
}

export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  /** The script that did it. */
  readonly source: string;
  readonly isEnforced: boolean;
}

const isFile = /\/hello-again[\w.-]*\.js(\?|$)/;

const isPing = (body: string | null) => !!body && /^\{"version":1,"ping":true\}$/.test(body);

/** Writes down what goes wrong, from now on. */
export async function watchPage(page: Page): Promise<PageRecord> {
  const record: PageRecord = { failedFiles: [], violations: [] };
  const nameOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? url;
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    if (isFile.test(request.url())) record.failedFiles.push({ name: nameOf(request.url()), why });
    if (isPing(request.postData())) record.ping ??= { url: request.url(), result: why };
  });
  page.on('response', (response) => {
    const request = response.request();
    if (isFile.test(request.url()) && response.status() >= 400) {
      record.failedFiles.push({ name: nameOf(request.url()), why: `status ${response.status()}` });
    }
    if (isPing(request.postData())) record.ping = { url: request.url(), result: response.status() };
  });
  page.on('console', (message) => {
    if (/digest in the 'integrity' attribute/.test(message.text()) && /hello-again/.test(message.text()))
      record.isWrongHash = true;
  });
  await page.exposeBinding(
    'haDoctorViolation',
    (_source, violation: Violation) => void record.violations.push(violation),
  );
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, disposition }) => {
      const { haDoctorViolation } = window as unknown as { haDoctorViolation(violation: unknown): void };
      haDoctorViolation({
        ...{ directive: effectiveDirective, blocked: blockedURI, source: sourceFile },
        isEnforced: disposition === 'enforce',
      });
    });
  });
  return record;
}
