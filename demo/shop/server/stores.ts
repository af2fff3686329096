import { type Kysely, sql, type Transaction } from 'kysely';
import type { Circumstances } from '../../collector/rules/actions.ts';
import type { RuleSetName } from '../../collector/rules/types.ts';
import { aloneInStore } from '../../collector/store/locks.ts';
import { RecordingStore } from '../../collector/store/recordingStore.ts';
import { saveProfiles } from '../../collector/store/saveProfiles.ts';
import type { Tables } from '../../collector/store/tables.ts';
import { seedPeople } from './seed.ts';

const ledger = ['consents', 'withdrawals'] as const;

async function lockLedger(transaction: Transaction<Tables>, isLocked: boolean): Promise<void> {
  const change = sql.raw(isLocked ? 'enable' : 'disable');
  for (const table of ledger) {
    await sql`alter table ${sql.table(table)} ${change} trigger ${sql.id(`${table}_are_kept`)}`.execute(transaction);
  }
}

const firstRules: RuleSetName = 'careful';

/** The stores on file: a store is created and seeded when it is named for the first time. */
export interface Stores {
  touch(name: string): Promise<void>;
  rules(name: string): Promise<RuleSetName>;
  setRules(name: string, rules: RuleSetName): Promise<void>;
  /** Deletes everything about a store except its name, and seeds it again. */
  reset(name: string): Promise<void>;
}

export function openStores(database: Kysely<Tables>, circumstances: () => Circumstances): Stores {
  const touched = new Set<string>();

  const seed = async (transaction: Transaction<Tables>, name: string) => {
    const changes = new RecordingStore();
    seedPeople(changes, circumstances());
    await saveProfiles(transaction, name, changes);
  };

  const touch = async (name: string) => {
    if (touched.has(name)) return;
    await aloneInStore(database, name, async (transaction) => {
      const added = await transaction
        .insertInto('stores')
        .values({ name, rules: firstRules })
        .onConflict((conflict) => conflict.doNothing())
        .returning('name')
        .execute();
      if (added.length > 0) await seed(transaction, name);
    });
    touched.add(name);
  };

  return {
    touch,

    async rules(name) {
      await touch(name);
      const row = await database.selectFrom('stores').select('rules').where('name', '=', name).executeTakeFirst();
      return row?.rules ?? firstRules;
    },

    async setRules(name, rules) {
      await touch(name);
      await database.updateTable('stores').set({ rules }).where('name', '=', name).execute();
    },

    async reset(name) {
      await touch(name);
      await aloneInStore(database, name, async (transaction) => {
        // A ledger that can be emptied is none. The demo owns its tables, and so may take the lock off.
        await lockLedger(transaction, false);
        for (const table of [...ledger, 'profiles', 'phones', 'submissions', 'codes', 'orders'] as const) {
          await transaction.deleteFrom(table).where('store', '=', name).execute();
        }
        await lockLedger(transaction, true);
        await transaction.updateTable('stores').set({ rules: firstRules }).where('name', '=', name).execute();
        await seed(transaction, name);
      });
    },
  };
}
