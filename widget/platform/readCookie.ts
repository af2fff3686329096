/** Reads one cookie, percent-decoded; undefined where there is none, or where cookies are blocked. */
export function readCookie(name: string): string | undefined {
  try {
    for (const pair of document.cookie.split('; ')) {
      const [key, value] = pair.split(/=(.*)/s);
      if (key === name) return decodeURIComponent(value ?? '');
    }
  } catch {
    // A sandboxed frame may not read cookies, and a malformed percent sign is no value.
  }
  return undefined;
}
