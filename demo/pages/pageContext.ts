import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageContext } from './Layout.tsx';
import { readOverrides } from './overrides.ts';
import { queryOf, storeOf } from './request.ts';

/** What a page is told about its request; keeps the store by its cookie. */
export function contextOf(request: FastifyRequest, reply: FastifyReply): PageContext {
  return {
    store: storeOf(request, reply),
    path: request.url.split('?', 1)[0] ?? '/',
    overrides: readOverrides(queryOf(request)),
  };
}
