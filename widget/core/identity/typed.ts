import type { AskDecision } from '../ask/decide.ts';
import type { Evidence } from './evidence.ts';

/**
 * The evidence of a typed email. A typed *phone* is no evidence of its own: it is added to the identity that the popup
 * was opened for and named. A typed *email* is a claim of its own and outranks the rest, with one exception: somebody
 * known by phone alone is asked for the email *of that account*, so there it is added as well.
 */
export function typedEvidence(email: string | undefined, decision: AskDecision, now: string): Evidence[] {
  if (!email || decision.reason === 'known-needs-email') return [];
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
