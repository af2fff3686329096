import type { AskDecision } from '../ask/decide.ts';
import type { Identity } from '../identity/resolve.ts';
import type { PageFacts, VisitorFacts } from '../ports.ts';
import { campaignOf, cutUrl } from './pageUrl.ts';
import type { Consent, Submission } from './submission.gen.ts';

/** Everything a submission is made of. */
export interface PayloadParts {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly follows?: string;
  readonly store: string;
  readonly isTest: boolean;
  readonly decision: AskDecision;
  /** Resolved again with what was typed. */
  readonly identity: Identity;
  readonly contact: {
    readonly email?: string;
    readonly phone?: string;
    /** As it was typed. */
    readonly typedPhone?: string;
    readonly fields?: Readonly<Record<string, string>>;
  };
  readonly consents: readonly Consent[];
  readonly replacesConsent?: string;
  readonly page: PageFacts;
  readonly visitor: VisitorFacts;
  /** The address as the visitor arrived, for its campaign parameters; absent where it may not be read. */
  readonly arrivedAt?: string;
  readonly keepParameters: readonly string[];
  readonly widgetVersion: string;
  readonly signup: string;
  /** The variant that the visitor was shown. */
  readonly variant?: string | undefined;
  /** A fingerprint of the owner's options. */
  readonly config?: string | undefined;
  /** The storage permission. */
  readonly storage: NonNullable<Submission['page']['storage']>;
  /** Milliseconds from the popup's opening to submitting. */
  readonly filledIn?: number | undefined;
  /** What stood in the field that no visitor sees. */
  readonly honeypot?: string | undefined;
}

/** Makes the one payload. A phone without its own granted consent is left out, whoever asks. */
export function makeSubmission(parts: PayloadParts): Submission {
  const { page, visitor, identity, contact } = parts;
  const isConsented = parts.consents.some((c) => c.channel === 'sms' && c.granted && c.to === contact.phone);
  const referrerOrigin = originOf(page.referrer);
  const utm = campaignOf(parts.arrivedAt ?? page.url);
  return {
    version: 1,
    id: parts.id,
    createdAt: new Date(parts.now).toISOString(),
    ...(parts.follows ? { follows: parts.follows } : {}),
    store: parts.store.slice(0, 100),
    test: parts.isTest,
    ask: { kind: parts.decision.ask, reason: parts.decision.reason },
    identity: {
      certainty: identity.certainty,
      identifiers: identity.evidence
        .filter((e) => e.source !== 'form')
        .map(({ field, issuer, value, source, strength, observedAt }) => {
          return { field, issuer, value, source, strength, observedAt };
        }),
      setAside: identity.setAside.slice(0, 40).map(({ evidence, why }) => {
        return { field: evidence.field, issuer: evidence.issuer, source: evidence.source, why };
      }),
    },
    contact: {
      ...(contact.email ? { email: contact.email } : {}),
      ...(contact.phone && isConsented ? { phone: contact.phone } : {}),
      ...(contact.typedPhone && contact.typedPhone !== contact.phone && isConsented
        ? { typedPhone: contact.typedPhone.slice(0, 100) }
        : {}),
      ...(contact.fields ? { fields: { ...contact.fields } } : {}),
    },
    // A refused box is recorded without the number: an unticked number never leaves the page.
    consents: parts.consents.filter((c) => c.granted || c.channel === 'email'),
    ...(parts.replacesConsent && isConsented ? { replaces: { consentId: parts.replacesConsent } } : {}),
    page: {
      url: cutUrl(page.url, parts.keepParameters),
      ...(referrerOrigin ? { referrerOrigin } : {}),
      ...(Object.keys(utm).length > 0 ? { utm } : {}),
      ...(visitor.timeZone ? { timeZone: visitor.timeZone } : {}),
      utcOffset: visitor.utcOffset,
      storage: parts.storage,
    },
    widget: {
      version: parts.widgetVersion,
      signup: parts.signup.slice(0, 60),
      ...(parts.variant ? { variant: parts.variant.slice(0, 60) } : {}),
      gpc: visitor.gpc,
      ...(parts.config ? { config: parts.config } : {}),
      // A clock that was set back in between says nothing.
      ...(parts.filledIn !== undefined && parts.filledIn >= 0 ? { filledIn: Math.round(parts.filledIn) } : {}),
      ...(parts.honeypot ? { trap: parts.honeypot.slice(0, 200) } : {}),
    },
  };
}

function originOf(referrer: string): string | undefined {
  try {
    const { origin } = new URL(referrer);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}
