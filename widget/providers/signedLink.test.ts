import { describe, expect, test } from 'vitest';
import { extract } from '../core/identity/extract.ts';
import { keyOf as keyOfIssuer } from '../core/identity/issuer.ts';
import { readLink } from '../core/identity/link.ts';
import { resolve } from '../core/identity/resolve.ts';
import { now, rules } from '../core/test/evidence.ts';
import { identifier, memoryOf } from '../core/test/memory.ts';
import { mintLink } from '../link/mintLink.ts';
import { signedLink } from './signedLink.ts';

const key = { kid: 'a', secret: 'x'.repeat(32) };
const mint = (subject: string, minute = 0) =>
  mintLink({ subject, audience: 'shop', key, now: new Date(Date.UTC(2026, 0, 31, 12, minute)) });
const keyOf = (value: string) => keyOfIssuer(signedLink, value);
const unsigned = (payload: string) => `e30.${btoa(payload)}.x`;

describe('a signed link', () => {
  test('has the same key each time it is minted for the same person', async () => {
    const [first, second] = [await mint('penny'), await mint('penny', 1)];
    expect(first).not.toBe(second);
    expect(keyOf(first)).toBe(keyOf(second));
  });

  test('has another key for another person', async () => {
    expect(keyOf(await mint('penny'))).not.toBe(keyOf(await mint('rosa')));
  });

  test.each(['ÿþ>?subject', 'пенни', '{"sub":"rosa"}'])(
    'can be told apart though the subject is %s',
    async (subject) => {
      expect(keyOf(await mint(subject))).toBe(keyOf(await mint(subject, 1)));
      expect(keyOf(await mint(subject))).not.toBe(keyOf(await mint('rosa')));
    },
  );
});

describe('the key is the value itself', () => {
  test.each([
    ['an id of the owner’s', 'customer-7'],
    ['an id with dots', 'a.b.c'],
    ['broken Base64', 'e30.%%%.x'],
    ['no JSON', unsigned('no json')],
    ['null', unsigned('null')],
    ['a list', unsigned('[]')],
    ['no subject', unsigned('{"aud":"shop"}')],
    ['a subject that is no text', unsigned('{"sub":7}')],
    ['an inherited subject', unsigned('{"__proto__":{"sub":"penny"}}')],
    ['nothing', ''],
  ])('for %s', (_what, value) => {
    expect(keyOf(value)).toBe(value);
  });
});

describe('ha_id', () => {
  const evidenceOf = (token: string, memory = memoryOf()) =>
    extract({ now, link: readLink(`https://shop.example.com/?ha_id=${token}`, '', []), memory }, [signedLink]);

  test('is a token whether or not it is signed', async () => {
    for (const value of ['customer-7', await mint('penny')]) {
      expect(evidenceOf(value)).toMatchObject([{ field: 'profile', issuer: 'own', strength: 'token', value }]);
    }
  });

  test('identifies nobody when it is empty', () => {
    expect(evidenceOf('')).toEqual([]);
  });

  test('of the next mail identifies the person in memory', async () => {
    const memory = memoryOf({}, { identifiers: [identifier(await mint('penny'))] });
    const identity = resolve(evidenceOf(await mint('penny', 1), memory), rules());
    expect(identity).toMatchObject({ certainty: 'claimed', isRemembered: true });
  });

  test('of another person’s mail disputes the identity', async () => {
    const memory = memoryOf({}, { identifiers: [identifier(await mint('penny'))] });
    expect(resolve(evidenceOf(await mint('rosa'), memory), rules()).certainty).toBe('disputed');
  });
});
