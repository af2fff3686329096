/** Ends with one sentence for whoever started it. */
export function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
