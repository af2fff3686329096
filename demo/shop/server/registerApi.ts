import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../../collector/dependencies.ts';
import { invalid } from '../../collector/http/problem.ts';
import { storeOf as storeOrUsual } from '../../collector/http/storeOf.ts';
import { emailConsent, phoneConsent } from '../../collector/rules/profile.ts';
import { ruleSetNames } from '../../collector/rules/types.ts';
import { readProfiles } from '../../collector/store/loadProfiles.ts';
import type { StoredReceipt, Tables } from '../../collector/store/tables.ts';
import type { DemoServices, ProfileView } from './services.ts';

/** What tests and the demo's pages ask of a store, below `/api`. */
export function registerApi(app: FastifyInstance, services: DemoServices, deps: Dependencies): void {
  const storeOf = (request: FastifyRequest) => storeOrUsual(request, deps.policy.defaultStore);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/profiles', async (request) => services.profiles(storeOf(request)));
  app.get('/mails', async (request) => services.mails(storeOf(request)));
  app.get('/rules', async (request) => ({ rules: await services.rules(storeOf(request)) }));

  app.get('/submissions', async (request) => {
    const store = storeOf(request);
    await deps.stores.touch(store);
    return submissionViews(deps.database, store);
  });

  app.post('/reset', async (request, reply) => {
    await services.reset(storeOf(request));
    return reply.code(204).send();
  });

  app.put('/rules', async (request) => {
    const body = (request.body ?? {}) as Record<string, unknown>;
    const rules = ruleSetNames.find((name) => name === body.rules);
    if (!rules) throw invalid(422, [{ field: 'rules', code: 'rules.name', message: ruleSetNames.join(', ') }]);
    await services.setRules(storeOf(request), rules);
    return { rules };
  });
}

/** A submission as the collector accepted it, and what really happened. */
export interface SubmissionView
  extends Pick<Submission, 'id' | 'ask' | 'contact' | 'consents'>,
    Pick<Submission['identity'], 'certainty' | 'setAside'> {
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly happened: Tables['submissions']['happened'];
  /** What the receipt said, which may be less. */
  readonly outcome: StoredReceipt['outcome'];
  /** The profile it is on now, or would be by its link; null where it is held and its link identifies nobody. */
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

/** Every submission that a store has accepted, the newest last. */
async function submissionViews(database: Kysely<Tables>, store: string): Promise<SubmissionView[]> {
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
