/** Whether the page still shows what it was loaded for: a router may have moved on since. */
export function isFirstAddress(): boolean {
  const [loaded] = performance.getEntriesByType('navigation');
  return !loaded || new URL(loaded.name).pathname === location.pathname;
}
