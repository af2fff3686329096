import type { Submission } from '../../../widget/index.ts';
import { goodFor } from './limits.ts';
import type { OutgoingText } from './texts.ts';

/** The text that brings a code. The code comes first, so that it stands in the notification of a locked phone. */
export function textFor(
  { store, id, consents }: Pick<Submission, 'store' | 'id' | 'consents'>,
  to: string,
  code: string,
): OutgoingText {
  const text = `${code} is your code. It is good for ${goodFor / 60_000} minutes. If you did not ask for it, do nothing.`;
  return {
    store,
    submission: id,
    to,
    code,
    text,
    locale: consents.find(({ channel }) => channel === 'sms')?.locale ?? 'en',
  };
}
