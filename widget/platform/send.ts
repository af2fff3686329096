import type { SendAnswer, SendRequest } from '../core/ports.ts';
import { fromPage } from './fromPage.ts';

/** Posts without credentials. Rejects on a network failure or a timeout; every answer is an answer. */
export async function send({ url, timeout, ...request }: SendRequest): Promise<SendAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(fromPage(url), {
      ...request,
      method: 'POST',
      credentials: 'omit',
      signal: abort.signal,
    });
    // The body belongs to the timeout as well: an answer that never ends is none.
    const text = await response.text();
    return { status: response.status, header: (name) => response.headers.get(name), text, body: parsed(text) };
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
