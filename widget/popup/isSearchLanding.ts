import { isSearchEngine } from '../core/trigger/isSearchEngine.ts';
import { isFirstAddress } from '../platform/isFirstAddress.ts';
import { isSmallScreen } from '../platform/isSmallScreen.ts';
import type { SignupContext } from '../signup/session.ts';

/** A search engine led to this page, and a dialog would be all that is seen of it. */
export function isSearchLanding({ runtime }: SignupContext): boolean {
  // A mail that is read in an app may come by a search engine's hop: its link is no search result.
  const { captured } = runtime.platform.address;
  if (/[?&]utm_medium=(e-?mail|sms)\b/i.test(captured) || runtime.evidence().some(({ source }) => source === 'link'))
    return false;
  return isSearchEngine(hostOf(runtime.platform.page().referrer)) && isSmallScreen() && isFirstAddress();
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
