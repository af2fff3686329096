// Written by `npm run schema` from widget/schema/submission.v1.json. Change the schema, not this file.

/** Protocol v1: the one payload a signup posts. Fields a reader does not know are accepted and kept. */
export interface Submission {
  /** The protocol's version. */
  version: 1;
  /** UUIDv7. The idempotency key: a retry repeats it. */
  id: string;
  /** When the visitor pressed the button, by the visitor's clock. */
  createdAt: string;
  /** When this copy was posted, by the same clock. A retry says another time: it tells how far the clock is off. */
  sentAt?: string;
  /** The earlier step, or the attempt that was answered 409. A later step is complete alone. */
  follows?: string;
  /** Which store this sign-up belongs to. */
  store: string;
  /** True when the owner or QA marked this page as a test. */
  test: boolean;
  /** What was asked, and why. */
  ask: {
    /** The fields that were asked for. */
    kind: 'phone' | 'email' | 'email+phone' | 'consent' | 'nothing';
    /** The reason code of the ask. */
    reason: string;
  };
  /** Who the visitor was taken for: one claim, whole. */
  identity: {
    /** How sure: typed or said by the page, carried by a link or cookie, contradicted, or nobody. */
    certainty: 'declared' | 'claimed' | 'disputed' | 'none';
    /**
     * The identifiers of the claim that won.
     *
     * @maxItems 20
     */
    identifiers: Identifier[];
    /**
     * What was not used and why, without values.
     *
     * @maxItems 40
     */
    setAside: SetAsideIdentifier[];
  };
  /** What was typed now, normalised. */
  contact: {
    /** The local part as typed, the domain in lower-case ASCII. */
    email?: string;
    /** E.164. */
    phone?: string;
    /** The number as it was typed, where that is not how it was understood. */
    typedPhone?: string;
    /** Further fields, by name. */
    fields?: {
      [k: string]: string;
    };
  };
  /**
   * One a channel, only for boxes that were shown.
   *
   * @maxItems 2
   */
  consents: Consent[];
  /** This number takes the place of the one that this consent was given for. */
  replaces?: {
    /** The consent that was given for the former number. */
    consentId: string;
  };
  /** Where it happened. */
  page: {
    /** The page's address, its query cut to an allow-list. */
    url: string;
    /** The origin the visitor came from. */
    referrerOrigin?: string;
    /** Campaign parameters, without their utm_ prefix. */
    utm?: {
      [k: string]: string;
    };
    /** An IANA time zone name. */
    timeZone?: string;
    /** Minutes that the visitor's clock was ahead of UTC. */
    utcOffset?: number;
    /** Whether anything might be stored: yes, on this page alone, not answered yet, or refused. */
    storage?: 'open' | 'page' | 'waiting' | 'refused';
  };
  /** What asked. */
  widget: {
    /** hello-again's version. */
    version: string;
    /** The signup's id on its page. */
    signup: string;
    /** The variant the visitor was shown. */
    variant?: string;
    /** Whether the browser sent Global Privacy Control. */
    gpc?: boolean;
    /** A fingerprint of the owner's options: the same options have the same one. */
    config?: string;
    /** Milliseconds from the popup's opening to the press. Hands need a second. */
    filledIn?: number;
    /** What stood in a field that no visitor sees: only programs write there. */
    trap?: string;
    /** No form waits for the answer that could ask for a code: it comes from a checkout, or out of the outbox. */
    unattended?: boolean;
  };
  /** The host's own, from beforeSubmit. */
  context?: {
    [k: string]: unknown;
  };
}
/** A value that names a person to whoever minted it. */
export interface Identifier {
  /** What kind of value it is. */
  field: 'profile' | 'email' | 'phone';
  /** Who minted it. */
  issuer: string;
  /** Opaque text: never rendered, never logged. */
  value: string;
  /** Where it was seen. */
  source: 'form' | 'page' | 'link' | 'cookie';
  /** How hard it would be for somebody else to hold it. */
  strength: 'proof' | 'token' | 'guessable' | 'clear' | 'anonymous';
  /** When it was first seen in this browser. */
  observedAt: string;
}
/** An identifier that was not used, without its value. */
export interface SetAsideIdentifier {
  /** What kind of value it was. */
  field: 'profile' | 'email' | 'phone';
  /** Who minted it. */
  issuer: string;
  /** Where it was seen. */
  source: 'form' | 'page' | 'link' | 'cookie';
  /** The reason code. */
  why: string;
}
/** A record bound to one channel and one exact number or address: what is stored is what was shown. */
export interface Consent {
  /** UUIDv7; names this consent for ever. */
  id: string;
  /** What it allows. */
  channel: 'sms' | 'email';
  /** The exact E.164 number or email address. */
  to: string;
  /** False where a box was shown and left unticked. */
  granted: boolean;
  /** The words exactly as shown, white space folded. */
  text: string;
  /** SHA-256 of text as UTF-8, in hex. */
  textHash: string;
  /** The wording template and its version. */
  textVersion: string;
  /**
   * The addresses the words link to.
   *
   * @maxItems 8
   */
  links: string[];
  /** BCP 47 tag of the words. */
  locale: string;
  /** The rules the words follow. */
  region: string;
  /** How it was given. */
  method: 'checkbox' | 'submit';
  /** When the box was ticked, or the button pressed. */
  checkedAt: string;
  /** The page it was given on, its query cut to an allow-list. */
  page: string;
}
