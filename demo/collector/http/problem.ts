import type { FastifyReply } from 'fastify';
import type { FieldError } from '../../../widget/index.ts';

/** A refusal, told as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    /** Further members: `errors`, `ask`, `pause` ... */
    readonly members: Readonly<Record<string, unknown>> = {},
    /** After how many seconds to come again, where that may help. */
    readonly retryAfter?: number,
  ) {
    super(title);
  }
}

/** What was sent cannot be taken; each error names its field. */
export function invalid(status: 400 | 401 | 413 | 415 | 422, errors: readonly FieldError[]): Problem {
  return new Problem(status, 'This cannot be taken as it is', { errors });
}

/** The collector cannot tell whom this belongs to. */
export function askForEmail(): Problem {
  return new Problem(409, 'Whose this is cannot be told', { ask: 'email+phone', errors: [] });
}

export async function sendProblem(reply: FastifyReply, problem: Problem): Promise<FastifyReply> {
  const { status, title, members, retryAfter } = problem;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title, status, ...members });
}
