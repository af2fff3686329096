import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { mintLink } from './mintLink.ts';

const key = { kid: 'a', secret: 'x'.repeat(32) };
const now = new Date('2026-01-31T12:00:00Z');
const iat = now.getTime() / 1000;

describe('mintLink', () => {
  it('states subject, audience, issue time, expiry and scope, and nothing else', async () => {
    const token = await mintLink({ subject: 'p1', audience: 'shop', key, now });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', kid: 'a' });
    expect(decodeJwt(token)).toEqual({
      sub: 'p1',
      aud: 'shop',
      iat,
      exp: iat + 30 * 24 * 60 * 60,
      scope: 'contact:add',
    });
  });

  it('needs no escaping in a URL or a cookie, and stays small', async () => {
    const subject = '0b6f3a0e-5f0e-4d6e-9f60-0d1f6d1f7f10';
    const token = await mintLink({ subject, audience: 'harbor-coffee', key, now });
    expect(encodeURIComponent(token)).toBe(token);
    expect(token.length).toBeLessThan(300);
  });

  it('accepts another expiry and scope', async () => {
    const token = await mintLink({ subject: 'p1', audience: 'shop', key, now, expiresIn: 60, scope: 'demo' });
    expect(decodeJwt(token)).toMatchObject({ exp: iat + 60, scope: 'demo' });
  });

  it('refuses a short secret without showing it', async () => {
    const minted = mintLink({ subject: 'p1', audience: 'shop', key: { kid: 'a', secret: 'hush-hush' } });
    await expect(minted).rejects.toThrow(RangeError);
    await expect(minted).rejects.not.toThrow(/hush/);
  });

  it('counts the bytes of a secret, not its characters', async () => {
    const secret = 'é'.repeat(16);
    await expect(mintLink({ subject: 'p1', audience: 'shop', key: { kid: 'a', secret } })).resolves.toContain('.');
  });

  it.each([
    ['an empty subject', { subject: '' }],
    ['a very long subject', { subject: 'x'.repeat(201) }],
    ['an empty audience', { audience: '' }],
    ['an expiry of nothing', { expiresIn: 0 }],
    ['half a second', { expiresIn: 0.5 }],
    ['a key without a name', { key: { kid: '', secret: key.secret } }],
  ])('refuses %s', async (_name, wrong) => {
    await expect(mintLink({ subject: 'p1', audience: 'shop', key, ...wrong })).rejects.toThrow('hello-again/link');
  });
});
