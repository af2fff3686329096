import { type SqlBool, sql, type Transaction } from 'kysely';
import { emailKey } from '../rules/profile.ts';
import type { Tables } from '../store/tables.ts';
import type { SubmissionRow } from './submissionsOf.ts';

/**
 * What is held and names one of these emails or numbers, typed or carried by a link, or one of these profiles by a link
 * alone: it has changed nothing, and is yet about that person.
 */
export async function heldFor(
  transaction: Transaction<Tables>,
  store: string,
  recipients: readonly string[],
  owners: readonly string[] = [],
): Promise<readonly SubmissionRow[]> {
  if (recipients.length === 0) return [];
  const keys = sql.join(recipients.map(emailKey));
  return transaction
    .selectFrom('submissions')
    .select(['id', 'received_at', 'happened', 'profile_id', 'body', 'receipt'])
    .where('store', '=', store)
    .where('happened', '=', sql.lit('held'))
    .where(
      sql<SqlBool>`(lower(body #>> '{contact,email}') in (${keys}) or body #>> '{contact,phone}' in (${keys})
        or exists (select from jsonb_array_elements(body #> '{identity,identifiers}') as identifier
          where lower(identifier ->> 'value') in (${keys}))
        or profile_id in (${owners.length > 0 ? sql.join(owners) : null}))`,
    )
    .orderBy('row_id')
    .execute();
}
