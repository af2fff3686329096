import type { Adapter, AdapterAnswer, AdapterTools } from './adapters/adapter.ts';
import { deliverBy } from './adapters/deliverBy.ts';
import type { SignupContext } from './context.ts';
import type { Answer } from './core/submission/answer.ts';
import type { Deliver, DeliverOptions } from './core/submission/delivery.ts';
import type { Submission } from './core/submission/submission.gen.ts';
import { awaitScript } from './platform/awaitScript.ts';
import { send } from './platform/send.ts';

/** Milliseconds. */
const timeout = 10_000;

type FromAttributes = (given: Readonly<Record<string, unknown>>) => Adapter;

/** The adapters that the script tag can name, each a file of its own. */
const shipped: Readonly<Record<string, () => Promise<{ readonly fromAttributes: FromAttributes }>>> = {
  klaviyo: () => import('./adapters/klaviyo/index.ts'),
  hubspot: () => import('./adapters/hubspot/index.ts'),
  segment: () => import('./adapters/segment/index.ts'),
  webhook: () => import('./adapters/webhook/index.ts'),
  dataLayer: () => import('./adapters/dataLayer/index.ts'),
};

/**
 * Makes the way that a signup's submissions take: to the adapter that its options hold or name, or to its collector.
 *
 * @param post how a submission is posted to an address that speaks protocol v1
 */
export function createDeliver(
  context: SignupContext,
  post: Deliver,
): (submission: Submission, options: DeliverOptions) => Promise<Answer> {
  const { settings, runtime } = context;
  const { collector, to } = settings;
  let adapter: Promise<Adapter> | undefined;
  const load = async (): Promise<Adapter> => {
    if (collector.deliver) return collector as Adapter;
    const found = Object.hasOwn(shipped, String(to)) ? shipped[String(to)] : undefined;
    if (!found) throw new Error('no such adapter');
    return (await found()).fromAttributes({ ...settings });
  };
  return async (submission, options) => {
    if (!collector.deliver && !to) return post(collector.url, submission, options);
    // One that could not be fetched may be there the next time.
    adapter ??= load().catch((error) => {
      adapter = undefined;
      throw error;
    });
    const tools: Omit<AdapterTools, 'granted'> = {
      send: (request) => send(request, options.keepalive, timeout),
      post: (url, limited) => post(url, limited, options),
      refused: (answer) => refused(answer, runtime.platform.now()),
      cookie: (name) => (runtime.gate === 'open' ? runtime.platform.cookie(name) : undefined),
      page: window as unknown as AdapterTools['page'],
      script: (find) => awaitScript(find, timeout),
    };
    return deliverBy(await adapter, submission, tools);
  };
}

/** A vendor's statuses mean less than a collector's: 409 asks nobody for an email, and 410 stops nothing. */
function refused({ status, header }: AdapterAnswer, now: number): Answer {
  if (status !== 429 && status < 500) return { kind: 'error', status };
  const told = header('retry-after') ?? '';
  const after = /^\s*\d+\s*$/.test(told) ? Number(told) : (Date.parse(told) - now) / 1000;
  return after >= 0 ? { kind: 'retry', after } : { kind: 'retry' };
}
