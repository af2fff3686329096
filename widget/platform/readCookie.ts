/** Reads one cookie, percent-decoded; undefined where there is none, or where cookies are blocked. */
export function readCookie(name: string): string | undefined {
  try {
    for (const pair of document.cookie.split('; ')) {
      if (pair.startsWith(`${name}=`)) return decodeURIComponent(pair.slice(name.length + 1));
    }
  } catch {
    // A sandboxed frame may not read cookies, and a malformed percent sign is no value.
  }
  return undefined;
}
