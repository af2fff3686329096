import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageValues, pageEvidence } from './pageEvidence.ts';
import type { Provider } from './provider.ts';
import { shipped } from './shipped.ts';
import { evidenceOf } from './test/evidenceOf.ts';

const providers: readonly [string, Provider][] = Object.entries(shipped);

/** Texts that somebody might put into a link or a cookie: anything, lone surrogates too, and what nearly has the shape. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('%', 'E', '0', 'A', '4', '+', '&', '=', '.', '"', '\0', '\ud800') }),
  fc.json().map((json) => Buffer.from(json).toString('base64')),
  fc.json(),
  fc
    .record({ $exchange_id: fc.anything(), $email: fc.anything(), own: fc.anything() })
    .map((held) => JSON.stringify(held, plain).replace('"own"', '"__proto__"'))
    .map((json) => Buffer.from(json).toString('base64')),
  fc.constantFrom('{"__proto__":{"$exchange_id":"x"}}', '"\\ud800"', 'eyJfX3Byb3RvX18iOnt9fQ=='),
  fc.string({ minLength: 3_000, maxLength: 5_000 }),
);

/** As a browser writes it into a query: lone surrogates become replacement characters. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** JSON knows no BigInt. */
function plain(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

describe.each(providers)('%s', (_name, provider) => {
  const names = (provider.parameters ?? []).map((p) => p.name);
  const jar = (provider.cookies ?? []).map((c) => c.name);

  test('turns hostile values into valid evidence or none, and never throws', () => {
    fc.assert(
      fc.property(text, text, (inLink, inCookie) => {
        const queries = [inLink, encoded(inLink)];
        for (const value of queries) {
          const query = names.map((name) => `${name}=${value}`).join('&');
          const cookies = Object.fromEntries(jar.map((name) => [name, inCookie]));
          for (const e of evidenceOf(provider, { query, cookies })) {
            expect(e.value).toMatch(/^[!-~]{1,1024}$/);
            expect(e.key).toMatch(/^[!-~]{1,1024}$/);
            expect(e.issuer).toBe(provider.issuer);
            expect(e.strength).not.toBe('proof');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives no evidence when it is given twice with different values', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, two] = [encoded(a), encoded(b)];
        fc.pre(one !== two);
        const query = names.flatMap((name) => [`${name}=${one}`, `${name}=${two}`]).join('&');
        expect(evidenceOf(provider, { query })).toEqual([]);
      }),
    );
  });

  test('needs no noticeable time for a megabyte of any kind', () => {
    const began = performance.now();
    for (const part of ['x', '%', 'a.', 'a@', '="', '-.@']) {
      const long = part.repeat(1_000_000 / part.length);
      const query = names.map((name) => `${name}=${long}`).join('&');
      expect(evidenceOf(provider, { query, cookies: Object.fromEntries(jar.map((name) => [name, long])) })).toEqual([]);
      // The decoders themselves: an owner may call them with anything.
      for (const { decode } of [...(provider.parameters ?? []), ...(provider.cookies ?? [])]) {
        try {
          decode(long);
        } catch {
          // Whoever calls takes it for nothing.
        }
      }
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('turns the page’s values into valid evidence or none', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.double(), fc.integer()), (value) => {
        const page: PageValues = { read: () => value, loadedAt: '2026-01-31T12:00:00.000Z' };
        for (const e of pageEvidence([provider], page)) expect(e.value).toMatch(/^\d{1,20}$/);
      }),
    );
  });
});
