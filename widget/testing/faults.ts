/** An answer as it goes over the wire. */
export interface ScriptedAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** By names in lower case, beside those that every answer has. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** How a collector, or what stands before it, can fail. */
export type Fault = 'offline' | 'lost-answer' | 'slow' | keyof typeof faultAnswers;

/** What the double answers next: a fault by its name, an answer, or `taken` for what it answers by itself. */
export type Scripted = Fault | 'taken' | ScriptedAnswer;

const problem = (status: number, members: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  ({ status, headers, body: { type: 'about:blank', title: 'A fault of the test', status, ...members } }) as const;

/** The faults that are an answer; the other ones are none, or a late one. */
export const faultAnswers = {
  /** 500. */
  'server-error': problem(500),
  /** 503, with `Retry-After`. */
  unavailable: problem(503, {}, { 'retry-after': '30' }),
  /** 429, with `Retry-After`. */
  'too-many': problem(429, {}, { 'retry-after': '30' }),
  /** 409: nobody can tell whose it is. */
  'ask-email': problem(409, { ask: 'email+phone' }),
  /** 422 at the email. */
  'invalid-email': problem(422, { errors: [{ field: 'contact.email', code: 'email.invalid' }] }),
  /** 422 at the number. */
  'invalid-phone': problem(422, { errors: [{ field: 'contact.phone', code: 'phone.invalid' }] }),
  /** 410: no popup in this browser for an hour. */
  paused: problem(410, { pause: 3600 }),
  /** 403, which is not retried. */
  forbidden: problem(403),
  /** A page with status 200, as a host shows that is being repaired. */
  html: {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Back soon</title><p>We are back soon.</p>',
  },
  /** 200 with something that is no JSON. */
  'no-json': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"outcome":' },
  /** 204 without a receipt: taken. */
  bare: { status: 204 },
  /** 302 to a page. */
  redirect: { status: 302, headers: { location: 'https://hello-again.invalid/login' } },
} as const satisfies Readonly<Record<string, ScriptedAnswer>>;
