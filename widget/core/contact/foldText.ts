/** Folds white space, so that line breaks of the layout do not change the record or its hash. */
export function foldText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
