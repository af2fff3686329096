import type { Channel } from '../core/ask/reasons.ts';
import { readAnswer } from '../core/submission/readAnswer.ts';
import { toJson } from '../core/toJson.ts';
import type { AdapterAnswer, AdapterRequest, AdapterTools } from './adapter.ts';

/** A test double of a vendor, which receives everything that an adapter sends. */
export interface VendorDouble {
  /** What the adapter is given in place of the page’s. */
  readonly tools: Omit<AdapterTools, 'granted'>;
  /** Everything that has come so far, as text. */
  received(): string;
  /** Which channels have been subscribed by it, where the vendor's requests say so. */
  subscribed?(): readonly Channel[];
  /** What the vendor answers from now on: a status, or no answer at all. Left out by a double without a network. */
  fail?(how: number | 'no answer'): void;
}

/** What a vendor answers. */
export interface DoubleAnswer {
  /** The HTTP status. */
  readonly status: number;
  /** Parsed JSON. */
  readonly body?: unknown;
  /** By name, in any case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a double is made of. */
export interface DoubleParts {
  /** How the vendor answers an accepted request. @default 200 without a body */
  answer?(request: AdapterRequest): DoubleAnswer;
  /** Which channels these requests subscribe. */
  subscribed?(requests: readonly AdapterRequest[]): readonly Channel[];
  /** Globals of the page, for a vendor's own script. */
  readonly page?: { readonly [name: string]: unknown };
  /** What was passed to the page's script, as text. */
  heard?(): string;
  /** Cookies of the page, by name. */
  readonly cookies?: Readonly<Record<string, string>>;
}

/** Makes a double of a vendor that is reached by requests, by a script of the page, or by both. */
export function vendorDouble(parts: DoubleParts = {}): VendorDouble & { readonly requests: AdapterRequest[] } {
  const { answer = (): DoubleAnswer => ({ status: 200 }), page = {}, cookies = {}, heard } = parts;
  const requests: AdapterRequest[] = [];
  let failing: number | 'no answer' | undefined;
  const send = async (request: AdapterRequest): Promise<AdapterAnswer> => {
    if (failing === 'no answer') throw new TypeError('Failed to fetch');
    requests.push(request);
    const given: DoubleAnswer = failing === undefined ? answer(request) : { status: failing };
    const { status, body } = request.mode === 'no-cors' ? { status: 0, body: undefined } : given;
    const headers = new Headers(given.headers);
    return { status, body, header: (name) => headers.get(name) };
  };
  return {
    requests,
    received: () =>
      requests.map((r) => (typeof r.body === 'string' ? r.body : [...r.body.values()].join('\n'))).join('\n') +
      (heard?.() ?? ''),
    ...(parts.subscribed ? { subscribed: () => parts.subscribed?.(requests) ?? [] } : {}),
    ...(heard
      ? {}
      : {
          fail(how: number | 'no answer') {
            failing = how;
          },
        }),
    tools: {
      send,
      async post(url, submission) {
        const { status, body } = await send({ url, body: toJson(submission) });
        return readAnswer({ status, body, retryAfter: null }, 0);
      },
      refused: ({ status }) => (status === 429 || status >= 500 ? { kind: 'retry' } : { kind: 'error', status }),
      cookie: (name) => cookies[name],
      fieldType: (name) => (name === 'firstName' || name === 'birthday' ? name : 'text'),
      toJson,
      page,
      async script(find) {
        const found = find(page);
        if (found === undefined || found === null) throw new Error('no script');
        return found;
      },
    },
  };
}
