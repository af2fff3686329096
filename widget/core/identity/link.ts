import type { Subscribed } from '../ask/reasons.ts';

/** What one page address carried, before providers look at it. */
export interface LinkFacts {
  /** A query parameter, percent-decoded; undefined where it is given twice with different values. */
  get(name: string): string | undefined;
  /** The link was followed from a page that is neither the shop nor the owner's click domain; `isMailReader` knows others. */
  readonly isShared: boolean;
}

const longestUrl = 16_384;

/** Reads a page's address. Malformed percent signs are kept as they are; nothing throws. */
export function readLink(url: string, referrer: string, clickDomains: readonly string[]): LinkFacts {
  try {
    // A longer address is not read: no mail carries one, and a hostile one must not cost the page time.
    const here = new URL(url.length > longestUrl ? '' : url);
    return {
      get(name) {
        const [value, ...others] = new Set(here.searchParams.getAll(name));
        return others.length > 0 ? undefined : value;
      },
      isShared: isForeign(referrer, here.hostname, clickDomains),
    };
  } catch {
    return { get: () => undefined, isShared: false };
  }
}

/**
 * What `ha_has` says: channels the person is subscribed to, joined by a dot. And whether the link came in a text message, so
 * that its holder's number is on file.
 */
export function readLinkHint(link: LinkFacts): { readonly subscribed: Subscribed; readonly byText: boolean } {
  const said = link.get('ha_has') ?? '';
  const email = /\bemail\b/.test(said);
  const sms = /\bsms\b/.test(said);
  return { subscribed: { email, sms }, byText: link.get('utm_medium')?.toLowerCase() === 'sms' || (sms && !email) };
}

function isForeign(referrer: string, host: string, clickDomains: readonly string[]): boolean {
  if (!/^http/.test(referrer)) return false;
  const from = new URL(referrer).hostname;
  const isWithin = (inner: string, outer: string) => `.${inner}`.endsWith(`.${outer}`);
  return ![host, ...clickDomains].some((d) => isWithin(from, d) || isWithin(d, from));
}
