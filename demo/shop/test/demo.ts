import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Kysely } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Tables } from '../../collector/store/tables.ts';
import { type AppOptions, buildApp } from '../server/app.ts';
import type { SubmissionView } from '../server/registerApi.ts';
import type { Mail, ProfileView } from '../server/services.ts';

export const linkKey = { kid: 'demo', secret: 'l'.repeat(32) };
export const orderSecret = 'o'.repeat(32);

/** The current time, because a collector in production accepts no other. */
export const instant = new Date().toISOString();

/** A demo on a database that a test file shares, with a store of its own for each test. */
export class Demo {
  private constructor(
    readonly app: FastifyInstance,
    readonly store: string,
  ) {}

  static async start(
    database: Kysely<Tables>,
    about: Omit<AppOptions, 'database'> & { readonly store?: string } = {},
  ): Promise<Demo> {
    const { store = `test-${randomUUID()}`, ...options } = about;
    return new Demo(await buildApp({ database, linkKeys: [linkKey], orderSecret, ...options }), store);
  }

  async post(path: string, payload: unknown, more: InjectOptions = {}) {
    return this.app.inject({ method: 'POST', url: path, payload: payload as object, ...more });
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.app.inject({ method: 'GET', url: path, query: { store: this.store } });
    return answer.json<T>();
  }

  submit(about: Partial<Submission> = {}, query = '') {
    return this.post(`/v1/submissions${query}`, submissionFor(this.store, about));
  }

  profiles = () => this.get<ProfileView[]>('/api/profiles');
  submissions = () => this.get<SubmissionView[]>('/api/submissions');

  /** The one profile of that name or email. */
  async profile(name: string): Promise<ProfileView> {
    const found = (await this.profiles()).find((profile) => profile.name === name || profile.email === name);
    if (!found) throw new Error(`no profile ${name}`);
    return found;
  }

  /** The `ha_id` that a mail's link carries. */
  async token(mailId: string): Promise<string> {
    const mail = (await this.get<Mail[]>('/api/mails')).find(({ id }) => id === mailId);
    const token = new URL(mail?.links[0]?.path ?? '/', 'http://any').searchParams.get('ha_id');
    if (!token) throw new Error(`no link in the mail ${mailId}`);
    return token;
  }
}

export function submissionFor(store: string, about: Partial<Submission> = {}): Submission {
  return {
    version: 1,
    id: randomUUID(),
    createdAt: instant,
    store,
    test: false,
    ask: { kind: 'email+phone', reason: 'unknown' },
    identity: { certainty: 'declared', identifiers: [], setAside: [] },
    contact: {},
    consents: [],
    page: { url: 'https://shop.example/' },
    widget: { version: '0.0.0', signup: 'default', filledIn: 5000 },
    ...about,
  };
}

export function consentFor(
  to: string,
  about: Partial<Submission['consents'][number]> = {},
): Submission['consents'][number] {
  const text = 'Text me about new coffee.';
  return {
    id: randomUUID(),
    channel: to.startsWith('+') ? 'sms' : 'email',
    to,
    granted: true,
    text,
    textHash: `sha256-${createHash('sha256').update(text).digest('hex')}`,
    textVersion: 'uk-1',
    links: [],
    locale: 'en-GB',
    region: 'uk',
    method: 'checkbox',
    checkedAt: instant,
    page: 'https://shop.example/',
    ...about,
  };
}

/** A phone with its consent, typed by whoever followed a link. */
export function byLink(value: string, phone: string): Partial<Submission> {
  const identifier = { field: 'profile', issuer: 'own', value, source: 'link', strength: 'token', observedAt: instant };
  return {
    ask: { kind: 'phone', reason: 'known-needs-phone' },
    identity: {
      certainty: 'claimed',
      identifiers: [identifier as Submission['identity']['identifiers'][number]],
      setAside: [],
    },
    contact: { phone },
    consents: [consentFor(phone)],
  };
}

/** A phone with its consent, typed by whoever's browser has kept a receipt. */
export function byReceipt(value: string, phone: string): Partial<Submission> {
  const submission = byLink(value, phone);
  const identity = submission.identity as Submission['identity'];
  const identifiers = identity.identifiers.map((identifier) => ({ ...identifier, source: 'cookie' as const }));
  return { ...submission, identity: { ...identity, identifiers } };
}

/** Both typed, with consent for both. */
export function typed(email: string, phone: string): Partial<Submission> {
  return { contact: { email, phone }, consents: [consentFor(email), consentFor(phone)] };
}
