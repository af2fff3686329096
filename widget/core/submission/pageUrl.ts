/** Query parameters that may stay in a submission's page address besides the owner's: campaign parameters only. */
const harmless = /^utm_(source|medium|campaign|term|content|id)$/;

/** An email, a number, a signed link or a contact's id, which some senders put into campaign parameters. */
const namesSomebody = /@|%40|eyJ[\w-]+\.|reteno-|^(\+|%2B|00|\s)\d[\d\s().-]{6,}$/i;

/** A page address whose query is cut to an allow-list, without its hash; folders that name somebody are masked. */
export function cutUrl(url: string, keep: readonly string[]): string {
  try {
    const u = tidied(url);
    for (const [name, value] of [...u.searchParams]) {
      if (namesSomebody.test(value) || (!harmless.test(name) && !keep.includes(name))) u.searchParams.delete(name);
    }
    u.pathname = u.pathname
      .split('/')
      .map((part) => (namesSomebody.test(part) ? '***' : part))
      .join('/');
    u.hash = '';
    u.username = '';
    u.password = '';
    return u.href.slice(0, 2_000);
  } catch {
    return 'about:blank';
  }
}

/** Campaign parameters of an address, without their `utm_` prefix. */
export function campaignOf(url: string): Record<string, string> {
  const found: Record<string, string> = {};
  try {
    for (const [name, value] of tidied(url).searchParams) {
      if (harmless.test(name) && value && !namesSomebody.test(value)) found[name.slice(4)] = value.slice(0, 200);
    }
  } catch {
    // An address that cannot be read has no campaign.
  }
  return found;
}

/** As mangled as `readLink` reads it: what is a parameter there must not be part of a value here. */
function tidied(url: string): URL {
  const u = new URL(url.replace(/&((amp|#0*38)(;|%3B))+/gi, '&'));
  if (/.\?|%3F/i.test(u.search)) u.search = u.search.replace(/\?|%3F/gi, '&').slice(1);
  return u;
}
