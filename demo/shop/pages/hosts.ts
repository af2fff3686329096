import type { FastifyRequest } from 'fastify';

/** The shop's name on a computer of one's own, and the forum's: somebody else's site has to lie on another host. */
const shopHost = 'localhost';
const forumHost = '127.0.0.1';

/** Where a request reached this server. */
function originHere(request: FastifyRequest): URL {
  return new URL(`${request.protocol}://${request.host}`);
}

/** The forum's origin, seen from the shop; undefined where this server has no second name. */
export function forumOrigin(request: FastifyRequest): string | undefined {
  return renamed(request, shopHost, forumHost);
}

/** The shop's origin, seen from the forum; undefined for a request that did not come to the forum's name. */
export function shopOrigin(request: FastifyRequest): string | undefined {
  return renamed(request, forumHost, shopHost);
}

function renamed(request: FastifyRequest, from: string, to: string): string | undefined {
  const here = originHere(request);
  if (here.hostname !== from) return undefined;
  here.hostname = to;
  return here.origin;
}

/** This server's origin, by the name it was asked under. */
export function ownOrigin(request: FastifyRequest): string {
  return originHere(request).origin;
}
