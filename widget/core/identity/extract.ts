import type { Memory } from '../memory/memory.ts';
import { type Evidence, memoryClaim, type Source } from './evidence.ts';
import type { Carried, Carrier, Issuer } from './issuer.ts';
import type { LinkFacts } from './link.ts';

/** What the page's login said in one call of `identify()`. */
export interface PageClaim {
  readonly email?: string;
  /** As the host has it; normalised where it is used. */
  readonly phone?: string;
  /** The host's own id of its customer. */
  readonly id?: string;
}

/** Facts already read that may name somebody; absent where the gate withholds them. */
export interface Sightings {
  readonly link?: LinkFacts | undefined;
  /** Reads one cookie by name. */
  readonly cookie?: ((name: string) => string | undefined) | undefined;
  readonly page?: PageClaim | undefined;
  readonly memory?: Memory | undefined;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** Longest identifier that counts. */
const longestIdentifier = 1024;

/** Turns sightings into evidence. Broken or hostile values give none; nothing throws. */
export function extract(sightings: Sightings, issuers: readonly Issuer[]): Evidence[] {
  const { link, cookie, page, memory, now } = sightings;
  const found: Evidence[] = [];
  const add = (c: Carried, issuer: string, source: Source, claim: string, observedAt = now, isShared?: boolean) => {
    if (source === 'page' ? !isSane(c.value) : !isIdentifier(c.value)) return;
    const minted = issuers.find((i) => i.issuer === issuer);
    const key = minted?.keyOf?.(c.value) ?? c.value;
    found.push({
      field: c.field,
      value: c.value,
      strength: c.strength,
      issuer,
      source,
      claim,
      observedAt,
      key,
      // `~` marks an alias: one person may have many, so two of them say nothing about each other.
      isStable: (minted?.isStable ?? true) && key[0] !== '~',
      isShared,
    });
  };

  for (const [name, field] of [
    ['email', 'email'],
    ['phone', 'phone'],
    ['id', 'profile'],
  ] as const) {
    const value = page?.[name];
    if (value) add({ field, value, strength: 'proof' }, 'page', 'page', 'page');
  }
  for (const issuer of issuers) {
    for (const p of issuer.parameters ?? []) {
      for (const c of carried(p, link?.get(p.name))) add(c, issuer.issuer, 'link', 'link', now, link?.isShared);
    }
    for (const k of issuer.cookies ?? []) {
      for (const c of carried(k, cookie?.(k.name))) add(c, issuer.issuer, 'cookie', `cookie:${issuer.issuer}`);
    }
  }
  for (const i of memory?.acknowledged.identifiers ?? []) add(i, i.issuer, 'cookie', memoryClaim, isoOf(i.at));
  for (const i of memory?.seen.identifiers ?? []) {
    // The link of this page view is remembered as well; it is one sighting, not two.
    const isHere = found.some((e) => e.issuer === i.issuer && e.field === i.field && e.value === i.value);
    if (!isHere) add(i, i.issuer, 'cookie', `seen:${i.at}`, isoOf(i.at));
  }
  return found;
}

function carried(carrier: Carrier, raw: string | undefined): readonly Carried[] {
  if (raw === undefined || raw.length > 4 * longestIdentifier) return [];
  try {
    return carrier.decode(raw);
  } catch {
    // An owner's decoder may be wrong about a value; that names nobody.
    return [];
  }
}

/** Printable ASCII of a sane length: nothing else is minted, and it is what the memory cookie can hold. */
function isIdentifier(value: string): boolean {
  return isSane(value) && /^[\x21-\x7e]+$/.test(value);
}

function isSane(value: string): boolean {
  return value.length > 0 && value.length <= longestIdentifier;
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
