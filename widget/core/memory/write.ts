import { toJson } from '../toJson.ts';
import { cookieText } from './cookieText.ts';
import type { Memory } from './memory.ts';

// Apart from read.ts: what is written is written after something happened, and the entry script only reads.

/** The largest cookie value written, in bytes. Browsers take 4096 for name, value and attributes together. */
export const memoryLimit = 2000;

/**
 * Writes memory as `1` and JSON, at most `memoryLimit` bytes as a cookie holds it. Its quotes are swapped: a cookie would
 * write each `"` as three bytes, and an apostrophe as one. What is dropped first when it does not fit: the oldest seen
 * identifier, then the oldest refusal, the oldest consent, the oldest acknowledged identifier.
 */
export function writeMemory(memory: Memory): string {
  const { seen, acknowledged } = onlyKnown(memory);
  const json = toJson({ seen, acknowledged });
  const text = `1${json.replace(/['"]/g, (quote) => (quote === '"' ? "'" : '"'))}`;
  if (cookieText(text).length <= memoryLimit) return text;
  const { identifiers, refused } = seen;
  if (identifiers.length > 0)
    return writeMemory({ seen: { ...seen, identifiers: identifiers.slice(1) }, acknowledged });
  if (refused.length > 0) return writeMemory({ seen: { ...seen, refused: refused.slice(1) }, acknowledged });
  if (acknowledged.consents.length > 0) {
    return writeMemory({ seen, acknowledged: { ...acknowledged, consents: acknowledged.consents.slice(1) } });
  }
  if (acknowledged.identifiers.length > 0) {
    return writeMemory({ seen, acknowledged: { ...acknowledged, identifiers: acknowledged.identifiers.slice(1) } });
  }
  return text;
}

/** Members that this version knows: what else stood in the cookie would outlive every limit. */
function onlyKnown({ seen, acknowledged }: Memory): Memory {
  const { identifiers, refused, dismissedAt, teaserClosedAt, visitedAt, variants, shown, shownAt, pausedUntil } = seen;
  const { consents, subscribed, emailTag, askedAt, signedUpAt } = acknowledged;
  return {
    seen: {
      identifiers,
      refused,
      dismissedAt,
      teaserClosedAt,
      visitedAt,
      ...(variants ? { variants: onlyNames(variants) } : {}),
      shown,
      shownAt,
      pausedUntil,
    },
    acknowledged: {
      identifiers: acknowledged.identifiers,
      consents,
      subscribed: { email: subscribed.email, sms: subscribed.sms },
      emailTag: typeof emailTag === 'string' ? emailTag.slice(0, 6) : undefined,
      askedAt,
      signedUpAt,
    },
  };
}

/** Names of signups and of variants are the owner's, and short. */
function onlyNames(variants: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = Object.entries(variants).flatMap(([signup, name]): [string, string][] =>
    typeof name === 'string' && name.length <= 60 && signup.length <= 60 ? [[signup, name]] : [],
  );
  return Object.fromEntries(named.slice(-4));
}
