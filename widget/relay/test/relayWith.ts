import type { FieldError, Receipt } from '../../core/submission/answer.ts';
import { mintLink } from '../../link/mintLink.ts';
import { createRelay } from '../createRelay.ts';
import { type KlaviyoOptions, klaviyo } from '../klaviyo/klaviyo.ts';
import type { RelayFailure, RelayOptions } from '../types.ts';
import { KlaviyoDouble, privateKey } from './klaviyoDouble.ts';

export const linkKey = { kid: '2026-01', secret: 'a secret of at least 32 bytes, for tests' };
export const origin = 'https://shop.example';
const start = Date.parse('2026-01-31T12:00:00.000Z');

/** What is read of an answer. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Partial<Receipt> & { readonly errors?: readonly FieldError[]; readonly ask?: string };
}

/** A relay in front of a double, with a clock that stands still. */
export function relayWith(
  more: { readonly platform?: Partial<KlaviyoOptions>; readonly options?: Partial<RelayOptions> } = {},
) {
  const account = new KlaviyoDouble();
  const failures: RelayFailure[] = [];
  const clock = { now: start };
  const relay = createRelay({
    platform: klaviyo({ key: privateKey, lists: { email: 'EMAIL1', sms: 'TEXTS1' }, ...more.platform }),
    store: 'harbor-coffee',
    origins: [origin],
    links: { keys: [linkKey] },
    fetch: account.fetch,
    onError: (failure) => void failures.push(failure),
    now: () => clock.now,
    ...more.options,
  });
  const send = async (request: Request): Promise<Answered> => {
    const response = await relay(request);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : {} };
  };
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    send(
      new Request('https://collect.example/', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  /** The `ha_id` of a mail's link. */
  const linkTo = async (subject: string) => ({
    issuer: 'own',
    value: await mintLink({ subject, audience: 'harbor-coffee', key: linkKey, now: new Date(clock.now) }),
  });
  return { account, failures, clock, relay, send, post, linkTo };
}
