import type { ColumnType } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Counted } from '../counts/checkCounts.ts';
import type { Channel, LedgerEntry, LinkUse } from '../rules/profile.ts';
import type { Happened, RuleSetName } from '../rules/types.ts';
import type { Evidence } from './ledger/evidence.ts';

/** Read as what it holds, written as JSON text: a driver would take a bare array for one of PostgreSQL's own. */
type Json<T> = ColumnType<T, string, string>;

/** The receipt as it was answered; a retry gets the very same one. */
export interface StoredReceipt {
  readonly outcome: 'linked' | 'accepted' | 'pending';
  /** Not there where the submission belongs to no profile. */
  readonly identity?: string;
  readonly subscribed: { readonly email: boolean; readonly sms: boolean };
  readonly optIn: { readonly email: 'single'; readonly sms: 'single' };
  readonly coupon?: { readonly code: string };
  /** A code was texted to the number. */
  readonly next?: 'verify';
  /** Everything that was given was on file already. */
  readonly onFile?: true;
}

export interface Tables {
  installation: { name: string; value: string };
  stores: { name: string; rules: RuleSetName };
  readiness: { id: number; filler: string };
  profiles: {
    id: string;
    store: string;
    name: string | null;
    email: string | null;
    /** The email as it is compared; unique in its store. */
    email_key: string | null;
    issuers: Json<readonly string[]>;
    link_uses: Json<readonly LinkUse[]>;
    history: Json<readonly string[]>;
    /** Set once the profile has become part of another one. */
    folded_into: string | null;
  };
  phones: {
    profile_id: string;
    position: number;
    store: string;
    /** E.164, beside the text as it was written; null where that is no number. */
    number: string | null;
    as_written: string;
    is_current: boolean;
    is_proven: boolean;
  };
  /** Append-only: the database refuses anything else. */
  consents: {
    id: string;
    store: string;
    profile_id: string;
    channel: Channel;
    recipient: string;
    /** The recipient as it is compared. */
    recipient_key: string;
    state: LedgerEntry['state'];
    at: Date;
    consent_id: string | null;
    submission_id: string | null;
    evidence: ColumnType<Evidence | null, string | null, string | null>;
    page: string | null;
    /** Gone once the recipient is erased. */
    salt: string | null;
    person_hash: string;
    entry_hash: string;
  };
  /** One a withdrawal, written by the database: each has the hash of the one before it of the same number or address. */
  withdrawals: {
    chain: string;
    /** From 1, without a gap. */
    number: number;
    store: string;
    channel: Channel;
    /** As it is compared, or a keyed hash of it once it is erased. */
    recipient: string;
    entry_id: string;
    entry_hash: string;
    chain_hash: string;
  };
  submissions: {
    store: string;
    id: string;
    /** Sorts the rows as they came in. */
    row_id: string;
    received_at: Date;
    /** `held`: it looks like a program's, and has changed nothing. `erased`: it was held, and nobody's any more. `test`. */
    happened: Happened | 'held' | 'erased' | 'test';
    /** Null while it is held, unless a link alone says whose it is. */
    profile_id: string | null;
    /** The whole submission, unknown fields included. */
    body: Json<Submission>;
    receipt: Json<StoredReceipt>;
    /** A keyed hash of the body as it was posted, which outlives an erasure; null where an earlier version wrote it. */
    body_hash: string | null;
    /** While it is held: the keys of the emails and numbers that it names. */
    contact_keys: ColumnType<readonly string[] | null, string | null | undefined, string | null>;
  };
  /** One a submission whose number waits to be proven. */
  codes: {
    /** The submission's. */
    id: string;
    store: string;
    /** A keyed hash of the number, to count how often it is texted. */
    recipient: string;
    /** A keyed hash of the last code that was sent. */
    code_hash: string;
    /** A hash of what the code step needs beside the id; null where an earlier version wrote it. */
    key_hash: string | null;
    /** What the receipt says once the number is proven. */
    outcome: 'linked' | 'accepted';
    /** When the last code was. */
    sent_at: Date;
    /** Codes in all. */
    sends: number;
    /** Wrong codes since the last one was sent. */
    tries: number;
    proven_at: Date | null;
  };
  /** One a text that was sent, for a day. */
  texts_sent: {
    id: string;
    store: string;
    /** A keyed hash of the number. */
    recipient: string;
    /** A keyed hash of the network that asked for it; empty where that is not known. */
    network: string;
    sent_at: Date;
  };
  /** One an hour, ask, reason, variant and thing that happened. Nothing in it is about one visitor. */
  counts: {
    /** When it begins. */
    hour: Date;
    store: string;
    ask: string;
    reason: string;
    /** Empty where there are no variants. */
    variant: string;
    what: Counted;
    /** As the driver reads a number that may be large. */
    times: string | number;
  };
  orders: {
    store: string;
    id: string;
    received_at: Date;
    profile_id: string | null;
    /** A keyed hash of the body; null where an earlier version took it, or nobody posted it. */
    body_hash: string | null;
  };
}
