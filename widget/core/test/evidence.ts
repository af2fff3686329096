import { type Evidence, memoryClaim, type SetAsideReason } from '../identity/evidence.ts';
import type { Identity, ResolveRules } from '../identity/resolve.ts';

export const now = '2026-01-31T12:00:00.000Z';
export const earlier = '2026-01-01T12:00:00.000Z';

/** A token of the store's own in the address; `change` makes it anything else. */
export function evidence(value: string, change: Partial<Evidence> = {}): Evidence {
  return {
    field: 'profile',
    issuer: 'own',
    value,
    key: value,
    source: 'link',
    strength: 'token',
    isStable: true,
    observedAt: now,
    claim: 'link',
    ...change,
  };
}

export const inLink = evidence;

/** A token in the cookie of its issuer. */
export function inCookie(value: string, change: Partial<Evidence> = {}): Evidence {
  return evidence(value, { source: 'cookie', claim: `cookie:${change.issuer ?? 'own'}`, ...change });
}

/** What memory saw acknowledged for its one person. */
export function inMemory(value: string, change: Partial<Evidence> = {}): Evidence {
  return evidence(value, { source: 'cookie', claim: memoryClaim, observedAt: earlier, ...change });
}

/** What an earlier link carried, as memory saw it. */
export function seenBefore(value: string, change: Partial<Evidence> = {}): Evidence {
  return evidence(value, { source: 'cookie', claim: 'seen:1767268800', observedAt: earlier, ...change });
}

/** What the page's login said in one call. */
export function byLogin(field: Evidence['field'], value: string, change: Partial<Evidence> = {}): Evidence {
  return evidence(value, { field, issuer: 'page', source: 'page', strength: 'proof', claim: 'page', ...change });
}

export function typed(email: string): Evidence {
  return evidence(email, { field: 'email', issuer: 'form', source: 'form', strength: 'clear', claim: 'form' });
}

/** The rules of a collector that links by all that these tests name; nobody has refused anything. */
export function rules(change: Partial<ResolveRules> = {}): ResolveRules {
  return { trust: [], linksBy: ['own', 'news', 'email', 'phone'], refusal: () => undefined, ...change };
}

/** The identity of a visitor of whom these pieces of evidence were used. */
export function identityOf(kept: readonly Evidence[], change: Partial<Identity> = {}): Identity {
  const isDeclared = kept.some((e) => e.source === 'form' || e.source === 'page');
  const certainty = kept.length === 0 ? 'none' : isDeclared ? 'declared' : 'claimed';
  return { certainty, evidence: kept, setAside: [], isRemembered: false, ...change };
}

/** An identity of nobody, with one piece of evidence set aside. */
export function setAsideAs(why: SetAsideReason, change: Partial<Identity> = {}): Identity {
  return identityOf([], { setAside: [{ evidence: evidence('token-1'), why }], ...change });
}

/** An identity in short: the values used, and those that were not with the reason. */
export function inShort(identity: Identity) {
  return {
    certainty: identity.certainty,
    used: identity.evidence.map((e) => e.value),
    setAside: Object.fromEntries(identity.setAside.map((s) => [s.evidence.value, s.why])),
  };
}
