import type { Adapter, AdapterTools, FieldType } from '../adapters/adapter.ts';
import { deliverBy } from '../adapters/deliverBy.ts';
import { shippedAdapter } from '../adapters/shipped.ts';
import type { RawOptions, Settings } from '../config/settings.ts';
import type { Answer } from '../core/submission/answer.ts';
import type { Deliver, DeliverOptions } from '../core/submission/delivery.ts';
import { readAnswer } from '../core/submission/readAnswer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toJson } from '../core/toJson.ts';
import { awaitScript } from '../platform/awaitScript.ts';
import { pageGlobals } from '../platform/pageGlobals.ts';
import { send } from '../platform/send.ts';
import { warn } from '../platform/warn.ts';
import type { Sender } from '../signup/page.ts';
import { readSendingOptions } from './readSendingOptions.ts';

/** Seconds. Trying more often changes nothing. */
const untilMended = 1_800;

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
    refused: ({ status, header }) => {
      if (status === 429 || status >= 500) {
        return readAnswer({ status, retryAfter: header('retry-after'), body: undefined }, platform.now());
      }
      if (![401, 403, 404].includes(status)) return { kind: 'error', status };
      // The account, its key or its form: nobody but the owner can mend that, and a sign-up must not be lost for it.
      warn(`hello-again: the platform answers ${status}. Sign-ups are kept until account, key and form are right.`);
      return { kind: 'retry', after: untilMended };
    },
    cookie: (name) => (storageConsent === 'open' ? platform.cookie(name) : undefined),
    fieldType: (name) => fieldTypeOf(settings, name),
    toJson,
    page: pageGlobals() as AdapterTools['page'],
    script: (find) => awaitScript(find, timeout),
  };
  return deliverBy(await adapterOf(settings), submission, tools);
}

const types: readonly FieldType[] = ['firstName', 'birthday', 'choice', 'text'];

/** As the options say it now: what waited in the outbox may have been asked by others. `core/flow/extraFields.ts` reads them whole. */
function fieldTypeOf({ fields }: RawOptions, name: string): FieldType {
  const given: unknown = Array.isArray(fields) ? fields.find((field) => Object(field).name === name)?.type : undefined;
  return types.find((type) => type === (given ?? name)) ?? 'text';
}

/** One that cannot be fetched rejects, as a network that fails. */
async function adapterOf(settings: Settings): Promise<Adapter> {
  const { collector } = settings;
  if (collector.deliver) return collector as Adapter;
  const shipped = shippedAdapter(readSendingOptions(settings).adapter);
  if (!shipped) throw new Error('no such adapter');
  return (await shipped.code()).fromAttributes({ ...settings });
}
