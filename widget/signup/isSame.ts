type Bag = Readonly<Record<string, unknown>>;

/**
 * Whether two options say the same: plain data by what it holds, all else (functions, elements, instances) by being the very
 * same. What is undefined is not there.
 *
 * @param isSameOther compares what is no plain data
 */
export function isSame(a: unknown, b: unknown, isSameOther: (a: unknown, b: unknown) => boolean = Object.is): boolean {
  if (!isPlain(a) || !isPlain(b)) return isSameOther(a, b);
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Array.isArray(a) === Array.isArray(b) && [...names].every((name) => isSame(a[name], b[name], isSameOther));
}

function isPlain(value: unknown): value is Bag {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
