import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { networkOf } from '../http/limits/addressKey.ts';
import type { Counters } from '../http/limits/openLimits.ts';
import { invalid } from '../http/problem.ts';
import { isStoreName, storeNamed, storeOfBody } from '../http/storeOf.ts';
import type { CodeOf } from './code.ts';
import { resendCode } from './issueCode.ts';
import { verifyCode } from './verifyCode.ts';

type Named = FastifyRequest<{ Params: { id: string } }>;

/** The code step, below a submission: `POST /submissions/<id>/verify` and `…/resend`. */
export function registerCodes(posts: FastifyInstance, deps: Dependencies, limits: Counters): void {
  const codeOf = (request: Named): CodeOf => {
    const { store, identity } = fieldsOf(request.body);
    if (store !== undefined && !isStoreName(store)) throw invalid(422, [{ field: 'store', code: 'store.name' }]);
    const named = store === undefined ? storeNamed(request) : storeOfBody(request, store);
    limits.store(named ?? '', request.ip);
    return { id: request.params.id, store: named, key: identity };
  };
  posts.post('/submissions/:id/verify', async (request: Named) =>
    verifyCode(deps, codeOf(request), fieldsOf(request.body).code),
  );
  posts.post('/submissions/:id/resend', async (request: Named, reply) => {
    await resendCode({ ...deps, network: networkOf(request.ip) }, codeOf(request));
    return reply.code(202).send();
  });
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
