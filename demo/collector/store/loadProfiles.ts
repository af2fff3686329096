import type { Kysely, Selectable, Transaction } from 'kysely';
import { contactKey } from '../../../widget/relay/index.ts';
import type { RuleSet } from '../rules/actions.ts';
import type { LedgerEntry, PhoneOnFile, Profile } from '../rules/profile.ts';
import { ruleSets } from '../rules/rules.ts';
import { RecordingStore } from './recordingStore.ts';
import type { Tables } from './tables.ts';

/** What an action names people by. */
export interface Keys {
  readonly ids?: readonly string[];
  readonly email?: string | undefined;
  /** E.164. */
  readonly number?: string | undefined;
}

/** Loads the profiles that an action may touch, or every one of the store. */
export async function loadProfiles(
  transaction: Transaction<Tables>,
  store: string,
  keys: Keys | 'all',
): Promise<RecordingStore> {
  const ids = keys === 'all' ? await allIds(transaction, store) : await idsOf(transaction, store, keys);
  if (ids.length === 0) return new RecordingStore();
  const [rows, phones, absorbed] = [
    await transaction.selectFrom('profiles').selectAll().where('id', 'in', ids).orderBy('id').execute(),
    await transaction.selectFrom('phones').selectAll().where('profile_id', 'in', ids).orderBy('position').execute(),
    await transaction
      .selectFrom('profiles')
      .select(['id', 'folded_into'])
      .where('folded_into', 'in', ids)
      .orderBy('id')
      .execute(),
  ];
  const owners = [...ids, ...absorbed.map((row) => row.id)];
  const ledger = await transaction
    .selectFrom('consents')
    .selectAll()
    .where('profile_id', 'in', owners)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return profilesFrom({ profiles: rows, phones, absorbed, ledger: ledger.map((e) => ({ ...e, at: e.at.getTime() })) });
}

/** What stands on file of some people, as rows; the phones by their position, the ledger by its time. */
export interface PeopleRows {
  readonly profiles: readonly Pick<
    Selectable<Tables['profiles']>,
    'id' | 'name' | 'email' | 'issuers' | 'link_uses' | 'history'
  >[];
  readonly phones: readonly Omit<Selectable<Tables['phones']>, 'position' | 'store'>[];
  readonly absorbed: readonly Pick<Selectable<Tables['profiles']>, 'id' | 'folded_into'>[];
  readonly ledger: readonly (Pick<
    Selectable<Tables['consents']>,
    'id' | 'profile_id' | 'channel' | 'recipient' | 'state' | 'consent_id' | 'submission_id'
  > & { readonly at: number })[];
}

export function profilesFrom({ profiles, phones, absorbed, ledger }: PeopleRows): RecordingStore {
  const loaded = new RecordingStore();
  const phonesOf = group(phones, (row) => row.profile_id);
  const absorbedBy = group(absorbed, (row) => row.folded_into ?? '');
  const entriesOf = group(ledger, (row) => row.profile_id);
  for (const row of profiles) {
    const parts = (absorbedBy.get(row.id) ?? []).map((part) => part.id);
    const entries = [row.id, ...parts].flatMap((id) => entriesOf.get(id) ?? []);
    loaded.load(profileFrom(row, phonesOf.get(row.id) ?? [], parts), entries.map(entryFrom));
  }
  return loaded;
}

/** As above, outside of a transaction: what it reads stood there at one moment. */
export async function readProfiles(
  database: Kysely<Tables>,
  store: string,
  keys: Keys | 'all',
): Promise<RecordingStore> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((transaction) => loadProfiles(transaction, store, keys));
}

/** The rules that a store follows. */
export async function rulesOf(transaction: Transaction<Tables>, store: string): Promise<RuleSet> {
  const row = await transaction
    .selectFrom('stores')
    .select('rules')
    .where('name', '=', store)
    .executeTakeFirstOrThrow();
  return ruleSets[row.rules];
}

/** Whether a text can be the id of a profile: a database refuses to compare anything else. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

async function allIds(transaction: Transaction<Tables>, store: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom('profiles')
    .select('id')
    .where('store', '=', store)
    .where('folded_into', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

async function idsOf(transaction: Transaction<Tables>, store: string, keys: Keys): Promise<string[]> {
  const found = new Set<string>();
  const ids = (keys.ids ?? []).filter(isUuid);
  const { email, number } = keys;
  if (ids.length > 0 || email !== undefined) {
    const rows = await transaction
      .selectFrom('profiles')
      .select(['id', 'folded_into'])
      .where('store', '=', store)
      .where((where) =>
        where.or([
          ...(ids.length > 0 ? [where('id', 'in', ids)] : []),
          ...(email === undefined
            ? []
            : [where.and([where('email_key', '=', contactKey(email)), where('folded_into', 'is', null)])]),
        ]),
      )
      .execute();
    for (const row of rows) found.add(row.folded_into ?? row.id);
  }
  if (number !== undefined) {
    const rows = await transaction
      .selectFrom('phones')
      .select('profile_id')
      .where('store', '=', store)
      .where('number', '=', number)
      .execute();
    for (const row of rows) found.add(row.profile_id);
  }
  return [...found];
}

function profileFrom(
  row: PeopleRows['profiles'][number],
  phones: PeopleRows['phones'],
  absorbed: readonly string[],
): Profile {
  const { id, name, email, issuers, history } = row;
  return { id, name, email, issuers, history, linkUses: row.link_uses, phones: phones.map(phoneFrom), absorbed };
}

function phoneFrom(row: PeopleRows['phones'][number]): PhoneOnFile {
  return { number: row.number, asWritten: row.as_written, isCurrent: row.is_current, isProven: row.is_proven };
}

function entryFrom(row: PeopleRows['ledger'][number]): LedgerEntry {
  return {
    id: row.id,
    profileId: row.profile_id,
    channel: row.channel,
    to: row.recipient,
    state: row.state,
    at: row.at,
    consentId: row.consent_id,
    submissionId: row.submission_id,
  };
}

function group<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const rest = groups.get(keyOf(row));
    if (rest) rest.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
