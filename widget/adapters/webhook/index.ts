import type { Adapter } from '../adapter.ts';
import type { Format } from './api.ts';
import { manifest } from './manifest.ts';

/** Where submissions are sent, and how. */
export interface WebhookOptions {
  /** Where submissions are posted, https. */
  readonly url: string;
  /**
   * `json`: as to a collector. `form` and `text`: for a service that answers no preflight; its answer cannot be read.
   * @default 'json'
   */
  readonly format?: Format | undefined;
  /**
   * What the receiver can find a person by.
   * @default ['own', 'email', 'phone']
   */
  readonly linksBy?: readonly string[] | undefined;
}

/** An unreadable answer does not report a failure either, so there are only three tries. */
const most = 3;

/** Delivers to any address as JSON, as a form's field or as text. */
export function webhook(given: WebhookOptions): Adapter {
  // Called without any, it is named by the check of the options, as one that lacks them.
  const options = Object(given) as WebhookOptions;
  const { url, format = 'json', linksBy = manifest.linksBy } = options;
  return {
    manifest: format === 'json' ? manifest : { ...manifest, confirms: false },
    url: `webhook:${url}`,
    linksBy,
    options: { url, format: options.format },
    async deliver(submission, { post, send, toJson }) {
      if (format === 'json') return post(url, submission);
      const text = toJson(submission);
      try {
        // The browser names the type of either body, in the only way that needs no preflight.
        await send({
          url,
          body: format === 'form' ? new URLSearchParams({ submission: text }) : text,
          mode: 'no-cors',
        });
      } catch {
        return { kind: 'retry', most };
      }
      return { kind: 'taken', receipt: { outcome: 'unknown' } };
    },
  };
}
