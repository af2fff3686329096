import { type ConsentPlatform, membersOf } from './consentPlatform.ts';

/** Cookiebot: "preferences" is its category for what remembers a visitor. */
export const cookiebot: ConsentPlatform = {
  name: 'cookiebot',
  events: ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'],
  verification: 'documented',
  source: 'https://www.cookiebot.com/en/developer/',
  lastVerified: '2026-11-24',
  read(page, tell) {
    return {
      look() {
        const { consent, hasResponse } = membersOf(page.Cookiebot);
        const { preferences } = membersOf(consent);
        // Half an answer is none: a refusal would delete what is stored.
        if (hasResponse === true && typeof preferences === 'boolean') tell(preferences ? 'granted' : 'denied');
      },
    };
  },
};
