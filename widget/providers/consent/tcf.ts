import { type ConsentPlatform, isCallable, membersOf } from './consentPlatform.ts';

/** IAB TCF 2.x: purpose 1 is "store and/or access information on a device". */
export const tcf: ConsentPlatform = {
  name: 'tcf',
  events: [],
  verification: 'documented',
  source: 'https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework',
  lastVerified: '2026-11-24',
  read(page, tell) {
    let isAttached = false;
    return {
      look() {
        const api = page.__tcfapi;
        if (isAttached || !isCallable(api)) return;
        isAttached = true;
        api('addEventListener', 2, (data: unknown, isSuccess: unknown) => {
          const { eventStatus, gdprApplies, purpose } = membersOf(data);
          // `cmpuishown` is the question, and no answer.
          const isAnswered = eventStatus === 'tcloaded' || eventStatus === 'useractioncomplete';
          if (isSuccess !== true || !(isAnswered || gdprApplies === false)) return;
          if (gdprApplies === false) return tell('granted');
          const { consents } = membersOf(purpose);
          // Half an answer is none: a refusal would delete what is stored.
          if (gdprApplies !== true || typeof consents !== 'object' || consents === null) return;
          tell(membersOf(consents)['1'] === true ? 'granted' : 'denied');
        });
      },
    };
  },
};
