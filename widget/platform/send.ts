import type { SendAnswer, SendRequest } from '../core/ports.ts';

/** Posts without credentials. Rejects on a network failure or a timeout; every answer is an answer. */
export async function send({ url, timeout, ...request }: SendRequest): Promise<SendAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(url, { ...request, method: 'POST', credentials: 'omit', signal: abort.signal });
    // The timeout includes the body, because an answer may never end.
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
