import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { parseJson } from '../http/bodies.ts';
import { invalid, Problem } from '../http/problem.ts';
import { isStoreName } from '../http/storeOf.ts';
import { isSameSecret } from '../store/secrets.ts';
import { auditLine, tokenName } from './audit.ts';
import { erasePerson } from './erasePerson.ts';
import { exportPerson } from './exportPerson.ts';
import type { Who } from './find.ts';
import { type Withdrawal, withdraw } from './withdraw.ts';

const bodyLimit = 4 * 1024;

/**
 * What a store owner does about one person, below `/v1/people`: export, erase, withdraw. Not there without a token. It is
 * always a POST, for an address stands in logs; and no page of another origin may ask.
 */
export async function registerPeople(app: FastifyInstance, deps: Dependencies): Promise<void> {
  const tokens = [deps.adminToken, deps.nextAdminToken].filter((token) => token !== undefined);
  if (tokens.length === 0) return;
  const register = async (people: FastifyInstance) => {
    // Before the body is read.
    people.addHook('onRequest', async ({ headers, method }, reply) => {
      reply.header('cache-control', 'no-store');
      if (method === 'OPTIONS') return;
      // For whoever keeps account of what they asked: the log has the same one.
      reply.header('x-request-id', deps.circumstances().newId());
      if (bearer(headers.authorization, tokens)) return;
      reply.header('www-authenticate', 'Bearer');
      throw new Problem(401, 'This needs the token of the store');
    });
    people.addHook('onResponse', async ({ headers, method, routeOptions }, reply) => {
      const what = routes.find((name) => routeOptions.url?.endsWith(`/${name}`));
      if (method !== 'POST' || !what) return;
      const token = bearer(headers.authorization, tokens);
      const by = token === undefined ? 'nobody' : tokenName(token);
      const request = String(reply.getHeader('x-request-id'));
      deps.log(auditLine({ what, by, request, result: String(reply.statusCode) }, deps.circumstances().now));
    });
    // Those of the collector would answer a page that asks whether it may.
    people.options('/*', async () => {
      throw new Problem(404, 'There is nothing here');
    });
    people.removeAllContentTypeParsers();
    people.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit },
      async (_request: unknown, body: string) => parseJson(body),
    );
    people.post('/export', async (request) => exportPerson(deps, checkPerson(request.body)));
    people.post('/erase', async (request) => erasePerson(deps, checkPerson(request.body)).catch(forbidden));
    people.post('/withdraw', async (request) =>
      withdraw(deps, checkWithdrawal(request.body, deps.circumstances().now)),
    );
  };
  await app.register(register, { prefix: '/v1/people' });
}

/** PostgreSQL's `insufficient_privilege`: this process runs under a role that may not erase, as the documents advise. */
function forbidden(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  throw code === '42501' ? new Problem(403, 'The database role of this collector may not erase') : error;
}

const routes = ['export', 'erase', 'withdraw'] as const;

/** Which of the tokens an `authorization` header carries. */
function bearer(header: string | undefined, tokens: readonly string[]): string | undefined {
  const [, sent] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  return sent === undefined ? undefined : tokens.find((token) => isSameSecret(sent, token));
}

/**
 * Whom a body names: `{ store, email }` or `{ store, phone }`.
 *
 * @throws {Problem} 422 with the fields that are wrong
 */
function checkPerson(body: unknown): Who {
  const { store, email, phone } = membersOf(body, ['store', 'email', 'phone']);
  if (!isStoreName(store)) throw invalid(422, [{ field: 'store', code: 'store.name' }]);
  if ((email === undefined) === (phone === undefined)) {
    throw invalid(422, [{ field: 'body', code: 'people.contact', message: 'Name either an email or a phone.' }]);
  }
  if (phone === undefined) {
    if (!isContact('email', email)) throw invalid(422, [{ field: 'email', code: 'email.shape' }]);
    return { store, channel: 'email', recipient: email };
  }
  if (!isContact('sms', phone)) throw invalid(422, [{ field: 'phone', code: 'phone.e164' }]);
  return { store, channel: 'sms', recipient: phone };
}

/** How far another clock may be ahead of this one, in milliseconds. */
const clockDrift = 5 * 60 * 1000;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

/**
 * What a body withdraws: `{ store, channel, recipient, at? }`.
 *
 * @throws {Problem} 422 with the field that is wrong
 */
function checkWithdrawal(body: unknown, now: number): Withdrawal {
  const { store, channel, recipient, at } = membersOf(body, ['store', 'channel', 'recipient', 'at']);
  if (!isStoreName(store)) throw invalid(422, [{ field: 'store', code: 'store.name' }]);
  if (channel !== 'email' && channel !== 'sms') throw invalid(422, [{ field: 'channel', code: 'people.channel' }]);
  if (!isContact(channel, recipient)) throw invalid(422, [{ field: 'recipient', code: 'people.recipient' }]);
  if (at === undefined) return { store, channel, recipient };
  const time = typeof at === 'string' && instant.test(at) ? Date.parse(at) : Number.NaN;
  if (!(time <= now + clockDrift)) throw invalid(422, [{ field: 'at', code: 'people.at' }]);
  return { store, channel, recipient, at: Math.min(time, now) };
}

const shapes = { email: /^[^@\s]+@[^@\s]+$/, sms: /^\+[1-9]\d{5,14}$/ } as const;
const longest = 320;

/** Whether a value can be an email, or a number in E.164. */
function isContact(channel: Who['channel'], value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest && shapes[channel].test(value);
}

/**
 * The members of a body.
 *
 * @throws {Problem} 422 where it is no object, or has a member that nobody asks for: a misspelt one must not be passed over
 */
function membersOf(body: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid(422, [{ field: 'body', code: 'people.shape' }]);
  }
  if (Object.keys(body).some((name) => !known.includes(name))) {
    throw invalid(422, [{ field: 'body', code: 'people.unknown', message: `It may have ${known.join(', ')}.` }]);
  }
  return body as Record<string, unknown>;
}
