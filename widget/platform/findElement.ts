/** The first element that matches; undefined without one, and for an invalid selector. An element counts while it is on the page. */
export function findElement(selector: string | Element): Element | undefined {
  try {
    if (typeof selector !== 'string') return selector.isConnected ? selector : undefined;
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}
