import { beforeEach, describe, expect, test } from 'vitest';
import { byLink, consentFor, typed } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { type Production, startProduction } from '../test/production.ts';
import { exportPerson } from './exportPerson.ts';
import { withdraw } from './withdraw.ts';

const email = 'robin@example.com';
const phone = '+447911123456';
const second = 1000;
const minute = 60 * second;

onEachDatabase((database) => {
  let shop: Production;
  let time: number;

  beforeEach(async () => {
    time = Date.now();
    shop = await startProduction(database(), {}, { now: () => time });
  });
  const iso = (at = time) => new Date(at).toISOString();
  const boxes = (at: number, to = email) => [
    consentFor(to, { checkedAt: iso(at) }),
    consentFor(phone, { checkedAt: iso(at) }),
  ];
  const signUp = (at = time, more = {}) =>
    shop.submit({ createdAt: iso(), contact: { email, phone }, consents: boxes(at), ...more });
  const stop = (channel: 'email' | 'sms', recipient: string, deps = shop.deps) =>
    withdraw(deps, { store: shop.store, channel, recipient });
  const record = (recipient = email) => exportPerson(shop.deps, { store: shop.store, channel: 'email', recipient });
  /** The last word of each channel that is neither refused nor waits. */
  const states = async (recipient = email) => {
    const last: Record<string, string> = {};
    for (const { channel, state } of (await record(recipient)).ledger) {
      if (state === 'granted' || state === 'withdrawn') last[channel] = state;
    }
    return last;
  };

  describe('two processes with clocks that differ', () => {
    test.each([3 * second, -3 * second])('lost a stop that came %d ms later by the other clock', async (ahead) => {
      // This process is ahead, and so is the browser; the stop is said to the other one.
      time += ahead;
      await signUp(time);
      time -= ahead;
      await stop('sms', phone);
      await stop('email', email);
      expect(await states()).toEqual({ email: 'withdrawn', sms: 'withdrawn' });
      expect(await stop('sms', phone)).toMatchObject({ added: 0 });
    });

    test('a consent that was ticked before a stop by less than clocks differ came in late, and counted', async () => {
      await signUp();
      time += minute;
      await stop('email', email);
      const token = await shop.deps.links.mintMailLink(
        (await record()).person?.profiles[0]?.id ?? '',
        shop.store,
        time,
      );
      const { identity } = byLink(token, phone);
      await shop.submit({
        createdAt: iso(),
        identity: identity as never,
        contact: { email },
        consents: [consentFor(email, { checkedAt: iso(time + second) })],
      });
      expect((await states()).email).toBe('withdrawn');
    });
  });

  describe('after a stop', () => {
    test('a consent that a browser with a fast clock had kept outlived it', async () => {
      const ticked = time + 60 * minute;
      time += minute;
      await stop('sms', phone);
      time += 120 * minute;
      // Ticked an hour ago by a clock that is an hour ahead, and sent now.
      await signUp(ticked, { sentAt: iso(time + 60 * minute) });
      const { ledger } = await record();
      expect(ledger.filter(({ channel }) => channel === 'sms').map(({ state }) => state)).toEqual(['withdrawn']);
    });

    test('whoever typed it subscribed it again; it waits, and the answer is the one that anybody gets', async () => {
      await signUp();
      time += minute;
      await stop('email', email);
      await stop('sms', phone);
      time += minute;
      const again = (await signUp()).json();
      const stranger = (await shop.submit(typed('stranger@example.com', '+447911123459'))).json();
      expect({ ...again, identity: '' }).toEqual({ ...stranger, identity: '' });
      expect(await states()).toEqual({ email: 'withdrawn', sms: 'withdrawn' });
      expect((await record()).ledger.filter(({ state }) => state === 'pending')).toHaveLength(2);
    });

    test('the link of a mail to it brings the email back', async () => {
      await signUp();
      time += minute;
      await stop('email', email);
      time += minute;
      const [profile] = (await record()).person?.profiles ?? [];
      const token = await shop.deps.links.mintMailLink(profile?.id ?? '', shop.store, time);
      const { identity } = byLink(token, phone);
      const consents = [consentFor(email, { checkedAt: iso() })];
      const receipt = (
        await shop.submit({ createdAt: iso(), identity: identity as never, contact: { email }, consents })
      ).json();
      expect(receipt).toMatchObject({ outcome: 'accepted' });
      expect((await states()).email).toBe('granted');
    });
  });

  test.each([
    ['ÉMILE@example.com', 'émile@example.com'],
    ['İBO@example.com', 'i̇bo@example.com'],
    ['a@bücher.example', 'A@xn--bcher-kva.example'],
    ['a@xn--bcher-kva.example', 'a@BÜCHER.example'],
  ])('%s and %s were two addresses to one part or another', async (typedEmail, named) => {
    const consents = boxes(time, typedEmail);
    await shop.submit({ createdAt: iso(), contact: { email: typedEmail, phone }, consents });
    await shop.submit({
      createdAt: iso(),
      contact: { email: named },
      consents: [consentFor(named, { checkedAt: iso() })],
    });
    expect((await record(named)).person?.profiles).toHaveLength(1);
    time += minute;
    expect(await stop('email', named)).toEqual({ added: 1, found: true });
    expect((await states(typedEmail)).email).toBe('withdrawn');
    await shop.submit({
      createdAt: iso(),
      contact: { email: typedEmail },
      consents: [consentFor(typedEmail, { checkedAt: iso(time - 5 * minute) })],
    });
    expect((await states(typedEmail)).email).toBe('withdrawn');
    const held = { contact: { email: typedEmail }, consents: [], widget: { version: '0', signup: 'd', trap: 'x' } };
    await shop.submit({ createdAt: iso(), ...held });
    expect((await record(named)).submissions.map(({ happened }) => happened)).toContain('held');
  });

  test('a misspelt withdrawal was answered as one that found somebody', async () => {
    expect(await stop('email', 'nobody@example.com')).toEqual({ added: 1, found: false });
    await signUp();
    expect(await stop('email', email)).toEqual({ added: 1, found: true });
  });

  test('consents in words that are not the owner’s looked like all others', async () => {
    const [own] = boxes(time);
    shop = await startProduction(database(), { HELLO_AGAIN_WORDINGS: own?.textHash ?? '' }, { now: () => time });
    const text = 'I agree to everything.';
    const { createHash } = await import('node:crypto');
    const textHash = `sha256-${createHash('sha256').update(text).digest('hex')}`;
    await signUp(time, { consents: [consentFor(email, { text, textHash }), consentFor(phone, { checkedAt: iso() })] });
    const { ledger } = await record();
    expect(ledger.map(({ channel, evidence }) => [channel, evidence?.wording]).sort()).toEqual([
      ['email', 'unknown'],
      ['sms', undefined],
    ]);
  });
});
