import type { Settings } from '../config/settings.ts';
import { mendLink, separate } from '../core/identity/mendLink.ts';
import { replaceAddress } from '../platform/replaceAddress.ts';
import type { Runtime } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';
import type { SetupOptions } from './readSetupOptions.ts';

/**
 * The page's router has moved on, its address was rewritten, or the page was restored: an identifier that the new address
 * carries, and none before it did, is the link's word from now on.
 *
 * @param isRewritten the address is another one, and the page the same
 * @returns whether the ask has to be taken anew, by the caller
 */
export function route(context: SignupContext, { isInline, once }: SetupOptions, isRewritten: boolean): boolean {
  const { runtime, settings, popup, stripOwn } = context;
  const { address, page } = runtime.platform;
  const names = namesIn(runtime, settings);
  const url = mendLink(page().url, names);
  // It stood over the page that was left; a form that somebody has begun to fill in stays, and so does a part of the page.
  const isLeft = !isRewritten && (!isInline || context.decide(true).reason === 'not-targeted');
  if (isLeft && popup?.isUntouched()) {
    popup.close('route');
    if (isInline) context.amend({ hasOpened: false });
  }
  if (!isRewritten && once === 'page' && !context.popup) context.amend({ hasOpened: false });
  let isNews = !isRewritten;
  // Before an answer nothing is parsed: the link of the landing is the one that waits.
  if (runtime.storageConsent === 'open' || runtime.storageConsent === 'page') {
    const known = runtime.metIdentifiers ?? new Set(identifiersIn(address.captured, runtime));
    const carried = identifiersIn(url, runtime);
    if (carried.some((c) => !known.has(c))) {
      runtime.dropLink();
      address.captured = url;
      isNews = true;
    }
    runtime.amend({ metIdentifiers: new Set([...known, ...carried]) });
  }
  // What the entry did not recognise goes as well.
  replaceAddress((bar) => separate(bar, names));
  stripOwn();
  return isNews;
}

/** The parameters that name somebody, or say something of them. */
export function namesIn({ issuers }: Runtime, { emailParameters }: Settings): string[] {
  return [...parametersOf(issuers), 'ha_has', ...emailParameters];
}

function parametersOf(issuers: Runtime['issuers']): string[] {
  return issuers.flatMap(({ parameters = [] }) => parameters.map(({ name }) => name));
}

function identifiersIn(url: string, { issuers }: Runtime): string[] {
  const names = parametersOf(issuers);
  try {
    return [...new URL(url).searchParams].filter(([name]) => names.includes(name)).map((pair) => pair.join('='));
  } catch {
    return [];
  }
}
