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
 * as empty, and what has not the shape of a memory is left out: anybody may have written this cookie.
 */
export function readMemory(text = ''): ReadMemory {
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

/** Drops every invalid time. Valid are seconds since 1970, before the year 2100. */
function withoutOddTimes(name: string, value: number): unknown {
  if (!/(A|^a)t$|Until/.test(name)) return value;
  return value > 0 && value < 4.1e9 ? +value : undefined;
}

/** An opaque id: no email, no number and no login is remembered, whatever the cookie claims. */
function isIdentifier(i: RememberedIdentifier | null): boolean {
  return typeof i?.value === 'string' && typeof i.issuer === 'string' && i.field === 'profile' && i.at > 0;
}
