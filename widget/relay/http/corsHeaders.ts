/**
 * The headers that let a page of the list post and read the answer, `Retry-After` included, which a script may not read by
 * itself. Without credentials: cookies of visitors are no business of a relay.
 */
export function corsHeaders(origin: string | null, allowed: readonly string[]): Record<string, string> {
  const always = { 'cache-control': 'no-store', vary: 'origin' };
  return origin !== null && allowed.includes(origin)
    ? { ...always, 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' }
    : always;
}
