/**
 * JSON of plain data. Old libraries (Prototype.js 1.6) give texts, numbers and lists a `toJSON` of their own, which
 * encodes them twice; `JSON.stringify` does not call `toJSON` of what a replacer returns.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, encoded: unknown) {
    const own = this[key];
    return Array.isArray(own) || Object(own) !== own ? own : encoded;
  });
}
