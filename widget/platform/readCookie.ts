/** Reads one cookie, percent-decoded; undefined where there is none, or where cookies are blocked. */
export function readCookie(name: string): string | undefined {
  try {
    const value = `; ${document.cookie}`.split(`; ${name}=`)[1]?.split('; ')[0];
    return value && decodeURIComponent(value);
  } catch {
    // A sandboxed frame may not read cookies, and a malformed percent sign is no value.
    return undefined;
  }
}
