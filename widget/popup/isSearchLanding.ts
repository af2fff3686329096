import { isSearchEngine } from '../core/trigger/isSearchEngine.ts';
import { isFirstAddress } from '../platform/isFirstAddress.ts';
import { isSmallScreen } from '../platform/isSmallScreen.ts';
import type { SignupContext } from '../signup/session.ts';

/** A search engine led to this page, and a dialog would be all that is seen of it. */
export function isSearchLanding({ runtime }: SignupContext): boolean {
  return isSearchEngine(hostOf(runtime.platform.page().referrer)) && isSmallScreen() && isFirstAddress();
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
