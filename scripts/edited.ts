/** What a library's module must hold at least once, and what takes its place. */
export type Edit = readonly [found: RegExp, replacement: string];

/**
 * A library's module with edits, one after the other.
 *
 * @throws where the module is written in another way than an edit expects, as after an update
 */
export function edited(file: string, code: string, edits: readonly Edit[] = []): string {
  return edits.reduce((former, [found, replacement]) => {
    const next = former.replace(found, replacement);
    if (next === former) throw new Error(`${file} is written in another way than expected: ${found}`);
    return next;
  }, code);
}
