import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { memoryCookie } from './memoryCookie.ts';

/**
 * Sets the widget's cookie again with every page of the shop. Safari keeps what a script wrote for seven days at most, and for
 * one when the visit came by a decorated link; what the shop's own server sets is kept as long as it says.
 *
 * @param domain see `memoryCookie`
 */
export function keepMemory(app: FastifyInstance, domain?: string): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isPage(reply) || !isVisit(request)) return payload;
    const isSecure = (request.headers['x-forwarded-proto'] ?? request.protocol) === 'https';
    const kept = memoryCookie({ cookies: request.headers.cookie, hostname: request.hostname, isSecure }, domain);
    if (kept) reply.header('set-cookie', kept);
    return payload;
  });
}

function isPage(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type') ?? '').startsWith('text/html');
}

/**
 * Somebody goes to the page now, and sees nothing but it. What a browser fetches ahead, or a frame beside a page that writes
 * the cookie at the same time, would bring back an older one.
 */
function isVisit({ method, headers }: FastifyRequest): boolean {
  const { 'sec-fetch-dest': destination = 'document', 'sec-purpose': purpose = headers.purpose ?? '' } = headers;
  return method === 'GET' && destination === 'document' && !String(purpose).includes('prefetch');
}
