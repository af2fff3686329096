import { complete } from '../complete.ts';
import { emptyMemory, type Memory, type RememberedConsent, type RememberedIdentifier } from './memory.ts';

/** What the cookie held. */
export interface ReadMemory {
  readonly memory: Memory;
  /** Written by a newer version: read as far as understood, never overwritten. */
  readonly isNewer: boolean;
}

/**
 * Reads the cookie's text: the version, then JSON whose quotes are swapped (see write.ts). Whatever cannot be read counts
 * as empty, and what has not the shape of a memory is left out: anybody may have written this cookie, and nothing in it may
 * last longer than what a page of the store writes.
 *
 * @param now seconds since 1970
 */
export function readMemory(text = '', now: number): ReadMemory {
  /** Drops every time that is none, or lies further ahead than a page of the store writes it, a wrong clock allowed for. */
  const withoutOddTimes = (name: string, value: number): unknown => {
    if (!/(A|^a)t$|Until/.test(name)) return value;
    // "Already signed up?" is a dismissal dated ten years ahead.
    const days = name === 'pausedUntil' ? 31 : name === 'dismissedAt' ? 3651 : 1;
    return value > 0 && value < now + days * 86_400 ? +value : undefined;
  };
  const isNewer = Number.parseInt(text, 10) > 1;
  try {
    const json = text.replace(/^\d+/, '').replace(/['"]/g, (quote) => (quote === '"' ? "'" : '"'));
    const { seen, acknowledged } = complete(emptyMemory, JSON.parse(json, withoutOddTimes));
    return {
      memory: {
        seen: { ...seen, identifiers: seen.identifiers.filter(isIdentifier) },
        acknowledged: {
          ...acknowledged,
          identifiers: acknowledged.identifiers.filter(isIdentifier),
          consents: acknowledged.consents.filter((c: RememberedConsent | null) => c && c.at > 0),
        },
      },
      isNewer,
    };
  } catch {
    // A broken cookie is no memory.
    return { memory: emptyMemory, isNewer };
  }
}

/** An opaque id: no email, no number and no login is remembered, whatever the cookie claims. */
function isIdentifier(i: RememberedIdentifier | null): boolean {
  return typeof i?.value === 'string' && typeof i.issuer === 'string' && i.field === 'profile' && i.at > 0;
}
