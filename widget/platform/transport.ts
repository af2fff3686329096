import type { PostAnswer, PostRequest } from '../core/ports.ts';

/** Posts JSON without credentials. Rejects on a network failure or a timeout; every answer is an answer. */
export async function post({ url, body, keepalive, timeout }: PostRequest): Promise<PostAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      credentials: 'omit',
      // Most redirects turn a POST into a GET, and what that answers is no receipt.
      redirect: 'error',
      signal: abort.signal,
      ...(keepalive ? { keepalive } : {}),
    });
    // The body belongs to the timeout as well: an answer that never ends is none.
    const text = await response.text();
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: parsed(text),
      isDocument: /^\s*<(!doctype|html)/i.test(text),
    };
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
