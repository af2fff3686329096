/** A text message that the collector wants to be sent. */
export interface OutgoingText {
  readonly store: string;
  /** Of the submission whose number is to be proven. */
  readonly submission: string;
  /** E.164. */
  readonly to: string;
  readonly code: string;
  /** What to say, in English. */
  readonly text: string;
  /** The language that the consent was shown in, BCP 47: for words of one's own. */
  readonly locale: string;
}

/** Passes a text on; answers whether that went well, and never rejects. */
export type SendText = (text: OutgoingText) => Promise<boolean>;
