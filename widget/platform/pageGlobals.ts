/** What other scripts have left on the page: nothing of it is of a type that anybody has checked. */
export function pageGlobals(): unknown {
  return window;
}
