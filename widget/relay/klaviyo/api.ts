import { PlatformError } from '../platformError.ts';

/**
 * The revision of Klaviyo's API that the shapes here were read from: `openapi/stable.json` of
 * https://github.com/klaviyo/openapi at f0a30ba41254904dc410d84ca497df68f8872276. A revision is kept for two years
 * (https://developers.klaviyo.com/en/docs/api_versioning_and_deprecation_policy).
 */
export const klaviyoRevision = '2026-07-15';

const host = 'https://a.klaviyo.com';
const timeout = 10_000;

/** One error of an answer (JSON:API); of the text only codes and pointers are read. */
export interface KlaviyoError {
  readonly code?: string;
  readonly source?: { readonly pointer?: string };
  readonly meta?: { readonly duplicate_profile_id?: string };
}

/** An answer that says something about this one request: 2xx, 400 or 409. */
export interface KlaviyoAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly KlaviyoError[];
}

export interface KlaviyoRequest {
  /** Its purpose, as `onError` gets it. */
  readonly step: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends one request to Klaviyo's server API. */
export type KlaviyoApi = (request: KlaviyoRequest) => Promise<KlaviyoAnswer>;

interface Access {
  readonly key: string;
  readonly revision: string;
  readonly fetch: typeof fetch;
}

/**
 * Plain fetch, for it is the same on Node, Deno and Workers. The vendor's own client is kept up, but it is generated for the whole
 * API and brings axios and form-data (https://www.npmjs.com/package/klaviyo-api), for seven requests.
 *
 * What it returns throws `PlatformError` where the whole submission may be tried again.
 */
export function openKlaviyo({ key, revision, fetch: reach }: Access): KlaviyoApi {
  const headers = {
    // https://developers.klaviyo.com/en/docs/authenticate_
    authorization: `Klaviyo-API-Key ${key}`,
    revision,
    accept: 'application/vnd.api+json',
    'content-type': 'application/vnd.api+json',
  };
  return async ({ step, method, path, query, body }) => {
    const url = `${host}${path}${query ? `?${new URLSearchParams(query)}` : ''}`;
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await reach(url, { ...init, signal: AbortSignal.timeout(timeout) }).catch(() => {
      throw new PlatformError({ code: 'platform.unavailable', step });
    });
    const { status } = response;
    const failWith = (code: PlatformError['failure']['code']) =>
      new PlatformError({ code, status, step }, response.headers.get('retry-after'));
    // https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling
    if (status === 429) throw failWith('platform.rate-limited');
    if (status >= 500) throw failWith('platform.unavailable');
    if (status === 401 || status === 403) throw failWith('platform.unauthorized');
    if (!response.ok && status !== 400 && status !== 409) throw failWith('platform.refused');
    const text = await response.text().catch(() => {
      throw failWith('platform.unavailable');
    });
    return { status, ...read(text) };
  };
}

/** A 202 has no body, and a gateway's error page is no JSON. */
function read(text: string): Pick<KlaviyoAnswer, 'data' | 'errors'> {
  try {
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
    return { data, errors: Array.isArray(errors) ? errors : [] };
  } catch {
    return { data: undefined, errors: [] };
  }
}
