/** The first element that fits; undefined where none does, and where the text is no selector. */
export function findElement(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}
