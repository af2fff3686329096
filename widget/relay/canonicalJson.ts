/** A JSON value in the one form that is hashed: names sorted, no white space. A database may have changed their order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = value as Readonly<Record<string, unknown>>;
  let members = '';
  for (const name of Object.keys(inner).sort()) {
    if (inner[name] !== undefined) members += `${members && ','}${quoted(name)}:${canonicalJson(inner[name])}`;
  }
  return `{${members}}`;
}

/** A text without quotation marks, backslashes, control characters and surrogates, of which some are escaped. */
const isPlain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** As `JSON.stringify`, of which a call takes longer than most texts. */
function quoted(text: string): string {
  return isPlain.test(text) ? `"${text}"` : JSON.stringify(text);
}
