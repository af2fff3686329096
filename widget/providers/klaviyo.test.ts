import { describe, expect, test } from 'vitest';
import { klaviyo } from './klaviyo.ts';
import { evidenceOf, inShort } from './test/evidenceOf.ts';

// Synthetic: in the documented shape, minted by nobody.
const token = 'Syn7het1c_-ExchangeIdOfNobody0123456789Wg=.SYNTH1';
const foreign = 'Syn7het1c_-ExchangeIdOfNobody0123456789Wg=.OTHER2';
const cookieOf = (held: unknown) => ({ __kla_id: btoa(JSON.stringify(held)) });
const cid = 'c3ludGhldGljLXZpc2l0b3ItaWQ';

describe('the link', () => {
  test('carries an exchange id, encoded or not', () => {
    for (const query of [`_kx=${encodeURIComponent(token)}`, `_kx=${token}`]) {
      expect(inShort(klaviyo, { query })).toEqual([`link token profile ${token}`]);
    }
  });

  test('is opaque and may be issued anew, so two that differ cannot be compared', () => {
    expect(evidenceOf(klaviyo, { query: `_kx=${token}` })).toMatchObject([{ issuer: 'klaviyo', isStable: false }]);
  });

  test.each([
    ['nothing', '_kx='],
    ['no account', '_kx=Syn7het1cExchangeId'],
    ['an account of another length', '_kx=Syn7het1cExchangeId.SYNTH'],
    ['two accounts', '_kx=Syn7het1cExchangeId.SYNTH1.SYNTH1'],
    ['a template’s tag', '_kx={{exchange_id}}.SYNTH1'],
    ['an email', '_kx=penny%40example.com'],
    ['malformed percent signs', '_kx=%E0%A4%A%.SYNTH1'],
    ['two that differ', `_kx=${token}&_kx=${foreign}`],
    ['a megabyte', `_kx=${'x'.repeat(1_000_000)}.SYNTH1`],
    ['another parameter of the same end', `my_kx=${token}`],
    ['klaviyo_id, which is not read', 'klaviyo_id=01SYNTHETIC000000000000000'],
  ])('with %s identifies nobody', (_what, query) => {
    expect(inShort(klaviyo, { query })).toEqual([]);
  });
});

describe('the cookie', () => {
  test('with a visitor’s id alone is a stranger’s', () => {
    expect(inShort(klaviyo, { cookies: cookieOf({ cid }) })).toEqual([]);
  });

  test('with an exchange id identifies its person', () => {
    expect(inShort(klaviyo, { cookies: cookieOf({ cid, $exchange_id: token }) })).toEqual([
      `cookie token profile ${token}`,
    ]);
  });

  test('may hold the email in clear as well', () => {
    expect(inShort(klaviyo, { cookies: cookieOf({ $exchange_id: token, $email: 'penny@example.com' }) })).toEqual([
      `cookie token profile ${token}`,
      'cookie clear email penny@example.com',
    ]);
    expect(inShort(klaviyo, { cookies: cookieOf({ $email: 'penny@example.com' }) })).toEqual([
      'cookie clear email penny@example.com',
    ]);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['JSON that is not encoded', JSON.stringify({ $exchange_id: token })],
    ['no JSON', btoa('cid=1')],
    ['null', btoa('null')],
    ['a text', btoa(`"${token}"`)],
    ['a list', btoa(`["${token}"]`)],
    ['an inherited id', btoa(`{"__proto__":{"$exchange_id":"${token}"}}`)],
    ['an id that is no text', btoa(`{"$exchange_id":["${token}"],"$email":{"a":1}}`)],
    ['an id of another shape', btoa('{"$exchange_id":"penny"}')],
    ['an email that is none', btoa('{"$email":"penny at example.com"}')],
    ['a lone surrogate', btoa('{"$email":"\\ud800@example.com","$exchange_id":"\\udc00.SYNTH1"}')],
    ['more than a cookie can hold', btoa(JSON.stringify({ $exchange_id: token, x: 'x'.repeat(5_000) }))],
  ])('with %s identifies nobody', (_what, value) => {
    expect(inShort(klaviyo, { cookies: { __kla_id: value } })).toEqual([]);
  });
});

describe('a provider for one account', () => {
  const ours = klaviyo.ofAccount?.('SYNTH1') ?? klaviyo;

  test('accepts its own identifiers', () => {
    expect(inShort(ours, { query: `_kx=${token}`, cookies: cookieOf({ $exchange_id: token }) })).toHaveLength(2);
  });

  test('ignores those of another account', () => {
    expect(inShort(klaviyo, { query: `_kx=${foreign}` })).toHaveLength(1);
    expect(inShort(ours, { query: `_kx=${foreign}`, cookies: cookieOf({ $exchange_id: foreign }) })).toEqual([]);
  });
});
