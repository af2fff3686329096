import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageContext } from './Layout.tsx';
import { type Overrides, readOverrides } from './overrides.ts';
import { frameOf, queryOf, storeOf } from './request.ts';

/** In the small phones of `/compare` the popup opens whole, as the plain one beside it does. */
function framed(overrides: Overrides, frame: string | undefined): Overrides {
  return frame ? { ...overrides, more: { 'data-layout': 'modal', ...overrides.more } } : overrides;
}

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
    overrides: framed(readOverrides(query, isTourStart ? 8_000 : 600), frameOf(request)),
  };
}
