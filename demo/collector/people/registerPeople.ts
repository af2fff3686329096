import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { parseJson } from '../http/bodies.ts';
import { Problem } from '../http/problem.ts';
import { checkPerson } from './checkPerson.ts';
import { checkWithdrawal } from './checkWithdrawal.ts';
import { erasePerson } from './erasePerson.ts';
import { exportPerson } from './exportPerson.ts';
import { isBearer } from './isBearer.ts';
import { withdraw } from './withdraw.ts';

const bodyLimit = 4 * 1024;

/**
 * What a store owner does about one person, below `/v1/people`: export, erase, withdraw. Not there without a token. It is
 * always a POST, for an address stands in logs; and no page of another origin may ask.
 */
export async function registerPeople(app: FastifyInstance, deps: Dependencies): Promise<void> {
  const { adminToken } = deps;
  if (adminToken === undefined) return;
  const register = async (people: FastifyInstance) => {
    // Before the body is read.
    people.addHook('onRequest', async ({ headers, method }, reply) => {
      reply.header('cache-control', 'no-store');
      if (method === 'OPTIONS' || isBearer(headers.authorization, adminToken)) return;
      reply.header('www-authenticate', 'Bearer');
      throw new Problem(401, 'This needs the token of the store');
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
    people.post('/erase', async (request) => erasePerson(deps, checkPerson(request.body)));
    people.post('/withdraw', async (request) =>
      withdraw(deps, checkWithdrawal(request.body, deps.circumstances().now)),
    );
  };
  await app.register(register, { prefix: '/v1/people' });
}
