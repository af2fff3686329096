import type { Memory, RememberedConsent, RememberedIdentifier } from '../memory/memory.ts';

/** Seconds since 1970 of 31 January 2026. */
export const today = 1_769_817_600;

export const day = 86_400;

export function identifier(value: string, change: Partial<RememberedIdentifier> = {}): RememberedIdentifier {
  return { field: 'profile', issuer: 'own', value, strength: 'token', at: today, ...change };
}

export function consent(id: string, change: Partial<RememberedConsent> = {}): RememberedConsent {
  return { id, channel: 'sms', tag: 'a1b2c3', at: today, ...change };
}

/** A memory of which the parts are given. */
export function memoryOf(
  seen: Partial<Memory['seen']> = {},
  acknowledged: Partial<Memory['acknowledged']> = {},
): Memory {
  return {
    seen: { identifiers: [], refused: [], shown: 0, ...seen },
    acknowledged: { identifiers: [], consents: [], subscribed: {}, ...acknowledged },
  };
}

/** JSON as the memory cookie holds it, and back. */
export function swapQuotes(json: string): string {
  return json.replace(/['"]/g, (quote) => (quote === '"' ? "'" : '"'));
}
