import type { FastifyInstance } from 'fastify';
import { withoutPort } from './limits/addressKey.ts';

/** What proxies add to a request. */
const marks = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'via'];

const unnamed =
  'warning: requests come through a proxy, and HELLO_AGAIN_TRUST_PROXY names none: all visitors count as one address, its own';

/**
 * Reads what a trusted proxy says of a client's address as an address, whatever port it writes behind it: with the port,
 * every connection would count as a new client. Says once where there is a proxy that nobody named.
 */
export function readForwarded(app: FastifyInstance, isTrusted: boolean, log?: (line: string) => void): void {
  let isSaid = false;
  app.addHook('onRequest', ({ raw: { headers } }, _reply, done) => {
    if (isTrusted) {
      const sent = headers['x-forwarded-for'];
      if (sent !== undefined)
        headers['x-forwarded-for'] = String(sent)
          .split(',')
          .map((one) => withoutPort(one.trim()))
          .join(', ');
    } else if (!isSaid && marks.some((name) => name in headers)) {
      isSaid = true;
      log?.(unnamed);
    }
    done();
  });
}
