import type { Adapter } from '../adapter.ts';
import { type FormRequest, hosts } from './api.ts';
import { fieldErrors } from './fieldErrors.ts';
import { formRequest } from './formRequest.ts';
import { manifest } from './manifest.ts';
import { isCookieRefused, ownersErrors, untilMended } from './ownersErrors.ts';

/** How to reach a form of a HubSpot account. */
export interface HubspotOptions {
  /** The account's id, a number. */
  readonly portalId: string;
  /** The id of a form that has the fields `email` and `phoneField`. */
  readonly formId: string;
  /**
   * The internal name of the form's field for the number.
   * @default 'phone'
   */
  readonly phoneField?: string | undefined;
  /**
   * Where the account lives.
   * @default 'na1'
   */
  readonly region?: 'na1' | 'eu1' | undefined;
  /** The account's subscription types; a channel without one is kept as text only, and subscribes to nothing. */
  readonly subscriptions?: { readonly email?: number | undefined; readonly sms?: number | undefined } | undefined;
}

/** Delivers to HubSpot by its forms API. `docs/adapters.md` says what that can and cannot do. */
export function hubspot(given: HubspotOptions): Adapter {
  // Called without any, it is named by the check of the options, as one that lacks them.
  const options = Object(given) as HubspotOptions;
  const { portalId, formId, phoneField = 'phone', region = 'na1', subscriptions = {} } = options;
  return {
    manifest,
    url: `hubspot:${portalId}/${formId}`,
    linksBy: manifest.linksBy,
    options: {
      portalId,
      formId,
      region: options.region,
      phoneField: options.phoneField,
      'subscriptions.email': subscriptions.email,
      'subscriptions.sms': subscriptions.sms,
    },
    async deliver(submission, tools) {
      const names = { phoneField, subscriptions };
      const cookie = tools.cookie('hubspotutk');
      // Some scripts write what they could not read: `undefined`, and HubSpot refuses the whole form for it.
      const hutk = /^[\da-f]{32}$/i.test(cookie ?? '') ? cookie : undefined;
      const form = formRequest(submission, tools.granted, names, hutk, tools.fieldType);
      // Without an email a contact could not be found again.
      if (!form) return { kind: 'ask-again', ask: 'email+phone' };
      const post = (body: FormRequest) =>
        tools.send({
          url: `${hosts[region] ?? hosts.na1}/submissions/v3/integration/submit/${portalId}/${formId}`,
          headers: { 'content-type': 'application/json' },
          body: tools.toJson(body),
        });
      let answer = await post(form);
      if (isCookieRefused(answer)) answer = await post({ ...form, context: { pageUri: form.context.pageUri } });
      if (answer.status >= 200 && answer.status < 300) return { kind: 'taken', receipt: { outcome: 'unknown' } };
      const errors = fieldErrors(answer, phoneField);
      if (errors.length > 0) return { kind: 'invalid', errors };
      const owners = ownersErrors(answer);
      if (!owners) return tools.refused(answer);
      console.error(`hello-again: HubSpot refuses what the form ${formId} gets, and sign-ups are kept. ${owners}.`);
      return { kind: 'retry', after: untilMended };
    },
  };
}
