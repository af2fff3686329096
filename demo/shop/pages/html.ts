import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/**
 * Sends a page. `no-cache` and not `no-store`: a page that may not be stored is not restored by the browser's back button
 * either, and the popup's behaviour there is to be seen.
 */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${render(page)}`);
}
