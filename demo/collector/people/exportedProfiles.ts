import type { Transaction } from 'kysely';
import { loadProfiles } from '../store/loadProfiles.ts';
import type { Tables } from '../store/tables.ts';
import type { ExportedProfile } from './record.ts';

/** The profiles as they are exported, with those that were folded into them. */
export async function exportedProfiles(
  transaction: Transaction<Tables>,
  store: string,
  ids: readonly string[],
): Promise<readonly ExportedProfile[]> {
  if (ids.length === 0) return [];
  const profiles = await loadProfiles(transaction, store, { ids });
  const folded = await transaction
    .selectFrom('profiles')
    .select(['id', 'name', 'email', 'folded_into'])
    .where('folded_into', 'in', ids)
    .execute();
  return ids.flatMap((id) => {
    const profile = profiles.byId(id);
    if (!profile) return [];
    const { name, email, phones, issuers, history } = profile;
    const former = folded
      .filter((row) => row.folded_into === id)
      .map((row) => ({ id: row.id, name: row.name, email: row.email }));
    return { id, name, email, numbers: phones, identifiers: issuers, history, former };
  });
}
