import { randomBytes } from 'node:crypto';
import type { RawAnswer } from '../../core/submission/answer.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';
import { hashOf } from './hashOf.ts';

export interface ProbeOptions {
  readonly url: URL;
  /** The page that posts. */
  readonly origin: string;
  readonly store: string;
  /** Posts sign-ups that count. Otherwise each is marked `test`. */
  readonly isReal: boolean;
}

/** What a collector answered. */
export interface ProbeAnswer extends RawAnswer {
  readonly headers: Headers;
  readonly text: string;
}

export interface ProbeRequest {
  readonly type?: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds that the widget waits for an answer. */
const patience = 10_000;

/** Talks to one collector as a widget on the page would. All people are of `example.com`, and new at each run. */
export class Probe {
  /** Tells the people of this run from those of another. */
  readonly run = randomBytes(4).toString('hex');
  readonly options: ProbeOptions;
  #made = 0;

  constructor(options: ProbeOptions) {
    this.options = options;
  }

  /** An address that nobody has typed before. */
  email(): string {
    this.#made += 1;
    return `check-${this.run}-${this.#made}@example.com`;
  }

  /** A number of the United States for films, which nobody has; unlike Ofcom's it is valid by the usual metadata. */
  phone(): string {
    this.#made += 1;
    return `+120155501${String(this.#made % 100).padStart(2, '0')}`;
  }

  /** An id as the widget makes it, a UUIDv7. */
  id(): string {
    const time = Date.now().toString(16).padStart(12, '0');
    const rest = randomBytes(10).toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
  }

  /** A whole submission of somebody who typed this. */
  submission({ email, phone }: { email?: string; phone?: string }, about: Partial<Submission> = {}): Submission {
    const { store, origin, isReal } = this.options;
    const now = new Date().toISOString();
    const page = `${origin}/`;
    const consentTo = (channel: 'email' | 'sms', to: string): Submission['consents'][number] => {
      const text = `A check of the protocol: ${channel}.`;
      return {
        // A widget posts no number without its box ticked, and a collector may refuse one.
        ...{
          id: this.id(),
          channel,
          to,
          granted: isReal || channel === 'sms',
          text,
          textHash: hashOf(text),
          textVersion: 'check-1',
        },
        ...{ links: [`${page}terms`], locale: 'en', region: 'uk', method: 'checkbox', checkedAt: now, page },
      };
    };
    return {
      version: 1,
      id: this.id(),
      createdAt: now,
      sentAt: now,
      store,
      test: !isReal,
      ask: { kind: 'email+phone', reason: 'unknown' },
      identity: { certainty: 'none', identifiers: [], setAside: [] },
      contact: { ...(email ? { email } : {}), ...(phone ? { phone } : {}) },
      consents: [...(email ? [consentTo('email', email)] : []), ...(phone ? [consentTo('sms', phone)] : [])],
      page: { url: page, storage: 'open' },
      // Quicker than hands it would look like a program.
      widget: { version: 'check-collector', signup: 'default', gpc: false, filledIn: 8_000 },
      ...about,
    };
  }

  /** Somebody whom a link names by an opaque value. */
  byLink(value: string): Submission['identity'] {
    const observedAt = new Date().toISOString();
    const what = { field: 'profile', issuer: 'own', source: 'link', strength: 'token' } as const;
    return { certainty: 'claimed', identifiers: [{ ...what, value, observedAt }], setAside: [] };
  }

  /** Posts as the widget does. A text goes as it is. */
  async post(body: unknown, { type = 'application/json', method = 'POST', path = '', headers }: ProbeRequest = {}) {
    const { url, origin } = this.options;
    const address = new URL(url);
    address.pathname = address.pathname.replace(/\/$/, '') + path;
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { origin, ...(method === 'POST' ? { 'content-type': type } : {}), ...headers },
      ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      retryAfter: response.headers.get('retry-after'),
      isDocument: /html/.test(response.headers.get('content-type') ?? ''),
      text,
      body: json(text),
    } satisfies ProbeAnswer;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
