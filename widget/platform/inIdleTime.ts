/**
 * Runs each step in an idle moment of its own, in order, so that no two of them hold up the page in one piece. A page
 * that is never idle waits a second at most for each. An exception in a step ends the rest, and is not reported.
 */
export function inIdleTime(steps: readonly (() => unknown)[]): void {
  const [step, ...rest] = steps;
  if (!step) return;
  const run = () => {
    try {
      step();
    } catch {
      return;
    }
    inIdleTime(rest);
  };
  // Safari has none: https://caniuse.com/requestidlecallback. A test's page may be gone by now, and `window` with it.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 1_000 });
  else setTimeout(run, 200);
}
