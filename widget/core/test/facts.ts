import type { Facts, StorePolicy } from '../ask/decide.ts';
import type { Identity } from '../identity/resolve.ts';
import { byLogin, evidence, identityOf, inMemory } from './evidence.ts';

/** Facts that differ from a stranger's on an ordinary page; the store's policy is given in part. */
export type FactsChange = Partial<Omit<Facts, 'store'>> & { readonly store?: Partial<StorePolicy> };

export function factsOf({ store, ...change }: FactsChange = {}): Facts {
  return {
    identity: identityOf([]),
    isMisconfigured: false,
    isPaused: false,
    isTargeted: true,
    isDismissed: false,
    isCapped: false,
    isRefused: false,
    store: { collect: 'both', ask: 'when-needed', allowPhoneOnly: false, ...store },
    pageSubscribed: {},
    hintSubscribed: {},
    cameByText: false,
    remembered: {},
    isAskedLately: false,
    hasSignedUp: false,
    ...change,
  };
}

/** Came from a link in a mail. */
export const fromMail: Identity = identityOf([evidence('penny-token')]);

/** Has signed up here before, and nothing says otherwise. */
export const returning: Identity = identityOf([inMemory('penny-token')], { isRemembered: true });

/** Is logged in, by the email. */
export const loggedIn: Identity = identityOf([byLogin('email', 'penny@example.com')]);

/** Is logged in, and the page passes the number too. */
export const loggedInWithNumber: Identity = identityOf([
  byLogin('email', 'penny@example.com'),
  byLogin('phone', '+447700900001'),
]);

/** Links and cookies name different people. */
export const disputed: Identity = identityOf([], {
  certainty: 'disputed',
  setAside: [evidence('penny-token'), inMemory('rosa-token')].map((e) => ({ evidence: e, why: 'disputed' })),
});
