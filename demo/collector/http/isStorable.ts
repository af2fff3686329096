const deepest = 64;

/** The character NUL, and halves of surrogate pairs. */
const unstorable = /\0|\p{Surrogate}/u;

/** Whether a database keeps a JSON value: PostgreSQL refuses some characters, and what is nested without end. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !unstorable.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepest) return false;
  return Object.entries(value).every(([name, inner]) => !unstorable.test(name) && isStorable(inner, depth + 1));
}
