import type { Evidence } from '../store/ledger/evidence.ts';
import type { Tables } from '../store/tables.ts';

/** One line of the ledger as it is exported; `scripts/verifyConsent/` checks the hashes. */
export interface ExportedEntry {
  readonly id: string;
  readonly profileId: string;
  readonly channel: 'email' | 'sms';
  /** The exact number or address, or a keyed hash of it once it is erased. */
  readonly to: string;
  readonly state: Tables['consents']['state'];
  /** ISO 8601, by the collector's clock. */
  readonly at: string;
  readonly consentId: string | null;
  readonly submissionId: string | null;
  readonly evidence: Evidence | null;
  /** The words as they were shown; null where none were, or where they are erased. */
  readonly text: string | null;
  readonly page: string | null;
  readonly salt: string | null;
  readonly personHash: string;
  readonly entryHash: string;
}

/** A submission that the entries came with. */
export interface ExportedSubmission {
  readonly id: string;
  readonly receivedAt: string;
  /** When it was sent, by the clock that ticked the boxes; null where the widget did not say. */
  readonly sentAt: string | null;
  readonly happened: Tables['submissions']['happened'];
  readonly profileId: string | null;
  readonly contact: {
    readonly email?: string;
    readonly phone?: string;
    readonly fields?: Readonly<Record<string, string>>;
  };
  readonly page: string;
  readonly consents: readonly {
    readonly id: string;
    readonly channel: 'email' | 'sms';
    readonly to: string;
    readonly granted: boolean;
    readonly checkedAt: string;
  }[];
}

export interface ExportedProfile {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly numbers: readonly {
    readonly number: string | null;
    readonly asWritten: string;
    readonly isCurrent: boolean;
    readonly isProven: boolean;
  }[];
  /** Who issued the identifiers that named this profile; the values open doors and are nobody's to keep. */
  readonly identifiers: readonly string[];
  readonly history: readonly string[];
  /** What was folded into it. */
  readonly former: readonly { readonly id: string; readonly name: string | null; readonly email: string | null }[];
}

/** One withdrawal of a number or address as the database numbered it. */
export interface ExportedWithdrawal {
  readonly chain: string;
  readonly number: number;
  readonly channel: 'email' | 'sms';
  readonly entryId: string;
  readonly entryHash: string;
  /** SHA-256 of the chain hash before it and `entryHash`, a line each. */
  readonly chainHash: string;
}

/** All that is on file about one person. */
export interface ConsentRecord {
  readonly format: 'hello-again-consent-record';
  readonly version: 1;
  readonly exportedAt: string;
  readonly store: string;
  /** Null where the person was erased: what is left is the ledger, without them. */
  readonly person: { readonly profiles: readonly ExportedProfile[] } | null;
  readonly submissions: readonly ExportedSubmission[];
  readonly ledger: readonly ExportedEntry[];
  /** Those entries of the ledger that withdraw something. */
  readonly withdrawals: readonly string[];
  /** What the database counted of them; missing in records of earlier versions. */
  readonly withdrawalChains: readonly ExportedWithdrawal[];
  /** Over the hashes of all entries in their order: none can be taken out without changing it. */
  readonly ledgerHash: string;
}
