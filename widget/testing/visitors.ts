import type { LookupAnswer } from '../core/ask/decide.ts';
import type { Reason } from '../core/ask/reasons.ts';
import { emptyMemory, type Memory } from '../core/memory/memory.ts';
import type { PageIdentity } from '../signup/api.ts';

/** What a visitor is made of: `visitAs` brings it to the page. */
export interface VisitorTraits {
  /** Parameters of the address; the link’s is `ha_id`. */
  readonly query?: Readonly<Record<string, string>>;
  /** The page that was left for this one. */
  readonly referrer?: string;
  /** What the browser remembers of earlier visits. */
  readonly memory?: Memory;
  /** What the store’s lookup answers; the script tag gets an address for it. */
  readonly lookup?: LookupAnswer;
  /** Attributes of the script tag, `data-` left out; `null` takes one away. They are the owner’s, and no visitor’s. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  /** What the page’s login says. */
  readonly login?: PageIdentity;
}

/** What visitors are made with. */
export interface VisitorMeans {
  /** Makes the value of a mail’s link for a person. */
  link(subject: string): Promise<string>;
  /** What a refused identifier of that person is remembered by. */
  fingerprint(subject: string): Promise<string>;
  /** Seconds since 1970. */
  readonly now: number;
  /** A number in E.164, for a visitor whom the page’s login knows by it. */
  readonly phone: string;
  /** The page’s path. */
  readonly path: string;
}

const day = 86_400;
const subject = 'contact-1';
const stranger = 'contact-2';

const remembers = (change: {
  readonly seen?: Partial<Memory['seen']>;
  readonly acknowledged?: Partial<Memory['acknowledged']>;
}): Memory => ({
  seen: { ...emptyMemory.seen, ...change.seen },
  acknowledged: { ...emptyMemory.acknowledged, ...change.acknowledged },
});

const byLink = async ({ link }: VisitorMeans, query: Readonly<Record<string, string>> = {}) => ({
  query: { ha_id: await link(subject), ...query },
});

/** One visitor for each row of the ask table, by the row’s reason. Some rows are about the owner or the page. */
export const visitors: Readonly<Record<Reason, (means: VisitorMeans) => VisitorTraits | Promise<VisitorTraits>>> = {
  misconfigured: () => ({ attributes: { privacy: null } }),
  paused: () => ({ query: { ha: 'off' } }),
  'not-targeted': ({ path }) => ({ attributes: { 'target-exclude': path } }),
  dismissed: ({ now }) => ({ memory: remembers({ seen: { shown: 1, shownAt: now - 60, dismissedAt: now - 60 } }) }),
  'frequency-cap': ({ now }) => ({ memory: remembers({ seen: { shown: 1_000, shownAt: now - 60 } }) }),
  'not-you': async (means) => ({
    ...(await byLink(means)),
    memory: remembers({ seen: { refused: [await means.fingerprint(subject)] } }),
  }),
  disputed: async (means) => ({
    ...(await byLink(means)),
    memory: remembers({
      acknowledged: {
        identifiers: [
          {
            ...({ field: 'profile', issuer: 'own', strength: 'token' } as const),
            value: await means.link(stranger),
            at: means.now - day,
          },
        ],
      },
    }),
  }),
  'already-subscribed': (means) => byLink(means, { ha_has: 'email.sms' }),
  unsubscribed: async (means) => ({
    ...(await byLink(means)),
    lookup: { known: true, email: 'subscribed', sms: 'unsubscribed' },
  }),
  'asked-lately': ({ now }) => ({ memory: remembers({ acknowledged: { askedAt: now - day } }) }),
  'signed-up-lately': ({ now }) => ({ memory: remembers({ acknowledged: { signedUpAt: now - 60 } }) }),
  'policy-always-email': () => ({ attributes: { ask: 'always-email' } }),
  'known-needs-consent': ({ phone }) => ({ login: { phone } }),
  'consent-lost': async (means) => ({
    ...(await byLink(means)),
    lookup: { known: true, email: 'subscribed', sms: 'lost' },
  }),
  'known-needs-email': (means) => byLink(means, { utm_medium: 'sms' }),
  'known-needs-phone': (means) => byLink(means),
  'shared-link': async (means) => ({ ...(await byLink(means)), referrer: 'https://forum.example/' }),
  unlinkable: ({ now }) => ({ memory: remembers({ acknowledged: { signedUpAt: now - 1_000 * day } }) }),
  unknown: () => ({}),
};
