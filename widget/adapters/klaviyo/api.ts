/**
 * The shapes of Klaviyo's client API, as far as they are used.
 *
 * Documented: https://github.com/klaviyo/openapi/blob/main/openapi/stable.json (2026-07-15, looked at on 2026-11-24), schemas
 * OnsiteSubscriptionCreateQuery, OnsiteProfileCreateQuery, EventCreateQueryV2 and ClientError.
 *
 * Unverified, since nobody has tried it on a real account: whether the server adds a phone to the profile of a `_kx`; and
 * whether it lets a page read the header `X-Klaviyo-Partial-Failure`.
 */

export const host = 'https://a.klaviyo.com';

/** Requests are read as this revision has them, whatever comes later: https://developers.klaviyo.com/en/docs/api_versioning_and_deprecation_policy */
export const revision = '2026-07-15';

/** Who it is about. All that are given belong to one person. */
export interface ProfileAttributes {
  readonly email?: string;
  /** E.164. */
  readonly phone_number?: string;
  /** The exchange id, as Klaviyo's links carry it. */
  readonly _kx?: string;
  readonly first_name?: string;
  /** The account's own properties. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** What is subscribed. Without this block every channel with an identifier would be. */
export interface Subscriptions {
  readonly email?: { readonly marketing: { readonly consent: 'SUBSCRIBED' } };
  readonly sms?: { readonly marketing: { readonly consent: 'SUBSCRIBED' } };
}

/** `POST /client/subscriptions` */
export interface SubscriptionRequest {
  readonly data: {
    readonly type: 'subscription';
    readonly attributes: {
      readonly custom_source: string;
      readonly profile: {
        readonly data: {
          readonly type: 'profile';
          readonly attributes: ProfileAttributes & { readonly subscriptions: Subscriptions };
        };
      };
    };
    readonly relationships: { readonly list: { readonly data: { readonly type: 'list'; readonly id: string } } };
  };
}

/** `POST /client/profiles` */
export interface ProfileRequest {
  readonly data: { readonly type: 'profile'; readonly attributes: ProfileAttributes };
}

/** `POST /client/events` */
export interface EventRequest {
  readonly data: {
    readonly type: 'event';
    readonly attributes: {
      readonly metric: { readonly data: { readonly type: 'metric'; readonly attributes: { readonly name: string } } };
      readonly profile: { readonly data: { readonly type: 'profile'; readonly attributes: ProfileAttributes } };
      readonly properties: Readonly<Record<string, string | readonly string[]>>;
      readonly time: string;
      /** The same id again, for the same profile and metric, is not recorded again. */
      readonly unique_id: string;
    };
  };
}

/** A refusal. The pointer of a phone is seen in Klaviyo's own SDK: https://github.com/klaviyo/klaviyo-android-sdk */
export interface ErrorBody {
  readonly errors?: readonly {
    readonly code?: string;
    readonly detail?: string;
    /** `/data/attributes/profile/data/attributes/phone_number` */
    readonly source?: { readonly pointer?: string };
  }[];
}
