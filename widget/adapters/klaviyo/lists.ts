/** The ids of the lists that each channel is subscribed to. */
export interface Lists {
  readonly email?: string | undefined;
  readonly sms?: string | undefined;
}
