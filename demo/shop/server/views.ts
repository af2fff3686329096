import type { Kysely } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import { emailConsent, phoneConsent } from '../../collector/rules/profile.ts';
import { readProfiles } from '../../collector/store/loadProfiles.ts';
import type { StoredReceipt, Tables } from '../../collector/store/tables.ts';
import type { ProfileView } from './services.ts';

/** A submission as the collector took it, and what really happened. */
export interface SubmissionView
  extends Pick<Submission, 'id' | 'ask' | 'contact' | 'consents'>,
    Pick<Submission['identity'], 'certainty' | 'setAside'> {
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly happened: Tables['submissions']['happened'];
  /** What the receipt said, which may be less. */
  readonly outcome: StoredReceipt['outcome'];
  /** The profile it is on now, or would be by its link; null where it is held and names nobody that way. */
  readonly profileId: string | null;
  readonly replaces: Submission['replaces'] | null;
  readonly follows: string | null;
  /** Without their values. */
  readonly identifiers: readonly Pick<Submission['identity']['identifiers'][number], 'issuer' | 'field' | 'source'>[];
}

/** Every profile of a store, the oldest first. */
export async function profileViews(database: Kysely<Tables>, store: string): Promise<ProfileView[]> {
  const profiles = await readProfiles(database, store, 'all');
  return profiles.all().map((profile) => {
    const ledger = profiles.ledgerOf(profile);
    return {
      id: profile.id,
      name: profile.name,
      email: profile.email,
      emailConsent: emailConsent(ledger, profile.email),
      phones: profile.phones.map((phone) => {
        const none = { state: 'never', consentId: null } as const;
        const { state, consentId } = phone.number === null ? none : phoneConsent(ledger, phone.number);
        return { ...phone, consent: state, consentId };
      }),
      identifiers: profile.issuers,
      history: profile.history,
    };
  });
}

/** Every submission that a store has taken, the newest last. */
export async function submissionViews(database: Kysely<Tables>, store: string): Promise<SubmissionView[]> {
  const rows = await database
    .selectFrom('submissions')
    .leftJoin('profiles', 'profiles.id', 'submissions.profile_id')
    .selectAll('submissions')
    .select('profiles.folded_into')
    .where('submissions.store', '=', store)
    .orderBy('submissions.row_id')
    .execute();
  return rows.map(({ id, received_at, happened, profile_id, folded_into, receipt, body }) => ({
    id,
    receivedAt: received_at.toISOString(),
    happened,
    outcome: receipt.outcome,
    profileId: folded_into ?? profile_id,
    ask: body.ask,
    certainty: body.identity.certainty,
    contact: body.contact,
    consents: body.consents,
    replaces: body.replaces ?? null,
    follows: body.follows ?? null,
    identifiers: body.identity.identifiers.map(({ issuer, field, source }) => ({ issuer, field, source })),
    setAside: body.identity.setAside,
  }));
}
