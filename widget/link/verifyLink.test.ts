import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { mintLink } from './mintLink.ts';
import { verifyLink } from './verifyLink.ts';

const key = { kid: 'new', secret: 'n'.repeat(32) };
const former = { kid: 'old', secret: 'o'.repeat(32) };
const now = new Date('2026-01-31T12:00:00Z');
const options = { audience: 'shop', keys: [key, former], now };
const mint = (more: object = {}) => mintLink({ subject: 'p1', audience: 'shop', key, now, ...more });
const seconds = (n: number) => new Date(now.getTime() + n * 1000);

describe('verifyLink', () => {
  it('returns the claims of a minted link', async () => {
    await expect(verifyLink(await mint({ expiresIn: 60 }), options)).resolves.toEqual({
      ok: true,
      subject: 'p1',
      scope: 'contact:add',
      kid: 'new',
      issuedAt: now,
      expiresAt: seconds(60),
    });
  });

  it('accepts a former key that is still listed', async () => {
    await expect(verifyLink(await mint({ key: former }), options)).resolves.toMatchObject({ ok: true, kid: 'old' });
  });

  it('recognises an expired link, to the second', async () => {
    const token = await mint({ expiresIn: 60 });
    await expect(verifyLink(token, { ...options, now: seconds(59) })).resolves.toMatchObject({ ok: true });
    await expect(verifyLink(token, { ...options, now: seconds(60) })).resolves.toEqual({
      ok: false,
      reason: 'expired',
    });
  });

  it('recognises a changed payload', async () => {
    const [header, , signature] = (await mint()).split('.');
    const [, payload] = (await mint({ subject: 'p2' })).split('.');
    const token = `${header}.${payload}.${signature}`;
    await expect(verifyLink(token, options)).resolves.toEqual({ ok: false, reason: 'tampered' });
  });

  it('calls an expired link with a changed payload tampered, not expired', async () => {
    const [header, payload] = (await mint({ expiresIn: 1 })).split('.');
    const token = `${header}.${payload}.${'A'.repeat(43)}`;
    await expect(verifyLink(token, { ...options, now: seconds(99) })).resolves.toEqual({
      ok: false,
      reason: 'tampered',
    });
  });

  it('recognises a link of another store', async () => {
    const token = await mint({ audience: 'other' });
    await expect(verifyLink(token, options)).resolves.toEqual({ ok: false, reason: 'foreign' });
  });

  it('recognises an unknown key', async () => {
    const token = await mint({ key: { kid: 'gone', secret: 'g'.repeat(32) } });
    await expect(verifyLink(token, options)).resolves.toEqual({ ok: false, reason: 'unknown-key' });
  });

  it('does not accept another secret under a known key name', async () => {
    const token = await mint({ key: { kid: 'new', secret: 'g'.repeat(32) } });
    await expect(verifyLink(token, options)).resolves.toEqual({ ok: false, reason: 'tampered' });
  });

  it('does not let a token choose its algorithm', async () => {
    const unsigned = new UnsecuredJWT({ scope: 'contact:add' }).setSubject('p1').setAudience('shop').encode();
    const stronger = await new SignJWT({ scope: 'contact:add' })
      .setProtectedHeader({ alg: 'HS512', kid: 'new' })
      .sign(new TextEncoder().encode('n'.repeat(64)));
    for (const token of [unsigned, stronger]) {
      await expect(verifyLink(token, options)).resolves.toEqual({ ok: false, reason: 'malformed' });
    }
  });

  it('needs every claim', async () => {
    const token = await new SignJWT({ sub: 'p1', aud: 'shop', scope: 'contact:add' })
      .setProtectedHeader({ alg: 'HS256', kid: 'new' })
      .sign(new TextEncoder().encode(key.secret));
    await expect(verifyLink(token, options)).resolves.toEqual({ ok: false, reason: 'malformed' });
  });

  it.each(['', 'a.b', 'a.b.c', '%%%.%%%.%%%', 'x'.repeat(3000)])('answers %.20s with malformed', async (token) => {
    await expect(verifyLink(token, options)).resolves.toEqual({ ok: false, reason: 'malformed' });
  });

  it('throws for two keys of one name, because the links of one of them would all count as tampered', async () => {
    const keys = [key, { ...former, kid: key.kid }];
    await expect(verifyLink(await mint(), { ...options, keys })).rejects.toThrow('a kid of its own');
  });

  it('throws for an unusable key, which is an error of the set-up and not of the visitor', async () => {
    const token = await mint();
    await expect(verifyLink(token, { ...options, keys: [{ kid: 'new', secret: 'short' }] })).rejects.toThrow(
      RangeError,
    );
  });
});
