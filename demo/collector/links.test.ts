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

  describe('a key is changed', () => {
    /** The same store after its server was started again with other keys. */
    const restarted = (...linkKeys: LinkKeys) => Demo.start(database(), { store: demo.store, linkKeys });

    test('links of the former key still count while it is listed, and new ones are signed with the newest', async () => {
      const before = await restarted(former);
      const token = await before.token('newsletter');
      const after = await restarted(newest, former);
      expect([kidOf(token), kidOf(await after.token('newsletter'))]).toEqual(['2026-05', '2026-11']);
      const answer = await after.submit(byLink(token, free));
      expect(answer.json()).toMatchObject({ outcome: 'linked' });
      expect(kidOf(answer.json().identity)).toBe('2026-11');
    });

    test('links of a key that was taken from the list are refused; with the email typed it goes on', async () => {
      const token = await (await restarted(newest, former)).token('newsletter');
      const old = await (await restarted(former)).token('newsletter');
      const after = await restarted(newest);
      expect((await after.submit(byLink(token, free))).statusCode).toBe(200);
      const refused = await after.submit(byLink(old, '+447700900461'));
      expect([refused.statusCode, refused.json()]).toMatchObject([409, { ask: 'email+phone' }]);
    });

    test('a new secret under a former name is another key', async () => {
      const token = await (await restarted(former)).token('newsletter');
      const after = await restarted({ ...former, secret: 'g'.repeat(32) });
      expect((await after.submit(byLink(token, free))).statusCode).toBe(409);
    });
  });

  describe('for one store', () => {
    test('a genuine link of another store of the same server is refused, whoever it names', async () => {
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

  describe('adds, and never reads', () => {
    test.each(['contact:state', 'contact', 'contact:additional', 'contact:add:state', 'CONTACT:ADD'])(
      'a link for "%s" is refused, and tells nothing',
      async (scope) => {
        const token = await linkTo(ade.name, { scope });
        expect((await demo.submit(byLink(token, free))).statusCode).toBe(409);
        expect(await lookUp(token)).toEqual({ known: false });
      },
    );

    test('a link that may only add: a number lands on the profile, and nothing on file is told', async () => {
      const token = await linkTo(ade.name);
      expect(await lookUp(token)).toEqual({ known: true });
      const answer = (await demo.submit(byLink(token, free))).json();
      expect(answer).toMatchObject({ outcome: 'linked', subscribed: { email: false, sms: true } });
      expect((await demo.profile(ade.name)).emailConsent).toBe('subscribed');
    });

    test('the identity of a receipt, which a typed email is enough to get: the same', async () => {
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

    test('nor the identity that a mail’s link, which may read, gets in its receipt', async () => {
      const token = await demo.token('ade');
      const { identity } = (await demo.submit(byLink(token, free))).json();
      expect(await lookUp(token)).toMatchObject({ email: 'subscribed' });
      expect(await lookUp(identity)).toEqual({ known: true });
    });
  });

  describe('phone only, with a link that is no good: 409 asks for the email', () => {
    test.each<[string, () => Promise<string>]>([
      ['tampered', () => demo.token('tampered')],
      ['expired', () => demo.token('expired')],
      ['foreign', () => linkTo(penny.name, { audience: 'another' })],
      ['of an unknown key', () => linkTo(penny.name, { key: { kid: 'gone', secret: 'g'.repeat(32) } })],
      ['to nobody', () => mintLink({ subject: randomUUID(), audience: demo.store, key: linkKey })],
      ['no token', async () => 'none'],
    ])('%s', async (_name, token) => {
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
