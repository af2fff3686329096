import type { Submission } from '../../core/submission/submission.gen.ts';
import type { Adapter, AdapterOutcome, AdapterTools } from '../adapter.ts';
import { host, revision } from './api.ts';
import { fieldErrors } from './fieldErrors.ts';
import type { Lists } from './lists.ts';
import { manifest } from './manifest.ts';
import { requestsFor } from './requests.ts';

/** How to reach a Klaviyo account from a page. */
export interface KlaviyoOptions {
  /** The public API key, also called site id: six letters and digits. Never a private one (`pk_…`): everybody can read it here. */
  readonly companyId: string;
  /**
   * The list that each channel is subscribed to; the client API accepts no subscription without one. A channel without
   * a list of its own uses the other's list, because each request names the subscribed channel.
   */
  readonly lists: Lists;
}

/**
 * How many requests of a submission were accepted before it has to be retried, by its id. A subscription is not
 * repeated for the sake of the event: it would subscribe a person again who has replied STOP since.
 */
const taken = new Map<string, number>();

/** Delivers to Klaviyo by its client API. `docs/adapters.md` says what that can and cannot do. */
export function klaviyo(given: KlaviyoOptions): Adapter {
  // Called without any, it is named by the check of the options, as one that lacks them.
  const options = Object(given) as KlaviyoOptions;
  const { companyId, lists } = options;
  const isPublic = /^\w{6}$/.test(companyId);
  // Said without the key: whoever reads a console may not have it either.
  if (/^pk_/.test(companyId))
    console.error('hello-again: a private key of Klaviyo must not be on a page, and is not used.');
  return {
    manifest,
    // Without a way to Klaviyo nothing is asked, as without a collector's address.
    url: isPublic ? `klaviyo:${companyId}` : '',
    linksBy: manifest.linksBy,
    options: { companyId, 'lists.email': lists?.email, 'lists.sms': lists?.sms },
    async deliver(submission, tools) {
      if (!isPublic) return { kind: 'error', status: 401 };
      const outcome = await deliver(submission, tools, options);
      if (outcome.kind !== 'retry') taken.delete(submission.id);
      return outcome;
    },
  };
}

async function deliver(submission: Submission, tools: AdapterTools, options: KlaviyoOptions): Promise<AdapterOutcome> {
  const { id } = submission;
  const send = sender(options.companyId, tools);
  let done = taken.get(id) ?? 0;
  for (const { path, body } of requestsFor(submission, tools.granted, options.lists, tools.fieldType).slice(done)) {
    const answer = await send(path, body);
    const errors = fieldErrors(answer);
    if (errors.length > 0) return { kind: 'invalid', errors };
    // Another identifier was right, so it is a 202, and the number was dropped:
    // https://community.klaviyo.com/developer-group-64/api-validation-improvements-for-phone-number-handling-18034
    if (/phone/.test(answer.header('x-klaviyo-partial-failure') ?? '')) {
      return { kind: 'invalid', errors: [{ field: 'contact.phone', code: 'phone.refused' }] };
    }
    const isTaken = answer.status >= 200 && answer.status < 300;
    // The subscription was accepted; only its event is retried.
    const refused = isTaken ? undefined : tools.refused(answer);
    if (refused && (path !== 'events' || refused.kind === 'retry')) return refused;
    done += 1;
    taken.set(id, done);
  }
  // A 202 does not say whether the list confirms by mail, whether the number was added, or whose it was.
  return { kind: 'taken', receipt: { outcome: 'unknown' } };
}

function sender(companyId: string, { send, toJson }: AdapterTools) {
  return (path: string, body: object) =>
    send({
      url: `${host}/client/${path}?company_id=${companyId}`,
      headers: { 'content-type': 'application/vnd.api+json', revision },
      body: toJson(body),
    });
}
