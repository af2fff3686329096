import type { Issuer } from '../core/identity/issuer.ts';

/** The store's own links: `ha_id`, minted by `hello-again/link` or any opaque id of the owner's. */
export const own: Issuer = {
  issuer: 'own',
  parameters: [{ name: 'ha_id', decode: (raw) => [{ field: 'profile', value: raw, strength: 'token' }] }],
  isStable: true,
  keyOf: subjectOf,
};

/**
 * A signed link is minted anew for every mail, so two tokens of one person differ. The subject in it does not. It is
 * read, unverified, for comparing alone, and whoever calls takes an error for "no token": whom a token names is for the collector to say.
 */
function subjectOf(value: string): string {
  const payload = value.split('.')[1] ?? '';
  const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
  const subject = (claims as { sub?: unknown } | null)?.sub;
  return typeof subject === 'string' ? subject : value;
}
