import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageContext } from './Layout.tsx';
import { readOverrides } from './overrides.ts';
import { frameOf, queryOf, storeOf } from './request.ts';

/** What a page is told about its request; keeps the store by its cookie. */
export function contextOf(request: FastifyRequest, reply: FastifyReply): PageContext {
  const query = queryOf(request);
  const path = request.url.split('?', 1)[0] ?? '/';
  // Whoever has just come in shall see the shop and the tour first.
  const isTourStart = path === '/' && !query.has('ha_id') && !frameOf(request);
  return {
    store: storeOf(request, reply),
    frame: frameOf(request),
    path,
    overrides: readOverrides(query, isTourStart ? 8_000 : 600),
  };
}
