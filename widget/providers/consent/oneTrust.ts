import { type ConsentPlatform, isCallable, membersOf } from './consentPlatform.ts';

/** OneTrust: `C0003` is "functional" unless the owner has renamed the groups. */
export const oneTrust: ConsentPlatform = {
  name: 'onetrust',
  events: ['OneTrustGroupsUpdated', 'OTConsentApplied'],
  verification: 'documented',
  source: 'https://developer.onetrust.com/onetrust/docs/javascript-events-guide',
  lastVerified: '2026-11-24',
  read(page, tell) {
    return {
      look() {
        const groups = page.OnetrustActiveGroups;
        if (typeof groups !== 'string') return;
        const { IsAlertBoxClosed } = membersOf(page.OneTrust);
        const isFunctional = groups.split(',').includes('C0003');
        // Where consent is implied the groups are active before anybody has answered, and that counts.
        const hasAnswered = isCallable(IsAlertBoxClosed) && IsAlertBoxClosed() === true;
        if (isFunctional) tell('granted');
        else if (hasAnswered) tell('denied');
      },
    };
  },
};
