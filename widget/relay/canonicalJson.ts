/** A JSON value in the one form that is hashed: names sorted, no white space. A database may have changed their order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = value as Readonly<Record<string, unknown>>;
  const members: string[] = [];
  for (const name of Object.keys(inner).sort()) {
    if (inner[name] !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(inner[name])}`);
  }
  return `{${members.join(',')}}`;
}
