import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { byLink, typed } from '../../shop/test/demo.ts';
import { erasePerson } from '../people/erasePerson.ts';
import { withdraw } from '../people/withdraw.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { type Earnest, startEarnest } from '../test/earnest.ts';
import { forgetHeld, runCommand } from './held.ts';

const email = 'stranger@example.com';
const phone = '+447911123456';

/** A sign-up that says how its form was filled. */
const filled = (how: object): Partial<Submission> => ({
  ...typed(email, phone),
  id: randomUUID(),
  widget: { version: '1', signup: 'default', ...how } as Submission['widget'],
});

async function onFile({ deps, store }: Earnest) {
  const { database } = deps;
  const profiles = await database.selectFrom('profiles').select('id').where('store', '=', store).execute();
  const consents = await database.selectFrom('consents').select('id').where('store', '=', store).execute();
  const rows = await database.selectFrom('submissions').select('happened').where('store', '=', store).execute();
  return {
    profiles: profiles.length,
    consents: consents.length,
    submissions: rows.map(({ happened }) => happened),
  };
}

onEachDatabase((database) => {
  test.each([
    ['a filled trap', { trap: 'http://spam.example' }],
    ['a form filled in no time', { trap: '', filledIn: 40 }],
  ])('%s: told that it waits, and nothing happens to anybody', async (_name, how) => {
    const shop = await startEarnest(database());
    const sent = filled(how);
    const first = await shop.submit(sent);
    expect([first.statusCode, first.json()]).toEqual([
      200,
      { outcome: 'pending', subscribed: { email: false, sms: false }, optIn: { email: 'single', sms: 'single' } },
    ]);
    expect((await shop.submit(sent)).json()).toEqual(first.json());
    expect(await onFile(shop)).toEqual({ profiles: 0, consents: 0, submissions: ['held'] });
  });

  test('both are told the same, and why stands nowhere in it', async () => {
    const shop = await startEarnest(database());
    const answers = [await shop.submit(filled({ trap: 'x' })), await shop.submit(filled({ filledIn: 1 }))];
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(answers[0]?.body).not.toMatch(/bot|trap|fast|held|fill/i);
  });

  test('a human’s time, an earlier widget, an owner’s test, and a shop that does not mind are taken', async () => {
    const shop = await startEarnest(database());
    for (const sent of [filled({ trap: '', filledIn: 2500 }), filled({}), { ...filled({ filledIn: 1 }), test: true }]) {
      expect((await shop.submit(sent)).json()).toMatchObject({ outcome: 'accepted' });
    }
    const other = await startEarnest(database(), { HELLO_AGAIN_MINIMUM_FILL: '0' });
    expect((await other.submit(filled({ filledIn: 1 }))).json()).toMatchObject({ outcome: 'accepted' });
  });

  test('what is held is listed without anything about the person, and taken when it is released', async () => {
    const shop = await startEarnest(database());
    const sent = filled({ filledIn: 300 });
    await shop.submit(sent);
    const { lines } = await runCommand(shop.deps, ['held']);
    const line = lines.find((text) => text.includes(shop.store));
    expect(line).toMatch(new RegExp(`^${sent.id}  \\S+  ${shop.store}  fast$`));
    expect(lines.join()).not.toMatch(/@|\+\d/);

    const id = sent.id ?? '';
    expect(await runCommand(shop.deps, ['release', id])).toEqual({ lines: [`${id}  accepted`], isDone: true });
    expect(await onFile(shop)).toEqual({ profiles: 1, consents: 2, submissions: ['created'] });
    expect(await runCommand(shop.deps, ['release', id])).toEqual({ lines: [`${id}  is not held`], isDone: false });
    // The widget, should it ask again, is told what became of it.
    expect((await shop.submit(sent)).json()).toMatchObject({ outcome: 'accepted', subscribed: { sms: true } });
  });

  describe('withdrawn while it is held', () => {
    let time: number;
    const start = async () => {
      time = Date.now();
      return startEarnest(database(), {}, { now: () => time });
    };
    const stop = ({ deps, store }: Earnest) => withdraw(deps, { store, channel: 'sms', recipient: phone });
    const states = async ({ deps, store }: Earnest) => {
      const rows = deps.database.selectFrom('consents').select(['channel', 'state']).where('store', '=', store);
      return (await rows.orderBy('at').orderBy('id').execute()).map(({ channel, state }) => `${channel} ${state}`);
    };

    test.each([
      ['the right time', 0],
      ['a fast clock', 60 * 60_000],
    ])('it stands in the ledger, and a release subscribes only what was not withdrawn: %s', async (_name, ahead) => {
      const shop = await start();
      const sent = filled({ trap: 'x' });
      const checkedAt = new Date(time + ahead).toISOString();
      const consents = sent.consents?.map((consent) => ({ ...consent, checkedAt })) ?? [];
      await shop.submit({ ...sent, consents });
      time += 1000;
      expect(await stop(shop)).toEqual({ added: 1, found: true });
      expect(await stop(shop)).toEqual({ added: 0, found: true });
      expect(await states(shop)).toEqual(['sms withdrawn']);
      time += 1000;
      await runCommand(shop.deps, ['release', sent.id ?? '']);
      // What became of it is not for whoever typed the number to know.
      expect((await shop.submit({ ...sent, consents })).json()).toMatchObject({ outcome: 'accepted' });
      expect(await states(shop)).toEqual(['sms withdrawn', 'email granted']);
    });

    test('of a number that said stop before and is held once more', async () => {
      const shop = await start();
      expect(await stop(shop)).toMatchObject({ added: 1 });
      time += 1000;
      const checkedAt = new Date(time).toISOString();
      const sent = filled({ trap: 'x' });
      await shop.submit({ ...sent, consents: sent.consents?.map((consent) => ({ ...consent, checkedAt })) ?? [] });
      time += 1000;
      expect(await stop(shop)).toMatchObject({ added: 1 });
      await runCommand(shop.deps, ['release', sent.id ?? '']);
      expect(await states(shop)).toEqual(['sms withdrawn', 'sms withdrawn', 'email granted']);
    });
  });

  test('one whose person was erased is not listed, and cannot be released', async () => {
    const shop = await startEarnest(database());
    const sent = filled({ trap: 'x' });
    await shop.submit(sent);
    await erasePerson(shop.deps, { store: shop.store, channel: 'email', recipient: email });
    const { lines } = await runCommand(shop.deps, ['held']);
    expect(lines.join()).not.toContain(shop.store);
    const id = sent.id ?? '';
    expect(await runCommand(shop.deps, ['release', id])).toEqual({ lines: [`${id}  is not held`], isDone: false });
    expect((await shop.submit(sent)).json()).toMatchObject({ outcome: 'pending' });
    expect(await onFile(shop)).toEqual({ profiles: 0, consents: 2, submissions: ['erased'] });
  });

  test('one that nobody can tell the owner of stays held', async () => {
    const shop = await startEarnest(database());
    const sent = { ...filled({ trap: 'x' }), ...byLink('no-token', phone) };
    await shop.submit(sent);
    const { lines, isDone } = await runCommand(shop.deps, ['release', sent.id ?? '']);
    expect([lines[0], isDone]).toEqual([expect.stringContaining('stays held'), false]);
    expect((await onFile(shop)).submissions).toEqual(['held']);
  });

  test('after a month it is forgotten; what was taken is not', async () => {
    const shop = await startEarnest(database());
    await shop.submit(filled({ trap: 'x' }));
    await shop.submit(filled({}));
    const day = 24 * 60 * 60 * 1000;
    await forgetHeld(shop.deps.database, Date.now() + 29 * day);
    expect((await onFile(shop)).submissions).toHaveLength(2);
    await forgetHeld(shop.deps.database, Date.now() + 31 * day);
    expect((await onFile(shop)).submissions).toEqual(['created']);
  });

  test('words that are no command', async () => {
    const { deps } = await startEarnest(database());
    for (const words of [['none'], ['release'], ['held', 'x']]) {
      expect((await runCommand(deps, words)).isDone).toBe(false);
    }
    expect(await runCommand(deps, ['release', 'x'])).toEqual({ lines: ['x  is no id'], isDone: false });
  });
});
