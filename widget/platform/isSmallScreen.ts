/** Whether a dialog would be all that is seen. */
export function isSmallScreen(): boolean {
  // Test environments without a layout have no media queries.
  return !!globalThis.matchMedia?.('(max-width: 40rem), (max-height: 30rem)').matches;
}
