/** Whom a store owner names. */
export interface Who {
  readonly store: string;
  /** The email or the number in E.164; one of them. */
  readonly channel: 'email' | 'sms';
  readonly recipient: string;
}
