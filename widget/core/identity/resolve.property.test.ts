import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlier, evidence, now, rules } from '../test/evidence.ts';
import { type Evidence, memoryClaim } from './evidence.ts';
import { type ResolveRules, resolve } from './resolve.ts';

// Few values, so that identifiers meet, agree and contradict each other often.
const claims = {
  form: ['form'],
  page: ['page'],
  link: ['link'],
  cookie: ['cookie:own', 'cookie:news', 'seen:1', 'seen:2', memoryClaim],
} as const;

const piece: fc.Arbitrary<Evidence> = fc
  .constantFrom('form', 'page', 'link', 'cookie')
  .chain((source) =>
    fc.record({
      source: fc.constant(source),
      claim: fc.constantFrom(...claims[source]),
      field: fc.constantFrom('profile', 'email', 'phone'),
      issuer: fc.constantFrom('own', 'news'),
      value: fc.constantFrom('a', 'b', 'c'),
      key: fc.constantFrom('penny', 'rosa'),
      // `proof` may be forged: it is the page's by its source alone.
      strength:
        source === 'page' ? fc.constant('proof') : fc.constantFrom('proof', 'token', 'guessable', 'clear', 'anonymous'),
      isStable: fc.boolean(),
      isShared: source === 'link' ? fc.boolean() : fc.constant(undefined),
      observedAt: fc.constantFrom(now, earlier),
    }),
  )
  .map((parts) => evidence(parts.value, parts as Partial<Evidence>));

/** No source carries the same identifier twice. */
const pieces = fc.uniqueArray(piece, {
  maxLength: 8,
  selector: ({ claim, field, issuer, value }) => [claim, field, issuer, value].join(),
});

const someRules: fc.Arbitrary<ResolveRules> = fc
  .record({
    trust: fc.subarray(['guessable', 'clear'] as const),
    linksBy: fc.subarray(['own', 'news', 'email', 'phone']),
    refused: fc.constantFrom('penny', 'rosa', 'nobody'),
    verdict: fc.constantFrom('refused' as const, 'unchecked' as const),
  })
  .map(({ refused, verdict, ...rest }) =>
    rules({ ...rest, refusal: (e) => (e.key === refused ? verdict : undefined) }),
  );

describe('whatever the evidence and the rules', () => {
  test('the order of evidence changes nothing', () => {
    const withShuffled = pieces.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(withShuffled, someRules, ([all, shuffled], r) => {
        expect(resolve(shuffled, r)).toEqual(resolve(all, r));
      }),
    );
  });

  test('each piece of evidence is either kept or set aside, once', () => {
    fc.assert(
      fc.property(pieces, someRules, (all, r) => {
        const identity = resolve(all, r);
        const out = [...identity.evidence, ...identity.setAside.map((s) => s.evidence)];
        expect(out).toHaveLength(all.length);
        expect(new Set(out)).toEqual(new Set(all));
      }),
    );
  });

  test('kept evidence is of one claim, that of the highest source with anything usable', () => {
    fc.assert(
      fc.property(pieces, someRules, (all, r) => {
        const { evidence: kept, setAside } = resolve(all, r);
        const ranked = ['form', 'page', 'link', 'cookie'];
        const rank = (e: Evidence) => ranked.indexOf(e.source);
        expect(new Set(kept.map((e) => e.claim)).size).toBeLessThanOrEqual(1);
        for (const { evidence: loser } of setAside.filter((s) => s.why === 'outranked')) {
          expect(kept.every((e) => rank(e) <= rank(loser) && e.claim !== loser.claim)).toBe(true);
        }
      }),
    );
  });

  test('certainty follows from the kept evidence', () => {
    fc.assert(
      fc.property(pieces, someRules, (all, r) => {
        const { certainty, evidence: kept } = resolve(all, r);
        const [first] = kept;
        if (!first) expect(['none', 'disputed']).toContain(certainty);
        else expect(certainty).toBe(['form', 'page'].includes(first.source) ? 'declared' : 'claimed');
      }),
    );
  });

  test('nothing shared, anonymous, refused, untrusted or unlinkable is kept', () => {
    fc.assert(
      fc.property(pieces, someRules, (all, r) => {
        for (const e of resolve(all, r).evidence.filter((kept) => kept.source !== 'form')) {
          expect(e.isShared).not.toBe(true);
          expect([e.source === 'page' ? 'proof' : 'token', ...r.trust]).toContain(e.strength);
          expect(r.linksBy).toContain(e.field === 'profile' ? e.issuer : e.field);
          if (e.source !== 'page') expect(r.refusal(e)).toBeUndefined();
        }
      }),
    );
  });
});
