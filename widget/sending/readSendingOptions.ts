import type { RawOptions } from '../config/settings.ts';
import { textOf } from '../core/textOf.ts';

/** The options of sending. */
export interface SendingOptions {
  /** The adapter that the script tag names, if any. */
  readonly adapter: string;
  /** Milliseconds that what could not be sent yet is kept in the browser. */
  readonly keepFor: number;
  /** Query parameters that may stay in the page address of a submission. */
  readonly keptParameters: readonly string[];
}

/** Hours that personal data is kept unsent, unless the owner says otherwise, and at most. */
const usualHours = 24;
const mostHours = 7 * 24;

export function readSendingOptions({ to, keepUnsent, keepParameters }: RawOptions): SendingOptions {
  const hours = Number(keepUnsent ?? usualHours);
  return {
    adapter: textOf(to),
    keepFor: (hours >= 0 ? Math.min(hours, mostHours) : usualHours) * 3_600_000,
    // A list, or an attribute's text: either way names with commas between.
    keptParameters: textOf(keepParameters ?? '').split(/[,\s]+/),
  };
}
