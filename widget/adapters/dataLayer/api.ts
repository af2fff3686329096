/**
 * The data layer of Google Tag Manager: a list on the page, created by the first script that uses it.
 *
 * Documented, looked at on 2026-11-24: https://developers.google.com/tag-platform/tag-manager/datalayer. Every tag of
 * the container can read what is pushed, and a container may call the list otherwise.
 */
export interface SignupEntry {
  readonly event: 'hello_again_signup';
  readonly hello_again: {
    readonly submission_id: string;
    readonly signup: string;
    readonly test: boolean;
    readonly ask: string;
    readonly reason: string;
    /** What was agreed to, without whom it is about. */
    readonly consents: readonly {
      readonly id: string;
      readonly channel: 'sms' | 'email';
      readonly text_version: string;
      readonly text_hash: string;
      readonly checked_at: string;
    }[];
    /** Only where the owner asks for it. */
    readonly email?: string;
    readonly phone?: string;
    readonly fields?: Readonly<Record<string, string>>;
  };
}
