import type { BrowserContext, Page } from '@playwright/test';
import type { LookupAnswer } from '../core/ask/decide.ts';
import type { Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { canonicalSubmission } from '../relay/canonicalSubmission.ts';
import { type Schema, schemaErrors } from '../relay/check/schemaErrors.ts';
import schema from '../schema/submission.v1.json' with { type: 'json' };
import { faultAnswers, type Scripted, type ScriptedAnswer } from './faults.ts';
import { peopleOf } from './peopleOf.ts';
import type { KnownPerson, SignedUpPerson, TakenSignUp } from './signUp.ts';

/** Whom the double knows, and what it answers. */
export interface CollectorDoubleOptions {
  /** Whom the store knows before the test, so that a link and an address on file are one person. */
  readonly people?: readonly KnownPerson[] | undefined;
  /** What the lookup answers. @default nobody is known */
  readonly lookup?: LookupAnswer | undefined;
  /** The code of a text message that is right, for receipts with `next: 'verify'`. @default any */
  readonly code?: string | undefined;
  /** Members of every receipt: `{ coupon: { code: 'WELCOME10' } }`. */
  readonly receipt?: Partial<Receipt> | undefined;
}

/** Where the widget posts to by default: `…/submissions`, `…/submissions/<id>/verify`, `…/resend`, `…/lookup`. */
const usualAddress = /\/(submissions(\/[\w-]+\/(verify|resend))?|lookup)\/?(\?|$)/;

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cache-control': 'no-store',
};

/**
 * Stands in for the collector: takes what the widget posts by the protocol, keeps it for the test to look at, and fails as it is
 * told to. `intercept` puts it into a Playwright page; `handle` is the same for a server, a service worker or `cy.intercept`.
 */
export class CollectorDouble {
  /** Every submission as it was posted, repeats and refused ones among them. It grows while the test runs. */
  readonly posted: Submission[] = [];
  readonly #options: CollectorDoubleOptions;
  readonly #taken = new Map<string, TakenSignUp>();
  readonly #queue: (Scripted | Promise<Scripted>)[] = [];
  readonly #held = new Set<() => void>();
  #always: Scripted | Promise<Scripted> = 'taken';

  constructor(options: CollectorDoubleOptions = {}) {
    this.#options = options;
  }

