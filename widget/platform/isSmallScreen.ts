/** Whether a dialog would be all that is seen. */
export function isSmallScreen(): boolean {
  return matchMedia('(max-width: 40rem), (max-height: 30rem)').matches;
}
