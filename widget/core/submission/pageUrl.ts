/** Query parameters that may stay in a submission's page address besides the owner's: campaign parameters only. */
const harmless = /^utm_(source|medium|campaign|term|content|id)$/;

/** A page address whose query is cut to an allow-list, without its hash. */
export function cutUrl(url: string, keep: readonly string[]): string {
  try {
    const u = new URL(url);
    for (const name of [...u.searchParams.keys()])
      if (!harmless.test(name) && !keep.includes(name)) u.searchParams.delete(name);
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
    for (const [name, value] of new URL(url).searchParams) {
      if (harmless.test(name) && value) found[name.slice(4)] = value.slice(0, 200);
    }
  } catch {
    // An address that cannot be read has no campaign.
  }
  return found;
}
