import type { PostRequest } from '../core/ports.ts';
import type { RawAnswer } from '../core/submission/answer.ts';
import { send } from './send.ts';

/** Posts JSON as protocol v1 has it. Rejects on a network failure or a timeout; every answer is an answer. */
export async function post(request: PostRequest): Promise<RawAnswer> {
  const { status, header, text, body } = await send({
    ...request,
    headers: { 'content-type': 'application/json' },
    // Most redirects turn a POST into a GET, and what that answers is no receipt.
    redirect: 'error',
  });
  return { status, retryAfter: header('retry-after'), body, isDocument: /^\s*<(!doctype|html)/i.test(text) };
}
