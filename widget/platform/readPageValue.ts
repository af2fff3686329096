/** The text or number that a script left at a path below `window`, names joined by dots. Nothing throws. */
export function readPageValue(path: string): string | number | undefined {
  try {
    let value: unknown = window;
    for (const name of path.split('.')) {
      value = (value as Record<string, unknown> | null | undefined)?.[name];
      if (isOfMarkup(value)) return undefined;
    }
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Elements, lists of them and frames stand below `window` by their name or id, and some of their members are texts.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 */
function isOfMarkup(value: unknown): boolean {
  const { nodeType, window, item } = Object(value) as Record<string, unknown>;
  return nodeType === 1 || (window !== undefined && window === value) || typeof item === 'function';
}
