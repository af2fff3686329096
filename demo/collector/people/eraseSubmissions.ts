import type { Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Tables } from '../store/tables.ts';
import type { SubmissionRow } from './submissionsOf.ts';

/** Leaves of each submission that it was taken, so that a browser which sends it once more does not bring the person back. */
export async function eraseSubmissions(
  transaction: Transaction<Tables>,
  store: string,
  rows: readonly SubmissionRow[],
): Promise<void> {
  for (const { id, body, receipt, happened } of rows) {
    const { identity: _identity, ...answered } = receipt;
    await transaction
      .updateTable('submissions')
      .set({
        body: JSON.stringify(withoutPerson(body)),
        receipt: JSON.stringify(answered),
        // There is nothing left of it to release.
        ...(happened === 'held' ? { happened: 'erased', profile_id: null } : {}),
      })
      .where('id', '=', id)
      .where('store', '=', store)
      .execute();
  }
}

function withoutPerson({ version, id, createdAt, store, test, ask, identity, widget }: Submission): Submission {
  const { certainty } = identity;
  const { version: widgetVersion, signup } = widget;
  return {
    version,
    id,
    createdAt,
    store,
    test,
    ask,
    identity: { certainty, identifiers: [], setAside: [] },
    contact: {},
    consents: [],
    page: { url: '' },
    widget: { version: widgetVersion, signup },
  };
}
