import { mendValues, separate } from '../core/identity/mendLink.ts';
import type { Runtime } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';

/**
 * The page's router has moved on, or the page was restored: an identifier that the new address carries, and none before
 * it did, is the link's word from now on. The ask is taken anew by the caller.
 */
export function route({ runtime, popup, stripOwn }: SignupContext): void {
  const { address, page } = runtime.platform;
  const names = namesIn(runtime.issuers);
  const url = mendValues(separate(page().url, names), names);
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

/** The parameters that identifiers come in. */
export function namesIn(issuers: Runtime['issuers']): string[] {
  return issuers.flatMap(({ parameters = [] }) => parameters.map(({ name }) => name));
}

function identifiersIn(url: string, { issuers }: Runtime): string[] {
  const names = namesIn(issuers);
  try {
    return [...new URL(url).searchParams].filter(([name]) => names.includes(name)).map((pair) => pair.join('='));
  } catch {
    return [];
  }
}
