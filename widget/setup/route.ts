import type { Runtime } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';

/**
 * The page's router has moved on, or the page was restored: an identifier that only the new address carries is the
 * link's identifier from now on. The caller decides the ask again.
 */
export function route({ runtime, popup, stripOwn }: SignupContext): void {
  const { address, page } = runtime.platform;
  const { url } = page();
  // It stood over the page that was left; a form that somebody has begun to fill in stays.
  if (popup?.isUntouched()) popup.close('route');
  // Before an answer nothing is parsed: the link of the landing is the one that waits.
  if (runtime.storageConsent === 'open' || runtime.storageConsent === 'page') {
    const known = runtime.metIdentifiers ?? new Set(identifiersIn(address.captured, runtime));
    const carried = identifiersIn(url, runtime);
    if (carried.some((c) => !known.has(c))) {
      runtime.dropLink();
      address.captured = url;
    }
    runtime.amend({ metIdentifiers: new Set([...known, ...carried]) });
  }
  stripOwn();
}

function identifiersIn(url: string, { issuers }: Runtime): string[] {
  const names = issuers.flatMap(({ parameters = [] }) => parameters.map(({ name }) => name));
  try {
    return [...new URL(url).searchParams].filter(([name]) => names.includes(name)).map((pair) => pair.join('='));
  } catch {
    return [];
  }
}
