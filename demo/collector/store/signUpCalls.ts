import { CompiledQuery, type Kysely } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
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
import { together } from './together.ts';
import { isUnavailable } from './unavailable.ts';

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

/** The submission's own row. */
export interface SubmissionColumns {
  readonly rowId: string;
  readonly receivedAt: number;
  readonly happened: Tables['submissions']['happened'];
  readonly profileId: string | null;
  readonly body: Submission;
  readonly receipt: StoredReceipt;
  readonly bodyHash: string;
  readonly contactKeys: readonly string[] | null;
}

/** What a sign-up does. */
export interface SignUpChange {
  /** What it was decided by. */
  readonly state: SignUpState;
  /** Of the contacts. */
  readonly locks: readonly string[];
  /** Without folds. */
  readonly changes: RecordingStore;
  readonly shownOf: ShownOf;
  readonly row: SubmissionColumns;
}

/**
 * - `stale`: something has changed since it was read
 * - `busy`: somebody else has locked the same person
 * - `isolation`: the connection sees no other's changes
 */
export type Said = 'stored' | 'stale' | 'busy' | 'isolation';

/** What a sign-up asks of the database. Those that come at the same time are asked in one statement. */
export interface SignUpCalls {
  /** Reads all that a sign-up is decided by, as of one moment. */
  read(asked: Asked): Promise<SignUpState>;
  /** Writes a sign-up if what it was decided by is still so, under locks on its person. */
  store(change: SignUpChange): Promise<Said>;
}

/** In one statement: enough for all who wait while one is under way, and few enough that none takes long. */
const most = 50;

/** @returns calls of this database, of which nobody else may have others: they know who is under way */
export function signUpCalls(database: Kysely<Tables>): SignUpCalls {
  const isOneToBlame = (error: unknown) => !isUnavailable(error);
  const read = together(async (all: readonly Asked[]) => readAll(database, all), { most, isOneToBlame });
  return {
    read: async (asked) => stateFrom(asked, await read(asked)),
    store: together(async (all) => storeAll(database, all), { most, isOneToBlame, keysOf: keysOfChange }),
  };
}

const readText = 'select said from sign_up_states($1) as said';
const storeText = 'select said from store_sign_ups($1, $2, $3, $4, $5) as said';

async function readAll(database: Kysely<Tables>, all: readonly Asked[]): Promise<readonly string[]> {
  return call(database, readText, [all.map(parametersOf)]);
}

function stateFrom(asked: Asked, text: string): SignUpState {
  const state = JSON.parse(text) as {
    readonly rules: RuleSetName | null;
    readonly stored: StoredRow | null;
    readonly people:
      | ({ readonly [K in keyof PeopleRows]: PeopleRows[K] | null } & { readonly thanked: readonly string[] | null })
      | null;
    readonly withdrawn: readonly EntryFor[] | null;
  };
  const { people, rules } = state;
  if (rules === null) throw new Error('There is no such store');
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
      rules: ruleSets[rules],
      thanked: new Set(people?.thanked),
    },
  };
}

async function storeAll(database: Kysely<Tables>, all: readonly SignUpChange[]): Promise<readonly Said[]> {
  const each = <T>(rowsOf: (change: SignUpChange) => readonly T[]) =>
    all.flatMap((change, n) => rowsOf(change).map((row) => ({ n: n + 1, store: change.state.asked.store, ...row })));
  return (await call(database, storeText, [
    each(({ state, locks }) => [
      {
        seen: state.text,
        // A profile that a link names and that is folded, or gone, is nobody's to lock; its id is.
        keys: [...locks, ...namedIn(state.asked).map((id) => `profile ${id}`)],
        known: [...state.onFile.profiles.onFile],
        ...parametersOf(state.asked),
      },
    ]),
    each(({ state, changes }) =>
      [...changes.saved.values()].map((profile) => ({
        ...{ id: profile.id, is_on_file: state.onFile.profiles.onFile.has(profile.id) },
        ...profileRow(profile),
      })),
    ),
    each(({ changes }) => [...changes.saved.values()].flatMap(phoneRows)),
    each(({ state, changes, shownOf }) =>
      changes.appended.map((entry) => {
        const shown = shownOf(entry);
        return { ...sealEntry(state.asked.store, entry, shown), evidence: shown.evidence };
      }),
    ),
    each(({ state, row }) => [
      {
        id: state.asked.id,
        row_id: row.rowId,
        received_at: new Date(row.receivedAt),
        happened: row.happened,
        profile_id: row.profileId,
        body: row.body,
        // As text: it is kept as it is, where jsonb has an order of its own.
        receipt: JSON.stringify(row.receipt),
        body_hash: row.bodyHash,
        contact_keys: row.contactKeys,
      },
    ]),
  ])) as readonly Said[];
}

/** What two sign-ups of one person have in common: in one statement neither would see the other. */
function keysOfChange({ state, locks }: SignUpChange): readonly string[] {
  return [...locks, ...namedIn(state.asked), ...state.onFile.profiles.onFile, state.asked.id];
}

function namedIn({ keys }: Asked): readonly string[] {
  return keys.ids?.filter(isUuid) ?? [];
}

function parametersOf(asked: Asked) {
  const { store, id, keys, recipients, asksCoupon } = asked;
  const { email, number } = keys;
  return {
    of_store: store,
    of_id: id,
    named: namedIn(asked),
    typed_key: email === undefined ? null : contactKey(email),
    typed_number: number ?? null,
    recipients,
    asks_coupon: asksCoupon,
  };
}

/** One statement of constant text: there is nothing to build, and a transaction of its own. */
async function call(
  database: Kysely<Tables>,
  statement: string,
  parameters: readonly (readonly object[])[],
): Promise<readonly string[]> {
  const texts = parameters.map((one) => JSON.stringify(one));
  const { rows } = await database.executeQuery<{ said: string }>(CompiledQuery.raw(statement, texts));
  return rows.map(({ said }) => said);
}
