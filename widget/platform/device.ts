/** Whether the visitor's first way to point is a finger. */
export function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** Whether a dialog would be all that is seen. */
export function isSmallScreen(): boolean {
  return matchMedia('(max-width: 40rem), (max-height: 30rem)').matches;
}
