import type { Bag } from './choice.ts';
import { isBag } from './choice.ts';
import {
  type Ask,
  askTable,
  dataLayerManifest,
  decide,
  type Evidence,
  type Facts,
  hubspotManifest,
  klaviyoManifest,
  normalize,
  type Reason,
  resolve,
  segmentManifest,
  visitors,
  webhookManifest,
} from './rules.ts';

/** The visitor of one row of the ask table. */
interface Visit {
  /** What links, cookies and the page say of the visitor. */
  readonly evidence?: readonly Evidence[];
  /** "Not you?" was pressed. */
  readonly hasRefused?: true;
  readonly facts?: Partial<Facts>;
}

/** What a visitor would be asked, and the row that decides it. */
export interface Verdict {
  readonly reason: Reason;
  /** The visitor that this verdict is about, in words. */
  readonly visitor: string;
  readonly ask: Ask;
  readonly decidedBy: Reason;
  /** The place of the deciding row, from 1. */
  readonly row: number;
  /** Whom that row is about. */
  readonly why: string;
}

function seen(change: Partial<Evidence>): Evidence {
  const value = change.value ?? 'penny';
  return {
    field: 'profile',
    issuer: 'own',
    value,
    key: value,
    source: 'link',
    strength: 'token',
    isStable: true,
    observedAt: '2026-01-31T12:00:00.000Z',
    claim: change.source ?? 'link',
    ...change,
  };
}

const byLogin = (field: 'email' | 'phone', value: string) =>
  seen({ field, value, issuer: 'page', source: 'page', strength: 'proof' });

/**
 * The visitors of the ask table as facts: each is decided by its own row where the options say nothing of who is asked.
 *
 * @param issuer whose links the store's mails carry
 */
function visitsWith(issuer: string): Readonly<Record<Reason, Visit>> {
  const byMail = seen({ issuer });
  return {
    misconfigured: { facts: { isMisconfigured: true } },
    paused: { facts: { isPaused: true } },
    'not-targeted': { facts: { isTargeted: false } },
    dismissed: { facts: { isDismissed: true } },
    'frequency-cap': { facts: { isCapped: true } },
    'not-you': { evidence: [byMail], hasRefused: true, facts: { isRefused: true } },
    disputed: { evidence: [byMail, seen({ issuer, value: 'ade', source: 'cookie' })] },
    'already-subscribed': {
      evidence: [byLogin('email', 'penny@example.com')],
      facts: { pageSubscribed: { email: true, sms: true } },
    },
    unsubscribed: {
      evidence: [byMail],
      facts: { lookup: { known: true, email: 'subscribed', sms: 'unsubscribed' } },
    },
    'asked-lately': { facts: { hasSignedUp: true, isAskedLately: true } },
    'signed-up-lately': { facts: { hasSignedUp: true, isSignedUpLately: true } },
    'policy-always-email': { evidence: [byMail] },
    'known-needs-consent': {
      evidence: [byLogin('email', 'penny@example.com'), byLogin('phone', '+447700900982')],
    },
    'consent-lost': { evidence: [byMail], facts: { lookup: { known: true, email: 'subscribed', sms: 'lost' } } },
    'known-needs-email': { evidence: [byMail], facts: { cameByText: true } },
    'known-needs-phone': { evidence: [byMail] },
    'shared-link': { evidence: [{ ...byMail, isShared: true }] },
    // Of a platform that no adapter here links by.
    unlinkable: { evidence: [seen({ issuer: 'elsewhere' })] },
    unknown: {},
  };
}

const manifests = [klaviyoManifest, hubspotManifest, segmentManifest, webhookManifest, dataLayerManifest];

/** What sign-ups can be linked by where they go. */
function linksByOf({ to, collector }: Bag): readonly string[] {
  const adapter = manifests.find(({ name }) => name === to);
  const told = isBag(collector) ? collector.linksBy : undefined;
  if (Array.isArray(told)) return told.map(String);
  return adapter?.linksBy ?? ['own', 'email', 'phone'];
}

/** What each visitor of the ask table would be asked under these options, in the order of the table. */
export function verdictsOf(options: Bag): readonly Verdict[] {
  const settings = normalize(options, 'your-shop.example');
  const linksBy = linksByOf(options);
  const named = Array.isArray(options.identify) ? options.identify.map(String) : [];
  const issuer = named.find((name) => linksBy.includes(name)) ?? 'own';
  const visits = visitsWith(issuer);
  return askTable.map(({ reason }) => {
    const { evidence = [], hasRefused, facts } = visits[reason];
    const identity = resolve(evidence, {
      trust: settings.trust as Parameters<typeof resolve>[1]['trust'],
      linksBy,
      refusal: () => (hasRefused ? 'refused' : undefined),
    });
    const { ask, reason: decidedBy } = decide({
      identity,
      isMisconfigured: settings.isMisconfigured,
      isPaused: false,
      isTargeted: true,
      isDismissed: false,
      isCapped: false,
      isRefused: false,
      store: storeOf(settings),
      pageSubscribed: {},
      hintSubscribed: {},
      remembered: {},
      isAskedLately: false,
      hasSignedUp: false,
      ...facts,
    });
    const row = askTable.findIndex((one) => one.reason === decidedBy) + 1;
    return { reason, visitor: visitors[reason], ask, decidedBy, row, why: visitors[decidedBy] };
  });
}

function storeOf({ collect, ask, allowPhoneOnly }: ReturnType<typeof normalize>): Facts['store'] {
  return { collect, ...(ask ? { ask } : {}), allowPhoneOnly };
}
