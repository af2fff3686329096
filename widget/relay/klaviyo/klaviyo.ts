import type { Platform } from '../types.ts';
import { klaviyoRevision, openKlaviyo } from './api.ts';
import { readOptIns } from './optInOf.ts';
import { take } from './take.ts';
import { VisitorError } from './visitorError.ts';

/** How to reach a Klaviyo account, and what may be done there. */
export interface KlaviyoOptions {
  /**
   * A private key, from the environment. Scopes: `profiles:read`, `profiles:write`, `subscriptions:write`, `events:write`,
   * `lists:read`, `lists:write`.
   */
  readonly key: string | undefined;
  /** The lists that subscribers are added to; they may be one. Whether a list asks for a confirmation is read off it. */
  readonly lists: { readonly email: string; readonly sms: string };
  /**
   * What the subject of a signed link is: Klaviyo's id of the profile, or the id of your own that Klaviyo keeps as
   * `external_id`.
   * @default 'id'
   */
  readonly subject?: 'id' | 'external_id';
  /**
   * Whether a profile that has only the number may be folded into the one of the email. It cannot be undone, and the email was
   * typed by anybody.
   * @default false: it is answered `pending`, and nothing is moved
   */
  readonly mayMerge?: boolean;
  /**
   * The revision of Klaviyo's API.
   * @default '2026-07-15'
   */
  readonly revision?: string;
}

/**
 * Klaviyo as a platform of the relay.
 *
 * @throws TypeError for a missing or public key, or an invalid list. The message never shows the key.
 */
export function klaviyo(options: KlaviyoOptions): Platform {
  const { lists, subject = 'id', mayMerge = false, revision = klaviyoRevision } = options;
  const key = privateKey(options.key);
  for (const channel of ['email', 'sms'] as const) {
    if (!/^\w{4,32}$/.test(lists[channel])) {
      throw new TypeError(`hello-again/relay: klaviyo lists.${channel} must be the id of a list, such as Y6nRLr`);
    }
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(revision)) {
    throw new TypeError(`hello-again/relay: klaviyo revision must be a date such as ${klaviyoRevision}`);
  }
  const rules = { lists, subject, mayMerge, optInOf: readOptIns() };
  return {
    name: 'klaviyo',
    async take(task) {
      try {
        return await take(openKlaviyo({ key, revision, fetch: task.fetch }), rules, task);
      } catch (error) {
        if (error instanceof VisitorError) return { kind: 'invalid', errors: error.errors };
        throw error;
      }
    },
  };
}

/** Public keys have six characters, private ones begin with `pk_`: https://developers.klaviyo.com/en/docs/retrieve_api_credentials */
function privateKey(key: string | undefined): string {
  if (!key) {
    throw new TypeError(
      'hello-again/relay: klaviyo key is missing; put a private key into the environment of the server',
    );
  }
  if (/^\w{6}$/.test(key)) {
    throw new TypeError(
      'hello-again/relay: klaviyo key is the public one (the site id); the server API wants a private key',
    );
  }
  if (!/^pk_\w{10,}$/.test(key)) {
    throw new TypeError('hello-again/relay: klaviyo key must be a private key, which begins with pk_');
  }
  return key;
}
