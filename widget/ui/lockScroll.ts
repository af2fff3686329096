/** How far a key scrolls: upwards, or downwards. */
const keys: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  PageUp: -1,
  Home: -1,
  ArrowDown: 1,
  PageDown: 1,
  End: 1,
  ' ': 1,
};

/**
 * Keeps the page behind a modal dialog from being scrolled; answers the undo. Nothing of its styles is changed: with
 * `overflow: hidden` sticky headers leave, pages jump and move sideways, each by rules of its own (`body { overflow-x: hidden }`,
 * `html, body { height: 100% }`, `scrollbar-gutter`, `!important`).
 */
export function lockScroll(dialog: HTMLElement): () => void {
  const listening = new AbortController();
  const options = { capture: true, passive: false, signal: listening.signal };
  let touchedAt = 0;
  const keep = (event: Event, by: number) => {
    if (event.cancelable && !scrolls(event, dialog, by)) event.preventDefault();
  };
  addEventListener(
    'wheel',
    (event) => {
      // With this key the wheel zooms.
      if (!event.ctrlKey) keep(event, Math.abs(event.deltaX) > Math.abs(event.deltaY) ? 0 : event.deltaY);
    },
    options,
  );
  addEventListener(
    'touchstart',
    ({ touches }) => {
      touchedAt = touches[0]?.clientY ?? 0;
    },
    { ...options, passive: true },
  );
  addEventListener(
    'touchmove',
    (event) => {
      const { clientY = 0 } = event.touches[0] ?? {};
      // Two fingers zoom.
      if (event.touches.length === 1) keep(event, touchedAt - clientY);
      touchedAt = clientY;
    },
    options,
  );
  addEventListener(
    'keydown',
    (event) => {
      const by = keys[event.key];
      const at = event.composedPath()[0] as HTMLElement;
      const isUsed = at.matches?.('input,select,textarea') || (event.key === ' ' && at.matches?.('button,a'));
      if (by && !isUsed && !event.ctrlKey && !event.metaKey && !event.altKey) keep(event, event.shiftKey ? -by : by);
    },
    options,
  );
  return () => listening.abort();
}

/** Whether something in the dialog scrolls that way, which then is what moves. */
function scrolls(event: Event, dialog: HTMLElement, by: number): boolean {
  const path = event.composedPath();
  const within = path.slice(0, path.indexOf(dialog) + 1);
  // A key with the focus on the page's own body scrolls the dialog no more than the page.
  return within.some((at) => {
    if (!(at instanceof HTMLElement) || !/auto|scroll/.test(getComputedStyle(at).overflowY)) return false;
    const { scrollTop, scrollHeight, clientHeight } = at;
    return by < 0 ? scrollTop > 0 : by > 0 && scrollTop + clientHeight < scrollHeight - 1;
  });
}
