/** The first element that matches; undefined without one, and for an invalid selector. */
export function findElement(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}
