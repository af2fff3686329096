import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { byLink, consentFor, typed } from '../../shop/test/demo.ts';
import { erasePerson } from '../people/erasePerson.ts';
import { withdraw } from '../people/withdraw.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { type Production, startProduction } from '../test/production.ts';
import { forgetHeld, runCommand } from './held.ts';

const email = 'stranger@example.com';
const phone = '+447911123456';

/** A sign-up that says how its form was filled. */
const filled = (how: object): Partial<Submission> => ({
  ...typed(email, phone),
  id: randomUUID(),
  widget: { version: '1', signup: 'default', ...how } as Submission['widget'],
});

async function onFile({ deps, store }: Production) {
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
  ])('%s was answered otherwise than what is taken, or something happened to somebody', async (_name, how) => {
    const shop = await startProduction(database());
    const sent = filled(how);
    const first = await shop.submit(sent);
    const other = await startProduction(database());
    const taken = await other.submit(filled({ trap: '', filledIn: 5000 }));
    const told = (answer: typeof first) => [
      answer.statusCode,
      Object.keys(answer.json()),
      { ...answer.json(), identity: '' },
    ];
    expect(told(first)).toEqual(told(taken));
    expect(first.body).toHaveLength(taken.body.length);
    expect((await shop.submit(sent)).json()).toEqual(first.json());
    expect(await onFile(shop)).toEqual({ profiles: 0, consents: 0, submissions: ['held'] });
  });

  test('every held submission gets the same answer, which does not give the reason', async () => {
    const shop = await startProduction(database());
    const answers = [await shop.submit(filled({ trap: 'x' })), await shop.submit(filled({ filledIn: 1 }))];
    const [one, two] = answers.map((answer) => ({ ...answer.json(), identity: '' }));
    expect(one).toEqual(two);
    expect(answers[0]?.body).not.toMatch(/bot|trap|fast|held|fill/i);
  });

  test('a submission with a human’s time, of an earlier widget, of an owner’s test, or at a shop without the check is accepted', async () => {
    const shop = await startProduction(database());
    for (const sent of [filled({ trap: '', filledIn: 2500 }), filled({}), { ...filled({ filledIn: 1 }), test: true }]) {
      expect((await shop.submit(sent)).json()).toMatchObject({ outcome: 'accepted' });
    }
    const other = await startProduction(database(), { HELLO_AGAIN_MINIMUM_FILL: '0' });
    expect((await other.submit(filled({ filledIn: 1 }))).json()).toMatchObject({ outcome: 'accepted' });
  });

  test('a held submission is listed without personal data, and accepted when it is released', async () => {
    const shop = await startProduction(database());
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

  describe('a withdrawal during the hold', () => {
    let time: number;
    const start = async () => {
      time = Date.now();
      return startProduction(database(), {}, { now: () => time });
    };
    const stop = ({ deps, store }: Production) => withdraw(deps, { store, channel: 'sms', recipient: phone });
    const states = async ({ deps, store }: Production) => {
      const rows = deps.database.selectFrom('consents').select(['channel', 'state']).where('store', '=', store);
      return (await rows.orderBy('at').orderBy('id').execute()).map(({ channel, state }) => `${channel} ${state}`);
    };

    test.each([
      ['the right time', 0],
      ['a fast clock', 60 * 60_000],
    ])('is in the ledger, and a release subscribes only what was not withdrawn: %s', async (_name, ahead) => {
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

    test('is in the ledger, too, for a number that said STOP before and is held once more', async () => {
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

  test('a held submission of an erased person is not listed, and cannot be released', async () => {
    const shop = await startProduction(database());
    const sent = filled({ trap: 'x' });
    await shop.submit(sent);
    await erasePerson(shop.deps, { store: shop.store, channel: 'email', recipient: email });
    const { lines } = await runCommand(shop.deps, ['held']);
    expect(lines.join()).not.toContain(shop.store);
    const id = sent.id ?? '';
    expect(await runCommand(shop.deps, ['release', id])).toEqual({ lines: [`${id}  is not held`], isDone: false });
    expect((await shop.submit(sent)).json()).toMatchObject({ outcome: 'accepted' });
    expect(await onFile(shop)).toEqual({ profiles: 0, consents: 2, submissions: ['erased'] });
  });

  test('one that nobody can tell the owner of stays held', async () => {
    const shop = await startProduction(database());
    const { store, deps } = shop;
    await shop.submit({ contact: { email }, consents: [consentFor(email)] });
    const profiles = deps.database.selectFrom('profiles').select('id').where('store', '=', store);
    const link = await deps.links.mintMailLink((await profiles.executeTakeFirstOrThrow()).id, store, Date.now());
    const id = randomUUID();
    const widget = { version: '1', signup: 'default', trap: 'x' };
    expect((await shop.submit({ ...byLink(link, phone), id, widget })).json()).toMatchObject({ outcome: 'linked' });
    // One link brings one number a month.
    await shop.submit(byLink(link, '+447911123458'));
    const { lines, isDone } = await runCommand(deps, ['release', id]);
    expect([lines[0], isDone]).toEqual([expect.stringContaining('stays held'), false]);
    expect((await onFile(shop)).submissions.filter((happened) => happened === 'held')).toHaveLength(1);
  });

  test('a number with a link that is none was held, where anybody else is asked for the email', async () => {
    const shop = await startProduction(database());
    const widget = { version: '1', signup: 'default', trap: 'x' };
    const sent = { ...byLink('no-token', phone), widget };
    expect((await shop.submit(sent)).json()).toMatchObject({ ask: 'email+phone' });
    expect((await onFile(shop)).submissions).toEqual([]);
  });

  test('after a month it is forgotten; what was taken is not', async () => {
    const shop = await startProduction(database());
    await shop.submit(filled({ trap: 'x' }));
    await shop.submit(filled({}));
    const day = 24 * 60 * 60 * 1000;
    await forgetHeld(shop.deps.database, Date.now() + 29 * day);
    expect((await onFile(shop)).submissions).toHaveLength(2);
    await forgetHeld(shop.deps.database, Date.now() + 31 * day);
    expect((await onFile(shop)).submissions).toEqual(['created']);
  });

  test('an unknown command is refused', async () => {
    const { deps } = await startProduction(database());
    for (const words of [['none'], ['release'], ['held', 'x']]) {
      expect((await runCommand(deps, words)).isDone).toBe(false);
    }
    expect(await runCommand(deps, ['release', 'x'])).toEqual({ lines: ['x  is no id'], isDone: false });
  });
});
