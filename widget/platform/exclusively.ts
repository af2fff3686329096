import type { KeyValue } from '../core/ports.ts';
import type { Exclusively } from '../core/submission/delivery.ts';

/** How long a lease lasts where its page has died. Milliseconds. */
const leaseFor = 15_000;

/**
 * Tabs are processes, and each has a copy of the store that is brought up to date a little later: one that came in at once
 * would read what has just been sent (https://html.spec.whatwg.org/multipage/webstorage.html#introduction-15). Milliseconds.
 */
const restsFor = 200;

/** One page of the browser at a time, by Web Locks; without them (old browsers, plain http) by a lease in the browser's store. */
export function createExclusively(name: string, local: KeyValue): Exclusively {
  return async (task, waits) => {
    // https://developer.mozilla.org/docs/Web/API/Web_Locks_API
    const { locks } = navigator as { readonly locks?: LockManager };
    if (!locks) return byLease(`${name}_lease`, local, task, waits);
    const abort = new AbortController();
    const timer = waits > 0 ? setTimeout(() => abort.abort(), waits) : undefined;
    const options = waits > 0 ? { signal: abort.signal } : { ifAvailable: true };
    let isStarted = false;
    try {
      return await locks.request(name, options, async (lock) => {
        if (!lock) return undefined;
        isStarted = true;
        // A page that is open for a day asks often: nothing is left listening.
        const heard = new AbortController();
        const gone = new Promise<void>((leave) =>
          addEventListener('pagehide', () => leave(), { signal: heard.signal }),
        );
        try {
          const result = await task();
          await Promise.race([gone, new Promise((rested) => setTimeout(rested, restsFor))]);
          return result;
        } finally {
          heard.abort();
        }
      });
    } catch (error) {
      // Somebody else held it for too long; or this page may have no locks at all (a sandboxed frame).
      if (isStarted || abort.signal.aborted) return undefined;
      if ((error as DOMException).name === 'AbortError') return undefined;
      return task();
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Two pages may still meet in a bad moment; every submission has an id of its own, so nothing is doubled. */
async function byLease<T>(key: string, local: KeyValue, task: () => Promise<T>, waits: number): Promise<T | undefined> {
  const now = Date.now();
  const until = Number(local.get(key));
  const isTaken = until > now && until <= now + leaseFor;
  // A visitor who waits is not left waiting for a page that may have died.
  if (isTaken && waits === 0) return undefined;
  local.set(key, String(now + leaseFor));
  try {
    return await task();
  } finally {
    local.remove(key);
  }
}
