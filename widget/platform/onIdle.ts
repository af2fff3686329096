import type { Undo } from '../core/ports.ts';

/**
 * Calls back when the page has nothing else to do, and after so many milliseconds at the latest. Safari has no
 * `requestIdleCallback`: https://developer.mozilla.org/docs/Web/API/Window/requestIdleCallback
 */
export function onIdle(limit: number, callback: () => void): Undo {
  if (!window.requestIdleCallback) {
    const timer = setTimeout(callback, Math.min(limit, 200));
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback, { timeout: limit });
  return () => cancelIdleCallback(handle);
}
