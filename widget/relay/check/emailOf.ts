import type { Submission } from '../../core/submission/submission.gen.ts';

/** The email of a submission: typed, or of the claim that won. A disputed claim has none. */
export function emailOf({ contact, identity }: Submission): string | undefined {
  if (contact.email !== undefined || identity.certainty === 'disputed') return contact.email;
  return identity.identifiers.find(({ field, value }) => field === 'email' && isEmail(value))?.value;
}

function isEmail(value: string): boolean {
  return value.length <= 320 && /^[^@\s]+@[^@\s]+$/.test(value);
}
