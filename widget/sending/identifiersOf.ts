import type { RememberedIdentifier } from '../core/memory/memory.ts';
import type { Submission } from '../core/submission/submission.gen.ts';

/** Opaque ids alone: no email and no number is remembered. */
export function identifiersOf(submission: Submission, at: number): RememberedIdentifier[] {
  return submission.identity.identifiers
    .filter((i) => i.field === 'profile')
    .map(({ issuer, field, value, strength }) => ({ issuer, field, value, strength, at }));
}
