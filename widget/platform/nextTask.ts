/** Resolves in a task of its own, so that the browser may answer the visitor in between. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
