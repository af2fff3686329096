/** Whether a test runs this page: nobody reads a notice there, and a collector should get no request for it. */
export function isTestRunner(): boolean {
  const { env } = typeof process === 'undefined' ? { env: undefined } : process;
  return !!(env?.VITEST || env?.JEST_WORKER_ID || globalThis.navigator?.webdriver);
}

/** Whether the page asks for the notice, whoever looks at it. */
export function isNoticeAskedFor(): boolean {
  return (window as { readonly HelloAgainNotice?: unknown }).HelloAgainNotice === true;
}
