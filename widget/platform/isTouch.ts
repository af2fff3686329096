/** Whether the visitor's first way to point is a finger. */
export function isTouch(): boolean {
  return !!globalThis.matchMedia?.('(pointer: coarse)').matches;
}
