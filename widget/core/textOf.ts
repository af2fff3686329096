/** An option as text; empty where it is none and cannot be made one, as an object without a prototype or with a `toString` of its own. */
export function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return '';
  }
}
