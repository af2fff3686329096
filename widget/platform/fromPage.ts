/**
 * An address that the options name, found from the page's own: its markup may hold a `<base>` that names another host, which
 * must neither be sent anything nor stand in a consent. Quotes of a word processor around it are no part of it.
 */
export function fromPage(url: string): string {
  try {
    return new URL(url.replace(/^[\s"'“”„‘’«»]+|[\s"'“”„‘’«»]+$/g, ''), location.href).href;
  } catch {
    return url;
  }
}
