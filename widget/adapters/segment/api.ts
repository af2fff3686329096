/**
 * Segment's page script, analytics.js, as far as it is used.
 *
 * Documented, looked at on 2026-11-24:
 * https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/website/javascript (identify, track, and the
 * snippet, which is a list of calls until the script has come). Events of the same `messageId` count once within 24 hours:
 * https://www.twilio.com/docs/segment/guides/duplicate-data
 *
 * Public code alone: that `messageId` may be given among a call's options (https://github.com/segmentio/analytics-next,
 * packages/core, event factory; releases from 2023 on).
 */
export interface Analytics {
  identify(traits: Traits, options: CallOptions): unknown;
  identify(userId: string, traits: Traits, options: CallOptions): unknown;
  track(event: string, properties: Readonly<Record<string, unknown>>, options: CallOptions): unknown;
}

export interface Traits {
  readonly email?: string;
  readonly phone?: string;
  /** `firstName` and `birthday` are reserved: https://www.twilio.com/docs/segment/connections/spec/identify#traits */
  readonly [field: string]: string | undefined;
}

export interface CallOptions {
  readonly messageId: string;
  readonly timestamp: string;
}
