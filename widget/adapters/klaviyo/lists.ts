/** The ids of the lists that each channel is subscribed to. */
export interface Lists {
  /** The list of those who get mails. */
  readonly email?: string | undefined;
  /** The list of those who get texts. */
  readonly sms?: string | undefined;
}
