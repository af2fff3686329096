import { contactLock } from '../store/locks.ts';
import type { Arrival } from './decide.ts';

/** The locks of the contacts that a submission may look up or change. */
export function locksOf({ submission, email }: Pick<Arrival, 'submission' | 'email'>): readonly string[] {
  const { store, contact, consents } = submission;
  const contacts = [email, contact.phone, ...consents.map(({ to }) => to)];
  return contacts.flatMap((one) => (one === undefined ? [] : contactLock(store, one)));
}