  /** What was taken, once for each id. */
  get signUps(): readonly TakenSignUp[] {
    return [...this.#taken.values()];
  }

  /** The profiles that a careful collector would have made of that. */
  people(): readonly SignedUpPerson[] {
    return peopleOf(this.signUps, this.#options.people);
  }

  /** Answers the next submissions so, one after the other, and then as before. One that is only promised holds its submission up. */
  answerNext(...answers: readonly (Scripted | Promise<Scripted>)[]): void {
    this.#queue.push(...answers);
  }

  /** Answers every submission so from now on, once the next ones are answered; `taken` ends it. */
  answerAlways(answer: Scripted | Promise<Scripted>): void {
    this.#always = answer;
  }

  /** Lets go what `slow` holds up. */
  release(): void {
    for (const go of this.#held) go();
    this.#held.clear();
  }

  /**
   * Answers what the pages post, in place of the network.
   *
   * @param address - which requests are the collector's
   */
  async intercept(page: Page | BrowserContext, address: string | RegExp = usualAddress): Promise<void> {
    await page.route(address, async (route) => {
      const request = route.request();
      // The browser's own question is answered here as well; a page of another method is none of a collector's.
      if (request.method() !== 'POST' && request.method() !== 'OPTIONS') return route.fallback();
      const answer = await this.#answer(request.method(), new URL(request.url()).pathname, request.postData() ?? '');
      if (!answer) return route.abort('internetdisconnected');
      return route.fulfill({ status: answer.status, headers: answer.headers, body: answer.text });
    });
  }

  /** The same for servers. Where a fault is a lost connection, which no answer can be, it answers 502. */
  async handle(request: Request): Promise<Response> {
    const body = request.method === 'POST' ? await request.text() : '';
    const answer = await this.#answer(request.method, new URL(request.url).pathname, body);
    if (!answer) return new Response(null, { status: 502, headers: cors });
    const isEmpty = answer.status === 204 || answer.status === 304;
    return new Response(isEmpty ? null : answer.text, { status: answer.status, headers: answer.headers });
  }

  /** @returns nothing where the connection breaks */
  async #answer(method: string, path: string, text: string) {
    if (method === 'OPTIONS') {
      return wire({
        status: 204,
        headers: { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' },
      });
    }
    if (method !== 'POST') return wire(refusal(405));
    const body = json(text);
    if (body === undefined) return wire(refusal(400, [{ field: 'body', code: 'body.json' }]));
    if (isObject(body) && body.ping === true) return wire({ status: 204 });
    if (/\/lookup\/?$/.test(path)) return wire({ status: 200, body: this.#options.lookup ?? { known: false } });
    if (/\/resend\/?$/.test(path)) return wire({ status: 202, body: {} });
    if (/\/verify\/?$/.test(path)) return wire(this.#verify(body));
    this.posted.push(body as Submission);
    const scripted = await (this.#queue.shift() ?? this.#always);
    if (scripted === 'offline') return undefined;
    if (scripted === 'slow') await new Promise<void>((go) => this.#held.add(go));
    if (scripted === 'taken' || scripted === 'slow' || scripted === 'lost-answer') {
      const answer = wire(this.#take(body));
      return scripted === 'lost-answer' ? undefined : answer;
    }
    const answer: ScriptedAnswer = typeof scripted === 'string' ? faultAnswers[scripted] : scripted;
    this.#keep(body, answer);
    return wire(answer);
  }

  /** What a scripted answer took. */
  #keep(body: unknown, { status, headers, body: answered }: ScriptedAnswer): void {
    const isPage = /html/.test(headers?.['content-type'] ?? '');
    if (status < 200 || status > 299 || isPage || typeof answered === 'string') return;
    if (!isObject(body) || schemaErrors(schema as Schema, body).length > 0) return;
    const submission = body as unknown as Submission;
    const receipt = { outcome: 'unknown', ...(answered as Partial<Receipt> | undefined) } as Receipt;
    if (!this.#taken.has(submission.id)) this.#taken.set(submission.id, { submission, receipt });
  }

  #take(body: unknown): ScriptedAnswer {
    const errors = schemaErrors(schema as Schema, body);
    if (errors.length > 0) return refusal(422, errors);
    const submission = body as Submission;
    const former = this.#taken.get(submission.id);
    if (former) {
      const isSame = canonicalSubmission(former.submission) === canonicalSubmission(submission);
      return isSame ? { status: 200, body: former.receipt } : refusal(422, [{ field: 'id', code: 'id.used' }]);
    }
    const { contact, identity, consents } = submission;
    // A number alone makes a profile of its own.
    if (!contact.email && identity.identifiers.length === 0) return faultAnswers['ask-email'];
    const isGranted = (channel: string) => consents.some((consent) => consent.channel === channel && consent.granted);
    const receipt: Receipt = {
      outcome: identity.identifiers.some((identifier) => this.#isVerified(identifier)) ? 'linked' : 'accepted',
      // As a real one it cannot be compared with the link of a mail, or the two would name two people.
      identity: `sealed.${submission.id}`,
      subscribed: { email: isGranted('email'), sms: isGranted('sms') },
      ...this.#options.receipt,
    };
    this.#taken.set(submission.id, { submission, receipt });
    return { status: 200, body: receipt };
  }

  /** A person of the store, a receipt of this double, or what looks like a signed link: whose key it is, is not asked here. */
  #isVerified({ issuer, value }: Submission['identity']['identifiers'][number]): boolean {
    if (issuer !== 'own') return false;
    const isReceipt = this.signUps.some(({ receipt }) => receipt.identity === value);
    return isReceipt || /^eyJ/.test(value) || !!this.#options.people?.some((person) => person.subject === value);
  }

  #verify(body: unknown): ScriptedAnswer {
    const { code } = this.#options;
    if (code !== undefined && !(isObject(body) && body.code === code)) {
      return refusal(422, [{ field: 'code', code: 'wrong' }]);
    }
    return { status: 200, body: { outcome: 'linked', subscribed: { sms: true } } satisfies Receipt };
  }
}

function refusal(status: number, errors?: readonly object[]): ScriptedAnswer {
  return { status, body: { type: 'about:blank', title: 'Refused', status, ...(errors ? { errors } : {}) } };
}

function wire({ status, headers, body }: ScriptedAnswer) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return {
    status,
    headers: { ...cors, ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    text: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
