/**
 * Reads one cookie, percent-decoded; undefined where there is none, or where cookies are blocked.
 *
 * @param nth which of several of that name, from 1: of another domain or path each
 */
export function readCookie(name: string, nth = 1): string | undefined {
  try {
    const value = `; ${document.cookie}`.split(`; ${name}=`)[nth]?.split('; ')[0];
    return value && decodeURIComponent(value);
  } catch {
    // A sandboxed frame may not read cookies, and a malformed percent sign is no value.
    return undefined;
  }
}
