import type { RememberedIdentifier } from '../memory/memory.ts';
import type { Evidence } from './evidence.ts';
import type { Issuer } from './issuer.ts';

/**
 * How memory marks the fingerprint of an identifier in a shared link (followed from a public page), among the refused
 * ones: the person who shared the link was not refused, but is hardly the visitor either.
 */
export function sharedMark(tag: string): string {
  return `!${tag}`;
}

/**
 * Marks cookies that hold what a public link carried, now or on an earlier page, as shared: a provider's own script
 * stores the identifier of every link it sees, and its cookie then identifies the person who shared the link. While a
 * fingerprint has not been computed, its identifier counts as shared as well.
 */
export function markShared(
  evidence: readonly Evidence[],
  refused: readonly string[],
  tags: Pick<ReadonlyMap<string, string>, 'get'>,
): Evidence[] {
  const marks = refused.filter((tag) => tag.startsWith('!'));
  const isOfSharedLink = ({ key, issuer }: Evidence) => {
    const tag = tags.get(key);
    if (marks.length > 0 && (tag === undefined || marks.includes(sharedMark(tag)))) return true;
    return evidence.some((e) => e.source === 'link' && e.isShared && e.issuer === issuer && e.key === key);
  };
  return evidence.map((e) => (e.claim === `cookie:${e.issuer}` && isOfSharedLink(e) ? { ...e, isShared: true } : e));
}

/**
 * The evidence of people who shared links: shared, of an issuer that will keep it in a cookie, and unknown to memory.
 */
export function sharersIn(
  evidence: readonly Evidence[],
  remembered: readonly RememberedIdentifier[],
  issuers: readonly Issuer[],
  keyOf: (identifier: RememberedIdentifier) => string,
): Evidence[] {
  const isOwn = ({ issuer, key }: Evidence) => remembered.some((i) => i.issuer === issuer && keyOf(i) === key);
  const keepsCookies = ({ issuer }: Evidence) => issuers.some((i) => i.issuer === issuer && i.cookies);
  return evidence.filter((e) => e.source === 'link' && e.isShared && keepsCookies(e) && !isOwn(e));
}
