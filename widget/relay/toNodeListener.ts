import type { Relay } from './types.ts';

/** As much of Node's `IncomingMessage` as is needed, and of what Express adds: a body that was parsed already. */
interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  /** The HTTP method. */
  readonly method?: string | undefined;
  /** The path and the query; not read. */
  readonly url?: string | undefined;
  /** In lower case; `origin` and `content-type` are read. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body, where something has read it already. */
  readonly body?: unknown;
}

/** As much of Node's `ServerResponse` as is needed. */
interface NodeResponse {
  /** Writes the status and the headers. */
  writeHead(status: number, headers: Record<string, string>): unknown;
  /** Writes the body, and ends. */
  end(body: Uint8Array): unknown;
}

/** More than the relay accepts, so that the relay itself refuses it. */
const mostBytes = 256 * 1024;

/**
 * A relay as a listener of `node:http`, which Express mounts too, with or without `express.json()` before it.
 *
 * @example createServer(toNodeListener(relay)).listen(8787)
 */
export function toNodeListener(relay: Relay): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const taken = await toRequest(request).catch(() => undefined);
    // The visitor left in the middle of the body. Unhandled, that would end the process.
    const answer = taken ? await relay(taken) : new Response(null, { status: 400 });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(new Uint8Array(await answer.arrayBuffer()));
  };
}

async function toRequest(request: NodeRequest): Promise<Request> {
  // Whatever else there is gets the same answer, and of some methods no Request can be made.
  const method = request.method === 'POST' || request.method === 'OPTIONS' ? request.method : 'GET';
  const headers = new Headers();
  for (const name of ['origin', 'content-type']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const body = method === 'POST' ? await bodyOf(request) : undefined;
  // Only the method, the origin and the body are read of it.
  return new Request('http://relay.invalid/', { method, headers, ...(body === undefined ? {} : { body }) });
}

async function bodyOf(request: NodeRequest): Promise<Uint8Array<ArrayBuffer> | string> {
  const { body } = request;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (typeof body === 'object' && body !== null) return JSON.stringify(body);
  const parts: Uint8Array[] = [];
  let size = 0;
  // Not `for await`: to leave that early would destroy the connection, and the answer with it.
  const iterator = request[Symbol.asyncIterator]();
  for (let part = await iterator.next(); !part.done && size <= mostBytes; part = await iterator.next()) {
    const bytes = typeof part.value === 'string' ? new TextEncoder().encode(part.value) : part.value;
    parts.push(bytes);
    size += bytes.byteLength;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
