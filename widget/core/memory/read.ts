import { complete } from '../complete.ts';
import { emptyMemory, type Memory, type RememberedIdentifier } from './memory.ts';

/** What the cookie held. */
export interface ReadMemory {
  readonly memory: Memory;
  /** Written by a newer version: read as far as understood, never overwritten. */
  readonly isNewer: boolean;
}

/**
 * Reads the cookie's text: the version's digit, then JSON whose quotes are swapped (see write.ts). Whatever cannot be read counts as empty, and what has not
 * the shape of a memory is left out: anybody may have written this cookie.
 */
export function readMemory(text = ''): ReadMemory {
  try {
    const raw: unknown = JSON.parse(text.slice(1).replace(/['"]/g, (quote) => (quote === '"' ? "'" : '"')));
    const { seen, acknowledged } = complete(emptyMemory, raw);
    return {
      memory: {
        seen: { ...seen, identifiers: seen.identifiers.filter(isIdentifier) },
        acknowledged: {
          ...acknowledged,
          identifiers: acknowledged.identifiers.filter(isIdentifier),
          consents: acknowledged.consents.filter(Boolean),
        },
      },
      isNewer: text[0] !== '1',
    };
  } catch {
    // A broken cookie is no memory.
    return { memory: emptyMemory, isNewer: false };
  }
}

function isIdentifier(i: RememberedIdentifier | null): boolean {
  return typeof i?.value === 'string' && i.at > 0 && i.at < 1e11;
}
