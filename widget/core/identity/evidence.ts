/** Where a piece of evidence was seen, the most telling first. */
export type Source = 'form' | 'page' | 'link' | 'cookie';

/** What kind of value an identifier is. `profile` is any opaque id of one person. */
export type Field = 'profile' | 'email' | 'phone';

/**
 * How hard it would be for somebody else to hold this identifier.
 *
 * - `proof`: the page's own login says so
 * - `token`: opaque and issued for one person (`_kx`, `mc_eid`, a signed `ha_id`)
 * - `guessable`: a plain number, a user id
 * - `clear`: an email address in a URL or a cookie
 * - `anonymous`: names nobody
 */
export type Strength = 'proof' | 'token' | 'guessable' | 'clear' | 'anonymous';

/** One identifier seen. */
export interface Evidence {
  readonly field: Field;
  /** Who issued the identifier: `own`, `klaviyo`, `page` ... */
  readonly issuer: string;
  /** Opaque text. Never rendered, never put into a URL, never logged. */
  readonly value: string;
  /**
   * What it is compared and refused by: the value, or the part of it that stays the same when the issuer issues a new
   * one.
   */
  readonly key: string;
  readonly source: Source;
  readonly strength: Strength;
  /** Whether the issuer always gives the same person the same value. Only stable identifiers can be compared. */
  readonly isStable: boolean;
  /** ISO 8601, UTC. */
  readonly observedAt: string;
  /**
   * Which claim it belongs to. Evidence that one source carried *together* shares this key:
   * one URL, one call of the page, one person that memory saw acknowledged.
   */
  readonly claim: string;
  /** The link came from a public page, so its holder is anybody. */
  readonly isShared?: boolean | undefined;
}

/** Why a piece of evidence was not used. */
export type SetAsideReason =
  | 'outranked'
  | 'disputed'
  | 'refused'
  | 'shared-link'
  | 'unlinkable'
  | 'untrusted'
  | 'anonymous'
  | 'unchecked';

/** Evidence that was not used, and why. */
export interface SetAside {
  readonly evidence: Evidence;
  readonly why: SetAsideReason;
}

const ranked: readonly Source[] = ['form', 'page', 'link', 'cookie'];

/** The place of a source in the order form > page > link > cookie; 0 is the highest. */
export function rankOf(source: Source): number {
  return ranked.indexOf(source);
}

/** Identifiers can be compared when field and issuer are the same and the issuer's identifier is stable. */
export function isComparable(a: Evidence, b: Evidence): boolean {
  return a.field === b.field && a.issuer === b.issuer && a.isStable && b.isStable && !isSealedApart(a, b);
}

/**
 * Whether two tokens of one issuer may well name one person, and nobody but the collector can say: a receipt's is sealed anew each
 * time, so that it tells nothing about whoever typed an email to get it.
 */
export function isSealedApart(a: Evidence, b: Evidence): boolean {
  const seal = sealOf(a);
  return seal !== sealOf(b) || seal === 'sealed.';
}

/** How the subject of a token is sealed: `hello-again/link` has the two. */
function sealOf({ key }: Evidence): string | undefined {
  return /^(seal|mail)ed\./.exec(key)?.[0];
}

/** The claim of the person whom memory saw acknowledged. */
export const memoryClaim = 'memory';
