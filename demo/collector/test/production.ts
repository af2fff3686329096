import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import { linkKey, orderSecret, submissionFor } from '../../shop/test/demo.ts';
import type { SendText } from '../codes/sendByWebhook.ts';
import { type Dependencies, openDependencies } from '../dependencies.ts';
import { buildCollector } from '../http/buildCollector.ts';
import { type Settings, settingsFrom } from '../settings/settingsFrom.ts';
import { declaredStores } from '../store/declaredStores.ts';
import type { Tables } from '../store/tables.ts';
import { uuidMaker } from '../store/uuid.ts';

export const shopOrigin = 'https://shop.example';

/** A collector in production, with the settings that nobody named and a store of its own. */
export interface Production {
  readonly app: FastifyInstance;
  readonly deps: Dependencies;
  readonly store: string;
  /** Posts from the shop’s page. */
  submit(about: Partial<Submission>, headers?: Readonly<Record<string, string>>): ReturnType<typeof post>;
}

export async function startProduction(
  database: Kysely<Tables>,
  env: Readonly<Record<string, string>> = {},
  about: {
    readonly now?: () => number;
    readonly log?: (line: string) => void;
    readonly sendText?: SendText;
    readonly connections?: number;
    readonly patience?: number;
    /** @default the one that the demo’s tests sign with */
    readonly orderSecret?: string | undefined;
  } = {},
): Promise<Production> {
  const { now = Date.now, log, sendText, orderSecret: _, ...http } = about;
  const store = `test-${randomUUID()}`;
  const required = { HELLO_AGAIN_STORES: store, HELLO_AGAIN_ORIGINS: shopOrigin };
  const { stores, policy, trustProxy, linkKeys, adminToken, nextAdminToken, orderSecrets, revokedLinks }: Settings =
    settingsFrom({
      ...required,
      ...env,
    });
  const newId = uuidMaker(now);
  const deps = await openDependencies(
    database,
    () => ({ now: now(), newId }),
    {
      linkKeys: linkKeys ?? [linkKey],
      orderSecret: 'orderSecret' in about ? about.orderSecret : orderSecret,
      orderSecrets,
      adminToken,
      nextAdminToken,
      revokedLinks,
    },
    { stores: await declaredStores(database, stores), policy, sendText, log },
  );
  const app = await buildCollector(deps, { log, ...http, ...(trustProxy ? { trustProxy } : {}) });
  return {
    app,
    deps,
    store,
    submit: (submission, headers = {}) => post(app, submissionFor(store, submission), headers),
  };
}

function post(app: FastifyInstance, payload: object, headers: Readonly<Record<string, string>>) {
  return app.inject({ method: 'POST', url: '/v1/submissions', payload, headers: { origin: shopOrigin, ...headers } });
}
