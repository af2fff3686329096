import { type ConsentPlatform, isCallable, membersOf } from './consentPlatform.ts';

/** Usercentrics (the `UC_UI` API): only "everything accepted" counts as yes, since its services are the owner's to name. */
export const usercentrics: ConsentPlatform = {
  name: 'usercentrics',
  events: ['UC_UI_INITIALIZED', 'UC_UI_CMP_EVENT'],
  verification: 'unverified',
  source: 'https://docs.usercentrics.com/#/browser-sdk',
  lastVerified: '2026-11-24',
  read(page, tell) {
    return {
      look() {
        const { isInitialized, isConsentRequired, areAllConsentsAccepted } = membersOf(page.UC_UI);
        if (!isCallable(isInitialized) || isInitialized() !== true || !isCallable(areAllConsentsAccepted)) return;
        if (areAllConsentsAccepted() === true) tell('granted');
        else if (isCallable(isConsentRequired) && isConsentRequired() === false) tell('denied');
      },
    };
  },
};
