/** One request to a vendor. */
export interface SendRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | URLSearchParams;
  readonly mode?: 'cors' | 'no-cors';
}

/** What came back, as far as the vendor lets a page read it. */
export interface SendAnswer {
  /** 0 for an answer that may not be read. */
  readonly status: number;
  header(name: string): string | null;
  readonly body: unknown;
}

/** Posts without credentials. Rejects on a network failure or a timeout in milliseconds; every answer is an answer. */
export async function send(request: SendRequest, keepalive: boolean, timeout: number): Promise<SendAnswer> {
  const { url, headers = {}, body, mode = 'cors' } = request;
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body,
    mode,
    credentials: 'omit',
    signal: AbortSignal.timeout(timeout),
    ...(keepalive ? { keepalive } : {}),
  });
  const text = await response.text();
  return { status: response.status, header: (name) => response.headers.get(name), body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
