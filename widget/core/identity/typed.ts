import type { AskDecision } from '../ask/decide.ts';
import type { Evidence } from './evidence.ts';
import type { Identity } from './resolve.ts';

/**
 * The evidence of a typed email. A typed *phone* is no evidence of its own: it is added to the identity that the popup
 * was opened for and named. A typed *email* is a claim of its own and outranks the rest, with one exception: somebody
 * known by no email is asked for the email *of that account*, so there it is added as well.
 */
export function typedEvidence(
  email: string | undefined,
  decision: AskDecision,
  opened: Identity,
  now: string,
): Evidence[] {
  const isAdded = decision.reason === 'known-needs-email' && opened.evidence.every((e) => e.field !== 'email');
  if (!email || isAdded) return [];
  return [
    {
      field: 'email',
      issuer: 'form',
      value: email,
      key: email,
      source: 'form',
      strength: 'clear',
      isStable: true,
      observedAt: now,
      claim: 'form',
    },
  ];
}
