import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test';

/**
 * All that a page did and should not have: console errors, uncaught errors, violations of the content security policy,
 * requests to anywhere but the servers of the test. A test fails on any of them, unless it said before that it expects it.
 */
export class Surprises {
  readonly #seen: string[] = [];
  readonly #expected: { readonly pattern: RegExp; isSeen: boolean }[] = [];
  readonly #origins: Set<string>;

  /** @param isChromium others do not say in the console that an address answered by an error */
  constructor(
    origin: string,
    private readonly isChromium = true,
  ) {
    this.#origins = new Set([origin]);
  }

  /** What matches is no failure; that it never came is one. */
  expect(pattern: RegExp): void {
    this.#expected.push({ pattern, isSeen: false });
  }

  /** What matches is no failure, whether it comes or not. */
  tolerate(pattern: RegExp): void {
    this.#expected.push({ pattern, isSeen: true });
  }

  /** Another server of this test. */
  allowOrigin(origin: string): void {
    this.#origins.add(new URL(origin).origin);
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => this.#onConsole(message));
    context.on('weberror', (error) => this.#note(`page error: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => this.#onRequest(request));
  }

  /** Reports violations of the policy itself, because the browser logs only enforced ones in the console. */
  async watchPolicy(context: BrowserContext): Promise<void> {
    await context.exposeBinding('haReportViolation', (_source, text: string) => this.#note(`csp: ${text}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { haReportViolation } = window as unknown as { haReportViolation(text: string): void };
        haReportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample} (${event.disposition})`);
      });
    });
  }

  /** One line for everything that was not expected, or expected and missing. */
  report(): readonly string[] {
    const missing = this.#expected
      .filter(({ isSeen }) => this.isChromium && !isSeen)
      .map(({ pattern }) => `expected, and did not come: ${pattern}`);
    return [...this.#seen, ...missing];
  }

  #onConsole(message: ConsoleMessage): void {
    if (message.type() !== 'error') return;
    this.#note(`console: ${message.text()} (${message.location().url})`);
  }

  #onRequest(request: Request): void {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:' || this.#origins.has(url.origin)) return;
    this.#note(`request: ${request.method()} ${request.url()}`);
  }

  #note(text: string): void {
    const expected = this.#expected.filter(({ pattern }) => pattern.test(text));
    for (const entry of expected) entry.isSeen = true;
    if (expected.length === 0) this.#seen.push(text);
  }
}
