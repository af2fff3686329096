import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { type Known, openDependencies, type Policy } from '../../collector/dependencies.ts';
import { baseApp } from '../../collector/http/baseApp.ts';
import { registerCollector } from '../../collector/http/registerCollector.ts';
import { registerPeople } from '../../collector/people/registerPeople.ts';
import { shopName } from '../../collector/settings/shopNames.ts';
import type { Tables } from '../../collector/store/tables.ts';
import { uuidMaker } from '../../collector/store/uuid.ts';
import { demoServices } from './demoServices.ts';
import { registerApi } from './registerApi.ts';
import { addSecurityHeaders } from './security.ts';
import { type DemoServices, defaultStore } from './services.ts';
import { openStores } from './stores.ts';
import { RecordedTexts, registerTexts } from './texts.ts';

export interface AppOptions extends Known {
  /** Open and migrated; the caller closes it. */
  readonly database: Kysely<Tables>;
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: () => number;
  /** @default UUIDs of version 7 */
  readonly newId?: () => string;
  /** Where the collector is stricter than a demo has to be. */
  readonly policy?: Partial<Policy>;
  /**
   * Gets one line for each request: method, route, status, milliseconds. Never an address as it was sent, nor a body.
   * @default nothing is logged
   */
  readonly log?: (line: string) => void;
  /** The build's folder; without it no file is served. */
  readonly dist?: string;
  /** The public origin of this server. */
  readonly origin?: string;
  /** Adds the pages. */
  readonly pages?: (app: FastifyInstance, services: DemoServices) => void;
}

/** Builds the demo store: the collector, its API, files and pages. Not listening yet; tests use `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, log, now = Date.now, newId = uuidMaker(now) } = options;
  const app = baseApp({ database, log, forceCloseConnections: true });
  const circumstances = () => ({ now: now(), newId });
  const stores = openStores(database, circumstances);
  const policy = { ...demoPolicy, ...options.policy };
  const texts = new RecordedTexts(circumstances);
  const deps = await openDependencies(database, circumstances, options, { stores, policy, sendText: texts.send, log });
  const services = demoServices(app, deps, { stores, texts, origin: options.origin });

  addSecurityHeaders(app);
  await app.register(async (collector) => registerCollector(collector, deps), { prefix: '/v1' });
  await registerPeople(app, deps);
  const registerAll = async (api: FastifyInstance) => {
    registerApi(api, services, deps);
    registerTexts(api, texts, policy.defaultStore);
  };
  await app.register(registerAll, { prefix: '/api' });
  if (options.dist !== undefined) await serveAssets(app, options.dist);
  options.pages?.(app, services);
  return app;
}

/**
 * What the demo store takes: everything that a person, a test or a recording does with it. Tests fill a form faster than any
 * human, turn the clock, and post from one address.
 */
export const demoPolicy: Policy = {
  origins: '*',
  defaultStore,
  minimumFill: 0,
  phones: 'possible',
  country: 'GB',
  shopOf: shopName,
  prove: 'when-needed',
  takesFaults: true,
  takesTests: true,
};

/**
 * Serves what was built: the script flat at the root as a shop's theme folder would, readable from any origin since its
 * chunks are modules; the demo's own files below `/client` and `/public`, the documentation site below `/docs`.
 *
 * @param dist the build's folder
 */
async function serveAssets(app: FastifyInstance, dist: string): Promise<void> {
  const folders = { '/client/': join(dist, 'demo/client'), '/public/': join(dist, 'demo/public') };
  const embed = join(dist, 'embed');
  await app.register(fastifyStatic, { root: embed, serve: false });
  app.get<{ Params: { file: string } }>('/:file(^hello-again[\\w.-]*\\.(?:js|css)$)', async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    return reply.sendFile(request.params.file, embed, { maxAge: 0 });
  });
  for (const [prefix, root] of Object.entries(folders)) {
    if (existsSync(root)) await app.register(fastifyStatic, { root, prefix, decorateReply: false, index: false });
  }
  const docs = join(dist, 'docs');
  if (!existsSync(docs)) return;
  await app.register(fastifyStatic, { root: docs, prefix: '/docs/', decorateReply: false, index: false });
  // Its links are relative: they need the folder's name in the address.
  app.get('/docs', async (_request, reply) => reply.redirect('/docs/index.html'));
}
