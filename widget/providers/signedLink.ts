import type { Carried, Issuer } from '../core/identity/issuer.ts';

/** The store's own links: `ha_id`, issued by `hello-again/link` or any opaque id of the owner's. */
export const signedLink: Issuer = {
  issuer: 'own',
  parameters: [{ name: 'ha_id', decode }],
  isStable: true,
  keyOf: subjectOf,
};

/** What begins like a signed link says whom it names, or names nobody: then this throws. */
function decode(value: string): readonly Carried[] {
  if (/^eyJ/i.test(value)) subjectOf(value);
  return [{ field: 'profile', value, strength: 'token' }];
}

/**
 * A new signed link is issued for every mail, so two tokens of one person differ. The subject in it does not. It is
 * read, unverified, for comparing alone, and whoever calls takes an error for "no token": whom a token names is for the
 * collector to say.
 */
function subjectOf(value: string): string {
  const payload = value.split('.')[1] as string;
  const { sub } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as { readonly sub?: unknown };
  return typeof sub === 'string' ? sub : value;
}
