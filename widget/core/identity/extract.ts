import type { Memory } from '../memory/memory.ts';
import { type Evidence, memoryClaim, type Source } from './evidence.ts';
import { type Carried, type Carrier, type Issuer, keyOf } from './issuer.ts';
import type { LinkFacts } from './link.ts';

/** What the page's login said in one call of `identify()`. */
export interface PageClaim {
  readonly email?: string | undefined;
  /** As the host has it; normalised where it is used. */
  readonly phone?: string | undefined;
  /** The host's own id of its customer. */
  readonly id?: string | undefined;
}

/** Facts already read that may name somebody; absent where storing is not allowed. */
export interface Sightings {
  readonly link?: LinkFacts | undefined;
  /** Reads one cookie by name. */
  readonly cookie?: ((name: string) => string | undefined) | undefined | undefined;
  readonly page?: PageClaim | undefined;
  readonly memory?: Memory | undefined;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** Printable ASCII of a sensible length: no issuer uses anything else, and the memory cookie can hold it. */
const isIdentifier = ({ value }: Carried) => typeof value === 'string' && /^[!-~]{1,1024}$/.test(value);

/** What a template prints for nobody, such as `null` or `{{ customer.id }}`, is no claim, and neither is an email that is none. */
const isClaim = (name: string, value: string) =>
  (name !== 'email' || /^\S+@\S+\.\S+$/.test(value)) && !/^(null|undefined|0|)$|[{<]/.test(value);

/** Turns sightings into evidence. Broken or hostile values give none; nothing throws. */
export function extract(sightings: Sightings, issuers: readonly Issuer[]): Evidence[] {
  const { link, cookie, page, memory, now } = sightings;
  const found: Evidence[] = [];
  const add = (
    { field, value, strength }: Carried,
    issuer: string,
    source: Source,
    claim: string,
    observedAt = now,
    isShared?: boolean,
  ) => {
    const minted = issuers.find((i) => i.issuer === issuer);
    found.push({
      field,
      value,
      strength,
      issuer,
      source,
      claim,
      observedAt,
      key: keyOf(minted, value),
      isStable: minted?.isStable ?? true,
      isShared,
    });
  };

  for (const name of ['email', 'phone', 'id'] as const) {
    // A host may pass anything, and templates print an empty text for a guest.
    const said: unknown = page?.[name];
    const value = /string|number/.test(typeof said) ? `${said}`.trim().slice(0, 1_024) : '';
    if (isClaim(name, value))
      add({ field: name === 'id' ? 'profile' : name, value, strength: 'proof' }, 'page', 'page', 'page');
  }
  for (const { issuer, parameters, cookies } of issuers) {
    for (const carrier of parameters ?? []) {
      for (const c of carried(carrier, link?.get(carrier.name))) add(c, issuer, 'link', 'link', now, link?.isShared);
    }
    for (const carrier of cookies ?? []) {
      for (const c of carried(carrier, cookie?.(carrier.name))) add(c, issuer, 'cookie', `cookie:${issuer}`);
    }
  }
  for (const i of memory?.acknowledged.identifiers.filter(isIdentifier) ?? []) {
    add(i, i.issuer, 'cookie', memoryClaim, isoOf(i.at));
  }
  for (const i of memory?.seen.identifiers.filter(isIdentifier) ?? []) {
    // The link of this page view is remembered as well; it is one sighting, not two.
    const isHere = found.some((e) => e.issuer === i.issuer && e.field === i.field && e.value === i.value);
    if (!isHere) add(i, i.issuer, 'cookie', `seen:${i.at}`, isoOf(i.at));
  }
  return found;
}

function carried(carrier: Carrier, raw: string | undefined): readonly Carried[] {
  if (raw === undefined || raw.length > 4_096) return [];
  try {
    return carrier.decode(raw).filter(isIdentifier);
  } catch {
    // An owner's decoder may be wrong about a value, which then identifies nobody.
    return [];
  }
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
