import { fromPage } from './fromPage.ts';

/** Posts a text while the page is being left. Nobody hears whether it has arrived, and none is sent again. */
export function beacon(url: string, text: string): void {
  try {
    // A text needs no preflight, for which a page that is left has no time.
    navigator.sendBeacon(fromPage(url), text);
  } catch {
    // A browser without it, or an address that is none: nothing is counted.
  }
}
