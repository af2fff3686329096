/** A text without the blanks, and the pair of quotes, that a word processor or a template has put around it. */
export function unquoted(text: string): string {
  return text.replace(/^[\s\u00a0]*["'“”„‟«»‘’‚‹›]?([^"“”„‟«»]*?)["'“”„‟«»‘’‚‹›]?[\s\u00a0]*$/, '$1').trim();
}

/** The one of several values that is meant, whatever its case; undefined where it is none of them. */
export function choiceOf<T extends string>(given: unknown, values: readonly T[]): T | undefined {
  if (typeof given !== 'string') return undefined;
  const meant = unquoted(given).toLowerCase();
  return values.find((value) => value.toLowerCase() === meant);
}
