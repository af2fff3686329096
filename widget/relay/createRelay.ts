import type { Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import type { LinkKey } from '../link/types.ts';
import { answerMemory } from './answerMemory.ts';
import { answerOnce } from './answerOnce.ts';
import { botSign } from './check/botSign.ts';
import { checkSubmission } from './check/checkSubmission.ts';
import { emailOf } from './check/emailOf.ts';
import { checkOptions } from './checkOptions.ts';
import { corsHeaders } from './http/corsHeaders.ts';
import { Problem } from './http/problem.ts';
import { readJson } from './http/readJson.ts';
import { mintIdentity } from './links/mintIdentity.ts';
import { namedSubjects } from './links/namedSubjects.ts';
import { PlatformError } from './platformError.ts';
import type { Relay, RelayFailure, RelayOptions } from './types.ts';

/** In seconds, where the platform named no time. */
const usualWait = '30';
/** In milliseconds; a human needs longer. */
const usualMinimumFill = 1000;

/**
 * Makes a collector that takes protocol v1 and writes through a platform's server API. It keeps its answers for a while, in
 * memory or where you say, and nothing else. A retry that it does not remember does the same work again, and the platform
 * makes that one profile and one event.
 *
 * @throws TypeError or RangeError for options that cannot work; the message never shows a secret
 * @example
 * ```ts
 * const relay = createRelay({
 *   platform: klaviyo({ key: process.env.KLAVIYO_KEY, lists: { email: 'Y6nRLr', sms: 'Y6nRLs' } }),
 *   store: 'harbor-coffee',
 *   origins: ['https://shop.example'],
 *   links: { keys: [{ kid: '2026-11', secret: process.env.HELLO_AGAIN_LINK_SECRET }] },
 * });
 * ```
 */
export function createRelay(options: RelayOptions): Relay {
  const signing = checkOptions(options);
  const once = answerOnce(options.memory ?? answerMemory(), () => tell(options, { code: 'relay.fault' }));
  return async (request) => {
    const origin = request.headers.get('origin');
    const headers = corsHeaders(origin, options.origins);
    try {
      if (origin !== null && !options.origins.includes(origin)) throw new Problem(403, 'Not from this origin');
      return await answer(request, { ...options, signing, once }, headers);
    } catch (error) {
      return refusal(error instanceof Problem ? error : problemOf(error, options), headers);
    }
  };
}

interface Opened extends RelayOptions {
  readonly signing: LinkKey;
  readonly once: ReturnType<typeof answerOnce>;
}

async function answer(request: Request, options: Opened, headers: Readonly<Record<string, string>>): Promise<Response> {
  if (request.method === 'OPTIONS') {
    const allowed = { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' };
    return new Response(null, { status: 204, headers: { ...headers, ...allowed, 'access-control-max-age': '86400' } });
  }
  if (request.method !== 'POST') throw new Problem(405, 'Only POST is taken');
  const body = await readJson(request);
  // The owner's notice asks whether anybody is here.
  if (isPing(body)) return new Response(null, { status: 204, headers });
  const receipt = await take(body, options);
  return new Response(JSON.stringify(receipt), { headers: { ...headers, 'content-type': 'application/json' } });
}

async function take(body: unknown, options: Opened): Promise<Receipt> {
  const now = (options.now ?? Date.now)();
  const submission = await checkSubmission(body, options.store, now);
  // Whoever posts may mark what they like as a test, so it must not subscribe anybody.
  if (submission.test) return { outcome: 'accepted', subscribed: { email: false, sms: false } };
  const why = botSign(submission, options.minimumFill ?? usualMinimumFill);
  if (options.hold && why) {
    await options.hold(submission, why);
    // That it waits is true, and a program learns no reason.
    return { outcome: 'pending', subscribed: { email: false, sms: false } };
  }
  return options.once(submission, () => pass(submission, options, now));
}

async function pass(submission: Submission, options: Opened, now: number): Promise<Receipt> {
  const { keys, audience = options.store } = options.links;
  // Called as it is: Workers refuse a fetch that is called as a method of something else.
  const reach = options.fetch ?? fetch;
  const result = await options.platform.take({
    submission,
    email: emailOf(submission),
    named: await namedSubjects(submission.identity.identifiers, { audience, keys, now }),
    now,
    fetch: (input, init) => reach(input, init),
  });
  if (result.kind === 'ask-email') throw new Problem(409, 'Whose this is cannot be told', { ask: 'email+phone' });
  if (result.kind === 'invalid') throw new Problem(422, 'This cannot be taken as it is', { errors: result.errors });
  const { profileId, receipt } = result;
  return profileId === undefined
    ? receipt
    : { ...receipt, identity: await mintIdentity(profileId, audience, options.signing, now) };
}

function isPing(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as { readonly ping?: unknown }).ping === true;
}

function problemOf(error: unknown, options: RelayOptions): Problem {
  const isPlatform = error instanceof PlatformError;
  tell(options, isPlatform ? error.failure : { code: 'relay.fault' });
  if (!isPlatform) return new Problem(500, 'This could not be taken now');
  const status = error.failure.code === 'platform.rate-limited' ? 429 : 503;
  return new Problem(status, 'This could not be taken now', {}, error.retryAfter ?? usualWait);
}

/** What a log does is no reason to leave the visitor without an answer. */
function tell({ onError }: RelayOptions, failure: RelayFailure): void {
  try {
    onError?.(failure);
  } catch {}
}

function refusal(problem: Problem, headers: Readonly<Record<string, string>>): Response {
  const { status, title, members, retryAfter } = problem;
  return new Response(JSON.stringify({ type: 'about:blank', title, status, ...members }), {
    status,
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    },
  });
}
