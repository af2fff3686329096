import type { Channel, Subscribed } from '../ask/reasons.ts';
import type { Field, Strength } from '../identity/evidence.ts';

/** An identifier as remembered. */
export interface RememberedIdentifier {
  /** What kind of value it is. */
  readonly field: Field;
  /** Who minted it. */
  readonly issuer: string;
  /** Opaque text. */
  readonly value: string;
  /** How hard it would be for somebody else to hold it. */
  readonly strength: Strength;
  /** Seconds since 1970. */
  readonly at: number;
  /** What the link that carried it said the person is subscribed to. */
  readonly has?: Subscribed | undefined;
  /** It came in a text message. */
  readonly byText?: boolean | undefined;
}

/** A consent that a collector acknowledged, by reference: no number and no address. */
export interface RememberedConsent {
  /** The consent’s own id, as it was posted. */
  readonly id: string;
  /** What it allows. */
  readonly channel: Channel;
  /** Tag of the number or address. */
  readonly tag: string;
  /** Seconds since 1970. */
  readonly at: number;
}

/**
 * What this browser remembers between visits. *Seen* is what links and pages showed and what the visitor refused;
 * *acknowledged* is what a collector confirmed. The two are kept apart: what was seen proves nothing.
 */
export interface Memory {
  /** What links and pages showed, and what the visitor refused. */
  readonly seen: {
    readonly identifiers: readonly RememberedIdentifier[];
    /**
     * Fingerprints of identifiers answered with "Not you?" or refused by the collector; `identity/shared.ts` adds
     * marked ones.
     */
    readonly refused: readonly string[];
    /** Seconds since 1970; in the future where the visitor has said that they signed up already. */
    readonly dismissedAt?: number | undefined;
    /** Seconds since 1970; the tab that brings the popup back was closed too. */
    readonly teaserClosedAt?: number | undefined;
    /** Seconds since 1970 of the last visit, where the owner's trigger asks for it. */
    readonly visitedAt?: number | undefined;
    /** The visitor's variant, by the id of the signup. */
    readonly variants?: Readonly<Record<string, string>> | undefined;
    readonly shown: number;
    /** Seconds since 1970. */
    readonly shownAt?: number | undefined;
    /** Seconds since 1970; the collector asked for quiet until then. */
    readonly pausedUntil?: number | undefined;
  };
  /** What a collector confirmed. */
  readonly acknowledged: {
    /** The identifiers that one person was acknowledged with, the receipt's identity among them. */
    readonly identifiers: readonly RememberedIdentifier[];
    readonly consents: readonly RememberedConsent[];
    readonly subscribed: Subscribed;
    /** Tag of the email that this person typed. */
    readonly emailTag?: string | undefined;
    /** Seconds since 1970 of the last sign-up that a collector took without confirming it. */
    readonly askedAt?: number | undefined;
    /** Seconds since 1970 of the last sign-up that a collector confirmed. */
    readonly signedUpAt?: number | undefined;
  };
}

/** A browser that remembers nothing. */
export const emptyMemory: Memory = {
  seen: { identifiers: [], refused: [], shown: 0 },
  acknowledged: { identifiers: [], consents: [], subscribed: {} },
};
