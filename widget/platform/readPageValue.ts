/** The text or number that a script left at a path below `window`, names joined by dots. Nothing throws. */
export function readPageValue(path: string): string | number | undefined {
  try {
    let value: unknown = window;
    for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
    // Elements with an id are properties of `window`, too, and are neither.
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}
