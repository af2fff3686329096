import { type ConsentPlatform, isCallable } from './consentPlatform.ts';

/** The WordPress Consent API: banners of many makers speak it. */
export const wordPress: ConsentPlatform = {
  name: 'wordpress',
  events: ['wp_listen_for_consent_change', 'wp_consent_type_defined'],
  verification: 'documented',
  source: 'https://wordpress.org/plugins/wp-consent-api/',
  lastVerified: '2026-11-24',
  read(page, tell) {
    return {
      look() {
        const has = page.wp_has_consent;
        // Until a banner has set the kind of consent that is asked for, the API's answers mean nothing.
        if (!isCallable(has) || !page.wp_consent_type) return;
        if (has('preferences') === true) tell('granted');
        else if (isDenied(page)) tell('denied');
      },
    };
  },
};

/** The API keeps an answer for each category: `deny` is an answer, and an empty value is none. */
function isDenied(page: Readonly<Record<string, unknown>>): boolean {
  const value = page.consent_api_get_cookie;
  return isCallable(value) && value('wp_consent_preferences') === 'deny';
}
