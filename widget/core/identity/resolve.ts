import {
  type Evidence,
  isComparable,
  isSealedApart,
  memoryClaim,
  rankOf,
  type SetAside,
  type SetAsideReason,
  type Strength,
} from './evidence.ts';

/**
 * How sure the identity is: `declared` (typed, or the page says so), `claimed` (a link or a cookie says so),
 * `disputed` (links and cookies name different people), `none`.
 */
export type Certainty = 'declared' | 'claimed' | 'disputed' | 'none';

/** What `resolve` concludes: one claim, whole, and everything else set aside with a reason. */
export interface Identity {
  readonly certainty: Certainty;
  /** The usable evidence of that claim. Never of two claims. */
  readonly evidence: readonly Evidence[];
  readonly setAside: readonly SetAside[];
  /** It is the person whom memory saw acknowledged, as far as can be told here. */
  readonly isRemembered: boolean;
}

/** What resolving needs to know besides the evidence. */
export interface ResolveRules {
  /** Strengths that make a visitor known. `proof` and `token` always do; the owner may add `guessable` and `clear`. */
  readonly trust: readonly Strength[];
  /** What the configured collector can find a person by: `email`, `phone`, and issuers of opaque ids. */
  readonly linksBy: readonly string[];
  /**
   * Whether the visitor refused this identifier on this browser ("Not you?"). `unchecked` while that cannot be said
   * yet: then it must not be used, or a refused one would slip through.
   */
  refusal(evidence: Evidence): 'refused' | 'unchecked' | undefined;
}

/**
 * Concludes who the visitor is. The highest claim wins whole (form > page > link > cookie); fields of a losing claim
 * never fill its gaps, or two people become one. Pure, and independent of the order of the evidence.
 */
export function resolve(evidence: readonly Evidence[], rules: ResolveRules): Identity {
  const ordered = [...evidence].sort(byRank);
  // Whoever was refused was refused whole: what the same source carried besides names the same person.
  const refusals: Refusals = {};
  for (const e of ordered) if (!isSaid(e)) refusals[e.claim] = rules.refusal(e) ?? refusals[e.claim];
  const standing = ordered.filter((e) => !reasonToDisbelieve(e, refusals));
  const setAside: SetAside[] = [];
  const usable: Evidence[] = [];
  for (const e of ordered) {
    const why = reasonToDisbelieve(e, refusals) ?? reasonUnusable(e, rules);
    if (why) setAside.push({ evidence: e, why });
    else usable.push(e);
  }

  const winner = usable[0];
  const isDeclared = winner && isSaid(winner);
  const isDisputed = !isDeclared && namesTwoPeople(standing);
  const kept: Evidence[] = [];
  for (const e of usable) {
    if (!isDisputed && e.claim === winner?.claim) kept.push(e);
    else setAside.push({ evidence: e, why: isDisputed ? 'disputed' : 'outranked' });
  }
  return {
    certainty: isDisputed ? 'disputed' : isDeclared ? 'declared' : winner ? 'claimed' : 'none',
    evidence: kept,
    setAside,
    isRemembered: kept.some((e) => isOfMemory(e, standing, isSealedApart)),
  };
}

/** By claim, why nothing of it is believed. */
type Refusals = Record<string, ReturnType<ResolveRules['refusal']>>;

/** Typed, or said by the page: no link's and no cookie's claim, and nothing to refuse. */
function isSaid({ source }: Evidence): boolean {
  return rankOf(source) < 2;
}

/** Reasons that take a piece of evidence out altogether: it cannot even contradict another. */
function reasonToDisbelieve(e: Evidence, refusals: Refusals): SetAsideReason | undefined {
  if (e.strength === 'anonymous') return 'anonymous';
  if (e.isShared) return 'shared-link';
  return isSaid(e) ? undefined : refusals[e.claim];
}

/** Reasons that keep a believed piece of evidence from making the visitor known. It may still contradict another. */
function reasonUnusable(e: Evidence, rules: ResolveRules): SetAsideReason | undefined {
  if (!isSaid(e) && e.strength !== 'token' && !rules.trust.includes(e.strength)) return 'untrusted';
  // `email` and `phone` are linked by as such; an opaque id only where the collector knows its issuer.
  const isLinked = e.source === 'form' || rules.linksBy.includes(e.field === 'profile' ? e.issuer : e.field);
  return isLinked ? undefined : 'unlinkable';
}

/** Whether two claims of links and cookies name different people by comparable identifiers. */
function namesTwoPeople(evidence: readonly Evidence[]): boolean {
  // Two claims are one when memory saw both acknowledged for the same person.
  const claimed = evidence.filter((e) => !isSaid(e));
  return claimed.some((a) =>
    claimed.some(
      (b) =>
        a.claim !== b.claim &&
        a.key !== b.key &&
        isComparable(a, b) &&
        !(isOfMemory(a, claimed) && isOfMemory(b, claimed)),
    ),
  );
}

/** `isLike`: what cannot be compared counts as the same; who is taken for the remembered person is asked for less, not more. */
function isOfMemory(e: Evidence, evidence: readonly Evidence[], isLike?: typeof isSealedApart): boolean {
  return evidence.some(
    (m) =>
      m.claim === memoryClaim && m.field === e.field && m.issuer === e.issuer && (m.key === e.key || !!isLike?.(m, e)),
  );
}

/** Rank first; then the newest; then text order, so that equal evidence resolves the same however it arrived. */
function byRank(a: Evidence, b: Evidence): number {
  return rankOf(a.source) - rankOf(b.source) || (textOf(a, b) > textOf(b, a) ? 1 : -1);
}

function textOf({ claim, field, issuer, value }: Evidence, { observedAt }: Evidence): string {
  return [observedAt, claim, field, issuer, value].join();
}
