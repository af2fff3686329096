import type { FastifyInstance } from 'fastify';

const policy = {
  'default-src': "'self'",
  'img-src': "'self' data:",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'self'",
  'require-trusted-types-for': "'script'",
} as const;

/**
 * The strict policy that the widget has to live with on the demo's pages.
 *
 * @param framing another origin that the page may show in a frame, or that may show the page
 */
export function contentPolicy(framing: { readonly shows?: string; readonly shownBy?: string } = {}): string {
  const { shows, shownBy } = framing;
  const directives = {
    ...policy,
    ...(shows ? { 'frame-src': `'self' ${shows}` } : {}),
    ...(shownBy ? { 'frame-ancestors': `'self' ${shownBy}` } : {}),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** The headers every answer carries; a page may have set a policy of its own. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'strict-origin-when-cross-origin');
    const type = String(reply.getHeader('content-type') ?? '');
    if (type.startsWith('text/html') && !reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', contentPolicy());
    }
    return payload;
  });
}
