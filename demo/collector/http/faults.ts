import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const longestDelay = 30_000;

/** What a test asked the collector to do wrong. */
interface Faults {
  readonly delay: number;
  readonly status?: number;
  readonly isDropped: boolean;
  readonly retryAfter?: string;
}

/**
 * Faults by query, for tests of what a widget does with them: `?delay=ms` waits first, `?status=503` answers that and takes
 * nothing, `?retryAfter=s` adds the header to it, `?drop=1` takes everything and cuts the connection instead of answering.
 */
export function addFaults(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const { delay, status, retryAfter } = faultsOf(request);
    if (delay > 0) await setTimeout(delay);
    if (status === undefined) return;
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    if (status >= 200 && status < 300) return reply.code(status).send();
    const said = status === 409 ? { ask: 'email+phone' } : status === 410 ? { pause: Number(retryAfter ?? 3600) } : {};
    throw new Problem(status, 'As asked for by the query', said);
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    if (faultsOf(request).isDropped) request.raw.socket.destroy();
    return payload;
  });
}

function faultsOf({ query, method }: FastifyRequest): Faults {
  // A preflight carries the same address; it must pass, or the fault never reaches what it is meant for.
  if (method === 'OPTIONS') return { delay: 0, isDropped: false };
  const { delay, status, drop, retryAfter } = query as Record<string, unknown>;
  const code = Number(status);
  return {
    delay: Math.min(Math.max(0, Number(delay) || 0), longestDelay),
    ...(Number.isInteger(code) && code >= 200 && code <= 599 ? { status: code } : {}),
    isDropped: drop === '1',
    ...(typeof retryAfter === 'string' && /^[\w :,+-]{1,40}$/.test(retryAfter) ? { retryAfter } : {}),
  };
}
