/**
 * Runs in the page before everything else, the same for all candidates. `window.field.watch(selector)` looks at every frame
 * whether a field that fits is in the document (open shadow roots included), visible, enabled and not inert, and notes when
 * it first was. That it then takes a typed character is for the driver to try.
 */
export function detector() {
  /** @type {{ start: number, duration: number }[]} */
  const tasks = [];
  const note = (/** @type {PerformanceEntry[]} */ entries) => {
    for (const { startTime, duration } of entries) tasks.push({ start: startTime, duration });
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });

  /**
   * @param {Document | ShadowRoot} root
   * @param {string} selector
   * @returns {HTMLInputElement | undefined}
   */
  function find(root, selector) {
    const own = /** @type {HTMLInputElement | null} */ (root.querySelector(selector));
    if (own) return own;
    for (const element of root.querySelectorAll('*')) {
      const inside = element.shadowRoot && find(element.shadowRoot, selector);
      if (inside) return inside;
    }
    return undefined;
  }

  const isUsable = (/** @type {HTMLInputElement | undefined} */ field) => {
    if (!field || field.readOnly || field.matches(':disabled') || field.closest('[inert]')) return false;
    const { width, height } = field.getBoundingClientRect();
    return width > 0 && height > 0 && field.checkVisibility({ visibilityProperty: true });
  };

  /** @type {HTMLInputElement | undefined} */
  let field;
  let usableAt = 0;
  let startedAt = 0;
  /** @type {() => void} */
  let tell;
  const usable = new Promise((resolve) => {
    tell = () => resolve(true);
  });
  const state = {
    /** @param {string} selector */
    watch(selector) {
      const look = () => {
        field = find(document, selector);
        if (isUsable(field)) {
          usableAt = performance.now();
          tell();
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    /** Opens the popup in a task of its own, as a press would. */
    open() {
      setTimeout(() => {
        startedAt = performance.now();
        void (/** @type {any} */ (window).bench.open());
      });
    },
    /** Whether it was usable within a minute. */
    untilUsable: () => Promise.race([usable, new Promise((resolve) => setTimeout(resolve, 60_000, false))]),
    focus: () => field?.focus(),
    value: () => field?.value ?? '',
    /** Milliseconds until the field was usable, and how much of that long tasks took beyond 50 ms each. */
    result() {
      note(observer.takeRecords());
      const before = tasks.filter(({ start }) => start >= startedAt - 1 && start < usableAt);
      const blocking = before.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
      return { ms: usableAt - startedAt, blocking };
    },
  };
  Object.defineProperty(window, 'field', { value: state });
}
