import { type ConsentPlatform, isCallable, membersOf } from './consentPlatform.ts';

/** Shopify Customer Privacy. Its "allowed" methods weigh the merchant's settings and the visitor's region already. */
export const shopifyPrivacy: ConsentPlatform = {
  name: 'shopify',
  events: ['visitorConsentCollected'],
  verification: 'documented',
  source: 'https://shopify.dev/docs/api/customer-privacy',
  lastVerified: '2026-11-24',
  read(page, tell) {
    let isLoading = false;
    const look = () => {
      const shopify = membersOf(page.Shopify);
      const privacy = membersOf(shopify.customerPrivacy);
      if (isCallable(privacy.preferencesProcessingAllowed)) {
        const hasAnswered = isCallable(privacy.shouldShowBanner) ? privacy.shouldShowBanner() !== true : true;
        const isAllowed = privacy.preferencesProcessingAllowed() === true;
        // "Not allowed" while the banner is still open does not mean that the visitor has refused.
        if (isAllowed) tell('granted');
        else if (hasAnswered) tell('denied');
      } else if (isCallable(shopify.loadFeatures) && !isLoading) {
        isLoading = true;
        shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], (error: unknown) => {
          if (!error) look();
        });
      }
    };
    return { look };
  },
};
