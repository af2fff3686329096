import { type ConsentPlatform, isCallable, membersOf } from './consentPlatform.ts';

/** Section of the European framework within GPP. */
const europe = 2;

/** IAB GPP. Its sections of the United States are about selling and sharing, and ask no permission to store. */
export const gpp: ConsentPlatform = {
  name: 'gpp',
  events: [],
  verification: 'documented',
  source: 'https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform',
  lastVerified: '2026-11-24',
  read(page, tell) {
    let isAttached = false;
    return {
      look() {
        const api = page.__gpp;
        if (isAttached || !isCallable(api)) return;
        isAttached = true;
        api('addEventListener', (event: unknown) => {
          const { signalStatus, applicableSections, parsedSections } = membersOf(membersOf(event).pingData);
          if (signalStatus !== 'ready' || !Array.isArray(applicableSections)) return;
          if (!applicableSections.includes(europe)) {
            tell('granted');
            return;
          }
          const section = membersOf(parsedSections).tcfeuv2;
          const { PurposeConsent } = membersOf(Array.isArray(section) ? section[0] : section);
          // Half an answer is none: a refusal would delete what is stored.
          if (Array.isArray(PurposeConsent)) tell(PurposeConsent[0] === true ? 'granted' : 'denied');
        });
      },
    };
  },
};
