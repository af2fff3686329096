import type { LookupAnswer } from '../ask/decide.ts';
import type { Identity } from './resolve.ts';

const emailStates = ['subscribed', 'unsubscribed', 'never'] as const;
const smsStates = ['subscribed', 'unsubscribed', 'lost', 'never'] as const;

/**
 * Reads a lookup's answer, kept as text for the tab. An answer of another shape is ignored, and so is an answer about
 * another identity.
 */
export function readLookup(text: string, identity: Identity): LookupAnswer | undefined {
  try {
    const raw = JSON.parse(text) as Record<string, unknown>;
    const isAboutThem =
      Array.isArray(raw.for) &&
      identity.evidence.length > 0 &&
      identity.evidence.every((e) => (raw.for as unknown[]).includes(e.key));
    if (typeof raw.known !== 'boolean' || !isAboutThem) return undefined;
    const email = emailStates.find((s) => s === raw.email);
    const sms = smsStates.find((s) => s === raw.sms);
    // The masked email is shown, so it must look masked: an answer must not put an address in clear on the page.
    const hint = typeof raw.hint === 'string' && /^.{1,3}•••@[\w.-]{3,60}$/u.test(raw.hint) ? raw.hint : undefined;
    return { known: raw.known, ...(email ? { email } : {}), ...(sms ? { sms } : {}), ...(hint ? { hint } : {}) };
  } catch {
    return undefined;
  }
}
