import { CompiledQuery, type Kysely } from 'kysely';
import { contactKey } from '../../../widget/relay/index.ts';
import type { RuleSet } from '../rules/actions.ts';
import { ruleSets } from '../rules/rules.ts';
import type { RuleSetName } from '../rules/types.ts';
import type { ShownOf } from './ledger/evidence.ts';
import { sealEntry } from './ledger/sealEntry.ts';
import type { EntryFor } from './ledger/withoutWithdrawn.ts';
import { isUuid, type Keys, type PeopleRows, profilesFrom } from './loadProfiles.ts';
import { RecordingStore } from './recordingStore.ts';
import { phoneRows, profileRow } from './saveProfiles.ts';
import type { StoredReceipt, Tables } from './tables.ts';

/** What a sign-up is decided by. */
export interface OnFile {
  readonly profiles: RecordingStore;
  /** Of the numbers and addresses that it grants something for: the withdrawals, and what was granted besides. */
  readonly entries: readonly EntryFor[];
  readonly rules: RuleSet;
  /** Which of the profiles, and of those folded into them, were thanked with a coupon; nobody unless that was asked for. */
  readonly thanked: ReadonlySet<string>;
}

/** What is on file of one submission, by its id. */
export type StoredRow = Pick<Tables['submissions'], 'happened' | 'body_hash'> & {
  readonly receipt: StoredReceipt;
  /** Where there is no hash. */
  readonly body: unknown;
};

/** Whose state is asked for. */
export interface Asked {
  readonly store: string;
  readonly id: string;
  readonly keys: Keys;
  /** What the ledger may know the granted contacts by. */
  readonly recipients: readonly string[];
  readonly asksCoupon: boolean;
}

/** What the database has answered; it says later whether that is still so. */
export interface SignUpState {
  readonly asked: Asked;
  readonly text: string;
  readonly stored: StoredRow | undefined;
  readonly onFile: OnFile;
}

const read = 'select sign_up_state($1, $2, $3, $4, $5, $6, $7) as said';
const store =
  'select store_sign_up($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) as said';

/** Reads all that a sign-up is decided by, as of one moment. */
export async function readSignUp(database: Kysely<Tables>, asked: Asked): Promise<SignUpState> {
  const text = await call(database, read, parametersOf(asked));
  const state = JSON.parse(text) as {
    readonly rules: RuleSetName | null;
    readonly stored: StoredRow | null;
    readonly people:
      | ({ readonly [K in keyof PeopleRows]: PeopleRows[K] | null } & { readonly thanked: readonly string[] | null })
      | null;
    readonly withdrawn: readonly EntryFor[] | null;
  };
  const { people } = state;
  if (state.rules === null) throw new Error('There is no such store');
  return {
    asked,
    text,
    stored: state.stored ?? undefined,
    onFile: {
      profiles: people
        ? profilesFrom({
            profiles: people.profiles ?? [],
            phones: people.phones ?? [],
            absorbed: people.absorbed ?? [],
            ledger: people.ledger ?? [],
          })
        : new RecordingStore(),
      entries: state.withdrawn ?? [],
      rules: ruleSets[state.rules],
      thanked: new Set(people?.thanked),
    },
  };
}

/** The submission's own row; the JSON as text. */
export interface SubmissionColumns {
  readonly rowId: string;
  readonly receivedAt: number;
  readonly happened: Tables['submissions']['happened'];
  readonly profileId: string | null;
  readonly body: string;
  readonly receipt: string;
  readonly bodyHash: string;
  readonly contactKeys: string | null;
}

/**
 * Writes a sign-up if what it was decided by is still so, under locks on its person.
 *
 * @param locks of the contacts
 * @param changes without folds
 * @returns `stale` where something has changed since it was read; `isolation` where the connection sees no other's changes
 */
export async function storeSignUp(
  database: Kysely<Tables>,
  { asked, text, onFile }: SignUpState,
  locks: readonly string[],
  { changes, shownOf }: { readonly changes: RecordingStore; readonly shownOf: ShownOf },
  row: SubmissionColumns,
): Promise<'stored' | 'stale' | 'isolation'> {
  const saved = [...changes.saved.values()];
  const entries = changes.appended.map((entry) => {
    const shown = shownOf(entry);
    return { ...sealEntry(asked.store, entry, shown), evidence: shown.evidence };
  });
  const named = asked.keys.ids?.filter(isUuid) ?? [];
  return (await call(database, store, [
    text,
    // A profile that a link names and that is folded, or gone, is nobody's to lock; its id is.
    [...locks, ...named.map((id) => `profile ${id}`)],
    [...onFile.profiles.onFile],
    ...parametersOf(asked),
    JSON.stringify(saved.map((profile) => ({ id: profile.id, ...profileRow(profile) }))),
    JSON.stringify(saved.flatMap(phoneRows)),
    JSON.stringify(entries),
    row.rowId,
    new Date(row.receivedAt).toISOString(),
    row.happened,
    row.profileId,
    row.body,
    row.receipt,
    row.bodyHash,
    row.contactKeys,
  ])) as 'stored' | 'stale' | 'isolation';
}

function parametersOf({ store, id, keys, recipients, asksCoupon }: Asked): readonly unknown[] {
  const { ids = [], email, number } = keys;
  const key = email === undefined ? null : contactKey(email);
  return [store, id, ids.filter(isUuid), key, number ?? null, recipients, asksCoupon];
}

/** One statement of constant text: there is nothing to build, and a transaction of its own. */
async function call(database: Kysely<Tables>, statement: string, parameters: readonly unknown[]): Promise<string> {
  const { rows } = await database.executeQuery<{ said: string }>(CompiledQuery.raw(statement, [...parameters]));
  return rows[0]?.said ?? '';
}
