const everyMilliseconds = 40;

/** Waits; rejects with the signal's reason when it is aborted. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Looks repeatedly until something is found; undefined when it is time to give up. */
export async function until<T>(
  look: () => T | undefined,
  isOver: () => boolean,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (;;) {
    signal.throwIfAborted();
    const found = look();
    if (found !== undefined || isOver()) return found;
    await wait(everyMilliseconds, signal);
  }
}

/** Says whether so many milliseconds have passed since the call. */
export function patienceOf(milliseconds: number, now: () => number): () => boolean {
  const end = now() + milliseconds;
  return () => now() >= end;
}

/**
 * Two visitors look for something that only one of the pages may have. Once one of them has found it, the other looks only a
 * moment longer.
 */
export interface SharedLook {
  found(): void;
  isOver(): boolean;
}

export function sharedLook(longest: number, moment: number, now: () => number): SharedLook {
  let isLate = patienceOf(longest, now);
  let isFound = false;
  return {
    found() {
      if (!isFound) isLate = patienceOf(moment, now);
      isFound = true;
    },
    isOver: () => isLate(),
  };
}
