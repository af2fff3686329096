import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type MintOptions, mintLink } from '../../widget/link/index.ts';
import { people } from '../shop/server/seed.ts';
import { byLink, byReceipt, consentFor, Demo, linkKey } from '../shop/test/demo.ts';
import type { LinkKeys } from './links.ts';
import { onEachDatabase } from './store/test/onEachDatabase.ts';

const { penny, ade } = people;
const free = '+447700900982';
const former = { kid: '2026-05', secret: 'f'.repeat(32) };
const newest = { kid: '2026-11', secret: 'n'.repeat(32) };

onEachDatabase((database) => {
  let demo: Demo;

  beforeEach(async () => {
    demo = await Demo.start(database());
  });

  /** A link to one of the store's people. */
  async function linkTo(name: string, about: Partial<MintOptions> = {}, store = demo): Promise<string> {
    const { id } = await store.profile(name);
    return mintLink({ subject: id, audience: store.store, key: linkKey, ...about });
  }

  const lookUp = async (value: string) => {
    const identifiers = [{ field: 'profile', issuer: 'own', value }];
    return (await demo.post('/v1/lookup', { version: 1, store: demo.store, identifiers })).json();
  };

  const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;

  describe('a change of the link key', () => {
    /** The same store after its server was started again with other keys. */
    const restarted = (...linkKeys: LinkKeys) => Demo.start(database(), { store: demo.store, linkKeys });

    test('keeps links of the former key valid while it is listed, and signs new ones with the newest', async () => {
      const before = await restarted(former);
      const token = await before.token('newsletter');
      const after = await restarted(newest, former);
      expect([kidOf(token), kidOf(await after.token('newsletter'))]).toEqual(['2026-05', '2026-11']);
      const answer = await after.submit(byLink(token, free));
      expect(answer.json()).toMatchObject({ outcome: 'linked' });
      expect(kidOf(answer.json().identity)).toBe('2026-11');
    });

    test('makes links of a removed key invalid, and the sign-up continues with a typed email', async () => {
      const token = await (await restarted(newest, former)).token('newsletter');
      const old = await (await restarted(former)).token('newsletter');
      const after = await restarted(newest);
      expect((await after.submit(byLink(token, free))).statusCode).toBe(200);
      const refused = await after.submit(byLink(old, '+447700900461'));
      expect([refused.statusCode, refused.json()]).toMatchObject([409, { ask: 'email+phone' }]);
    });

    test('under the former name makes another key', async () => {
      const token = await (await restarted(former)).token('newsletter');
      const after = await restarted({ ...former, secret: 'g'.repeat(32) });
      expect((await after.submit(byLink(token, free))).statusCode).toBe(409);
    });
  });

  describe('a link for one store', () => {
    test('is refused by another store of the same server, whoever it names', async () => {
      const other = await Demo.start(database());
      const foreign = await other.token('newsletter');
      expect((await demo.submit(byLink(foreign, free))).statusCode).toBe(409);
      expect(await lookUp(foreign)).toEqual({ known: false });
      const ours = await linkTo(penny.name, { audience: other.store });
      expect((await demo.submit(byLink(ours, free))).statusCode).toBe(409);
      expect((await demo.profile(penny.name)).phones).toEqual([]);
      expect((await other.submit(byLink(foreign, free))).statusCode).toBe(200);
    });
  });

  describe('a link that may only add', () => {
    test.each(['contact:state', 'contact', 'contact:additional', 'contact:add:state', 'CONTACT:ADD'])(
      'is refused with the scope "%s", and reveals nothing',
      async (scope) => {
        const token = await linkTo(ade.name, { scope });
        expect((await demo.submit(byLink(token, free))).statusCode).toBe(409);
        expect(await lookUp(token)).toEqual({ known: false });
      },
    );

    test('brings a number to its profile, and reveals nothing on file', async () => {
      const token = await linkTo(ade.name);
      expect(await lookUp(token)).toEqual({ known: true });
      const answer = (await demo.submit(byLink(token, free))).json();
      expect(answer).toMatchObject({ outcome: 'linked', subscribed: { email: false, sms: true } });
      expect((await demo.profile(ade.name)).emailConsent).toBe('subscribed');
    });

    test('has the same rights as a receipt’s identity, for which a typed email is enough', async () => {
      const first = await demo.submit({ contact: { email: ade.email }, consents: [] });
      expect(first.json()).toMatchObject({ outcome: 'accepted', subscribed: { email: false, sms: false } });
      const { identity } = first.json();
      expect(await lookUp(identity)).toEqual({ known: true });
      const second = (await demo.submit(byReceipt(identity, free))).json();
      expect(second.subscribed).toEqual({ email: false, sms: true });
      expect(JSON.stringify(second)).not.toMatch(/ade|hint|@/i);
      expect(await lookUp(second.identity)).toEqual({ known: true });
      expect((await demo.profile(ade.name)).phones).toMatchObject([{}, { number: free, consent: 'subscribed' }]);
    });

    test('is all that a reading mail’s link gets in its receipt', async () => {
      const token = await demo.token('ade');
      const { identity } = (await demo.submit(byLink(token, free))).json();
      expect(await lookUp(token)).toMatchObject({ email: 'subscribed' });
      expect(await lookUp(identity)).toEqual({ known: true });
    });
  });

  describe('a phone alone with an invalid link gets a 409 that asks for the email', () => {
    test.each<[string, () => Promise<string>]>([
      ['tampered', () => demo.token('tampered')],
      ['expired', () => demo.token('expired')],
      ['foreign', () => linkTo(penny.name, { audience: 'another' })],
      ['of an unknown key', () => linkTo(penny.name, { key: { kid: 'gone', secret: 'g'.repeat(32) } })],
      ['to nobody', () => mintLink({ subject: randomUUID(), audience: demo.store, key: linkKey })],
      ['no token', async () => 'none'],
    ])('when the link is %s', async (_name, token) => {
      const first = byLink(await token(), free);
      const refused = await demo.submit(first);
      expect([refused.statusCode, refused.json()]).toMatchObject([409, { ask: 'email+phone' }]);
      expect(await demo.submissions()).toEqual([]);

      const follows = randomUUID();
      const consents = [consentFor(penny.email), consentFor(free)];
      const second = await demo.submit({ contact: { email: penny.email, phone: free }, consents, follows });
      expect(second.json()).toMatchObject({ outcome: 'accepted', subscribed: { email: true, sms: true } });
      expect(await demo.submissions()).toMatchObject([{ follows, happened: 'linked' }]);
    });
  });
});
