const ids = new WeakMap<object, number>();
let last = 0;

/** Options as a text by which two renders are compared: functions count as there, elements as themselves. */
export function dataOf(options: object): string {
  return JSON.stringify(options, (_name, value) => {
    if (typeof value === 'function') return 'function';
    if (value?.nodeType !== 1) return value;
    if (!ids.has(value)) ids.set(value, ++last);
    return ids.get(value);
  });
}
