/** A text message that the collector wants to be sent. */
export interface OutgoingText {
  readonly store: string;
  /** The store as people know it. */
  readonly shop: string;
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

/** Milliseconds. A visitor waits meanwhile. */
const usualPatience = 5_000;

export interface TextsWebhook {
  readonly url: string;
  /** Sent as `authorization: Bearer …`. */
  readonly token?: string | undefined;
}

/** Hands texts to whoever can send them: a POST of JSON, which any 2xx answers. The log is told of failures, never of persons. */
export function sendByWebhook(
  { url, token }: TextsWebhook,
  log: (line: string) => void,
  patience = usualPatience,
): SendText {
  return async (text) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(text),
        // Whatever it leads to was not asked to get codes.
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      await answer.body?.cancel();
      if (!answer.ok) log(`error: the sender of texts answered ${answer.status}`);
      return answer.ok;
    } catch (error) {
      log(`error: the sender of texts cannot be reached (${error instanceof Error ? error.name : 'unknown'})`);
      return false;
    }
  };
}
