import type { Adapter, AdapterTools } from '../adapters/adapter.ts';
import { deliverBy } from '../adapters/deliverBy.ts';
import { shippedAdapter } from '../adapters/shipped.ts';
import type { Settings } from '../config/settings.ts';
import { type Answer, readAnswer } from '../core/submission/answer.ts';
import type { Deliver, DeliverOptions } from '../core/submission/delivery.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toJson } from '../core/toJson.ts';
import { awaitScript } from '../platform/awaitScript.ts';
import { pageGlobals } from '../platform/pageGlobals.ts';
import { send } from '../platform/send.ts';
import type { Sender } from '../signup/page.ts';
import { readSendingOptions } from './readSendingOptions.ts';

/** Milliseconds. */
const timeout = 10_000;

/**
 * Delivers a submission by the adapter that a signup's options hold or name. `post` posts one to an address that speaks
 * protocol v1.
 */
export async function deliverTo(
  { settings, runtime }: Sender,
  post: Deliver,
  submission: Submission,
  options: DeliverOptions,
): Promise<Answer> {
  const { storageConsent, platform } = runtime;
  const tools: Omit<AdapterTools, 'granted'> = {
    send: (request) => send({ mode: 'cors', ...request, timeout, ...(options.keepalive ? { keepalive: true } : {}) }),
    // The code step posts to a collector of the page's own.
    post: (url, { widget, ...limited }) => post(url, { ...limited, widget: { ...widget, unattended: true } }, options),
    // A vendor's statuses mean less than a collector's: 409 does not ask for the email, and 410 pauses nothing.
    refused: ({ status, header }) =>
      status === 429 || status >= 500
        ? readAnswer({ status, retryAfter: header('retry-after'), body: undefined }, platform.now())
        : { kind: 'error', status },
    cookie: (name) => (storageConsent === 'open' ? platform.cookie(name) : undefined),
    toJson,
    page: pageGlobals() as AdapterTools['page'],
    script: (find) => awaitScript(find, timeout),
  };
  return deliverBy(await adapterOf(settings), submission, tools);
}

/** One that cannot be fetched rejects, as a network that fails. */
async function adapterOf(settings: Settings): Promise<Adapter> {
  const { collector } = settings;
  if (collector.deliver) return collector as Adapter;
  const shipped = shippedAdapter(readSendingOptions(settings).adapter);
  if (!shipped) throw new Error('no such adapter');
  return (await shipped.code()).fromAttributes({ ...settings });
}
