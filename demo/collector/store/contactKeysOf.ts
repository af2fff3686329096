import type { Submission } from '../../../widget/index.ts';
import { contactKey } from '../../../widget/relay/index.ts';

/** What the emails and numbers that a submission names are looked up by: typed, ticked for, or carried by a link. */
export function contactKeysOf({ contact, consents, identity }: Submission): readonly string[] {
  const named = [contact.email, contact.phone, ...consents.map(({ to }) => to)];
  const carried = identity.identifiers.map(({ value }) => value);
  return [...new Set([...named, ...carried].flatMap((one) => (one === undefined ? [] : contactKey(one))))];
}
