import type { AskDecision } from '../ask/decide.ts';
import { compact } from '../compact.ts';
import type { Identity } from '../identity/resolve.ts';
import type { PageFacts, VisitorFacts } from '../ports.ts';
import { campaignOf, cutUrl } from './pageUrl.ts';
import type { Consent, Submission } from './submission.gen.ts';

/** Everything a submission is made of. */
export interface PayloadParts {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly follows?: string | undefined;
  readonly store: string;
  readonly isTest: boolean;
  readonly decision: AskDecision;
  /** Resolved again with what was typed. */
  readonly identity: Identity;
  readonly contact: {
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
    /** As it was typed. */
    readonly typedPhone?: string | undefined;
    readonly fields?: Readonly<Record<string, string>> | undefined;
  };
  readonly consents: readonly Consent[];
  readonly replacesConsent?: string | undefined;
  readonly page: PageFacts;
  readonly visitor: VisitorFacts;
  /** The address as the visitor arrived, for its campaign parameters; absent where it may not be read. */
  readonly arrivedAt?: string | undefined;
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
  const { page, visitor, identity, contact, filledIn = -1 } = parts;
  const { email, phone, typedPhone, fields = {} } = contact;
  const isConsented = parts.consents.some((c) => c.channel === 'sms' && c.granted && c.to === phone);
  const utm = campaignOf(parts.arrivedAt || page.url);
  return compact<Submission>({
    version: 1,
    id: parts.id,
    createdAt: new Date(parts.now).toISOString(),
    follows: parts.follows,
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
      email,
      phone: isConsented ? phone : undefined,
      typedPhone: isConsented && typedPhone !== phone ? typedPhone?.slice(0, 100) : undefined,
      fields: Object.keys(fields)[0] ? fields : undefined,
    },
    // A refused box is recorded without the number: an unticked number never leaves the page.
    consents: parts.consents.filter((c) => c.granted || c.channel === 'email'),
    replaces: parts.replacesConsent && isConsented ? { consentId: parts.replacesConsent } : undefined,
    page: {
      url: cutUrl(page.url, parts.keepParameters),
      referrerOrigin: originOf(page.referrer),
      utm: Object.keys(utm)[0] ? utm : undefined,
      timeZone: visitor.timeZone || undefined,
      utcOffset: visitor.utcOffset,
      storage: parts.storage,
    },
    widget: {
      version: parts.widgetVersion,
      signup: parts.signup.slice(0, 60),
      variant: parts.variant?.slice(0, 60) || undefined,
      gpc: visitor.gpc,
      config: parts.config,
      // A clock that was set back in between says nothing.
      filledIn: filledIn >= 0 ? Math.round(filledIn) : undefined,
      trap: parts.honeypot?.slice(0, 200) || undefined,
    },
  });
}

function originOf(referrer: string): string | undefined {
  try {
    const { origin } = new URL(referrer);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}
