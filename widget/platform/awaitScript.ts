type Page = { readonly [name: string]: unknown };

/**
 * Waits for what a script of the page brings, without a clock that ticks: whenever a script has loaded it is looked for once
 * more, and once at the end. Rejects after so many milliseconds, so that nothing waits for a script that is blocked.
 */
export function awaitScript<T>(find: (page: Page) => T | undefined, timeout: number): Promise<T> {
  const page = window as unknown as Page;
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const found = find(page);
      if (found === undefined || found === null) return false;
      stop();
      resolve(found);
      return true;
    };
    // `load` does not bubble, but can be captured.
    const onLoad = () => void look();
    const timer = setTimeout(() => {
      if (look()) return;
      stop();
      reject(new Error('no script'));
    }, timeout);
    const stop = () => {
      clearTimeout(timer);
      document.removeEventListener('load', onLoad, true);
    };
    document.addEventListener('load', onLoad, true);
    look();
  });
}
