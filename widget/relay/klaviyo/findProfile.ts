import type { KlaviyoApi } from './api.ts';
import { refused } from './refused.ts';

/** What a profile can be found by: https://developers.klaviyo.com/en/reference/get_profiles, `filter`. */
export type ProfileField = 'id' | 'external_id' | 'email' | 'phone_number' | '_kx';

/** A profile, as far as a sign-up has to know it. */
export interface KlaviyoProfile {
  readonly id: string;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  /** When the person said stop to a channel, in milliseconds since 1970; undefined where they did not. */
  readonly stoppedAt: { readonly email: number | undefined; readonly sms: number | undefined };
}

interface Marketing {
  readonly marketing?: {
    readonly consent?: string;
    readonly consent_timestamp?: string | null;
    readonly last_updated?: string | null;
  } | null;
}

interface ProfileResource {
  readonly id: string;
  readonly attributes: {
    readonly email?: string | null;
    readonly phone_number?: string | null;
    readonly first_name?: string | null;
    readonly last_name?: string | null;
    readonly properties?: Readonly<Record<string, unknown>> | null;
    readonly subscriptions?: { readonly email?: Marketing | null; readonly sms?: Marketing | null } | null;
  };
}

/** The one profile with this identifier. */
export async function findProfile(
  api: KlaviyoApi,
  field: ProfileField,
  value: string,
): Promise<KlaviyoProfile | undefined> {
  const answer = await api({
    step: 'find',
    method: 'GET',
    path: '/api/profiles',
    // JSON's quotes and escapes, so that no value can end its text and add another filter.
    query: { filter: `equals(${field},${JSON.stringify(value)})`, 'additional-fields[profile]': 'subscriptions' },
  });
  if (answer.status !== 200) {
    // An exchange id that Klaviyo cannot read identifies nobody; it came from an address, which anybody can write.
    if (field === '_kx' && answer.status === 400) return undefined;
    throw refused(answer, 'find');
  }
  const [resource] = answer.data as readonly ProfileResource[];
  return resource && profileFrom(resource);
}

function profileFrom({ id, attributes }: ProfileResource): KlaviyoProfile {
  return {
    id,
    email: attributes.email || undefined,
    phone: attributes.phone_number || undefined,
    firstName: attributes.first_name || undefined,
    lastName: attributes.last_name || undefined,
    properties: attributes.properties ?? {},
    stoppedAt: {
      email: stoppedAt(attributes.subscriptions?.email),
      sms: stoppedAt(attributes.subscriptions?.sms),
    },
  };
}

function stoppedAt(channel: Marketing | null | undefined): number | undefined {
  const { consent, last_updated, consent_timestamp } = channel?.marketing ?? {};
  if (consent !== 'UNSUBSCRIBED') return undefined;
  const at = last_updated ?? consent_timestamp ?? '';
  // The described form has no zone, and JavaScript would take it for the server's own.
  const instant = Date.parse(/[Zz]|[+-]\d{2}:?\d{2}$/.test(at) ? at : `${at}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}
