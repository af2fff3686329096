/** Tells the owner of the page, in the console. */
export function warn(message: string): void {
  console.warn(message);
}
