import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { byLink, byReceipt, consentFor, submissionFor } from '../../shop/test/demo.ts';
import { Problem } from '../http/problem.ts';
import { erasePerson } from '../people/erasePerson.ts';
import { withdraw } from '../people/withdraw.ts';
import { ruleSetNames } from '../rules/types.ts';
import { retrying } from '../store/retrying.ts';
import type { StoredReceipt } from '../store/tables.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { type Production, startProduction } from '../test/production.ts';
import { bodyHash } from './bodyHash.ts';
import { arrivalOf } from './decide.ts';
import { takeInTransaction } from './takeInTransaction.ts';
import { takeSubmission } from './takeSubmission.ts';

// Few, so that they meet.
const emails = ['ann@example.com', 'Ann@Example.com', 'ben@bücher.example'];
const phones = ['+447911123456', '+447911123457'];
const minute = 60_000;
const runs = process.env.HELLO_AGAIN_WHOLE ? 200 : 12;

const signUp = fc.record({
  what: fc.constant('sign up' as const),
  email: fc.option(fc.constantFrom(...emails), { nil: undefined }),
  phone: fc.option(fc.constantFrom(...phones), { nil: undefined }),
  hasBoxes: fc.boolean(),
  grantsEmail: fc.boolean(),
  isLate: fc.boolean(),
  isHeld: fc.boolean(),
  isUnattended: fc.boolean(),
  /** By the receipt or the link of somebody who signed up before. */
  by: fc.constantFrom('typing', 'typing', 'a receipt', 'a link'),
  whose: fc.nat(5),
  /** The id of a submission before, with its body or another. */
  repeats: fc.constantFrom('nothing', 'nothing', 'nothing', 'all of one', 'the id of one'),
});
const contact = fc.constantFrom(...emails, ...phones);
const action = fc.oneof(
  { weight: 6, arbitrary: signUp },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('stop' as const), contact }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('erase' as const), contact }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('prove' as const), contact: fc.constantFrom(...phones) }) },
);
type SignUp = typeof signUp extends fc.Arbitrary<infer T> ? T : never;

/** One of two shops that are told the same things. */
interface Side {
  readonly shop: Production;
  readonly receipts: StoredReceipt[];
  readonly take: (submission: Submission) => Promise<StoredReceipt>;
}

onEachDatabase((database) => {
  const settings: Record<string, string> = {
    HELLO_AGAIN_COUPON: 'WELCOME',
    HELLO_AGAIN_TEXTS_URL: 'https://shop.example/texts',
    HELLO_AGAIN_TEXTS_HOUR: '1000',
  };
  const open = async (now: () => number, env: Record<string, string>, isTexting: boolean, isPlain: boolean) => {
    const shop = await startProduction(
      database(),
      { ...settings, ...env },
      { now, ...(isTexting ? { sendText } : {}) },
    );
    const { deps } = shop;
    const plainly = async (submission: Submission) => {
      const arrival = await arrivalOf(deps, submission, false);
      const hash = bodyHash(deps.bodySecret, submission);
      return (await retrying(deps.database, () => takeInTransaction(deps, arrival, hash))).receipt;
    };
    return { shop, receipts: [], take: isPlain ? plainly : (submission) => takeSubmission(deps, submission) } as Side;
  };

  /** The submission that each of the two shops gets: the same, but for the shop and whose tokens it carries. */
  const submissionOf = async (
    { shop, receipts }: Side,
    way: SignUp,
    at: { readonly now: number; readonly id: string; readonly boxes: readonly [string, string] },
  ): Promise<Submission> => {
    const { email, phone = way.by === 'typing' ? undefined : phones[0] } = way;
    const checkedAt = new Date(way.isLate ? at.now - 20 * minute : at.now).toISOString();
    const given = [email, phone].flatMap((to, n) =>
      to === undefined || (n === 0 && !way.hasBoxes)
        ? []
        : consentFor(to, { id: at.boxes[n] ?? '', checkedAt, granted: n === 1 || way.grantsEmail }),
    );
    const ids = await profileIds(shop);
    const token =
      way.by === 'a link'
        ? await shop.deps.links.mintMailLink(
            ids[way.whose % Math.max(1, ids.length)] ?? randomUUID(),
            shop.store,
            at.now,
          )
        : (receipts[way.whose % Math.max(1, receipts.length)]?.identity ?? 'nonsense');
    const about =
      way.by === 'typing' ? {} : way.by === 'a link' ? byLink(token, phone ?? '') : byReceipt(token, phone ?? '');
    return submissionFor(shop.store, {
      ...about,
      id: at.id,
      createdAt: new Date(at.now).toISOString(),
      contact: { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) },
      consents: given,
      widget: {
        ...{ version: '0', signup: 'default', filledIn: 5000 },
        ...(way.isHeld ? { trap: 'x' } : {}),
        ...(way.isUnattended ? { unattended: true } : {}),
      },
    });
  };

  const profileIds = async ({ store }: Production) => {
    const rows = database().selectFrom('profiles').select('id').where('store', '=', store).orderBy('id').execute();
    return (await rows).map(({ id }) => id);
  };

  /** All that is on file in a store, with ids told by their place and without what is random. */
  const onFile = async ({ store }: Production) => {
    const all = async (table: 'profiles' | 'phones' | 'consents' | 'submissions' | 'codes') =>
      database().selectFrom(table).selectAll().where('store', '=', store).execute() as Promise<
        readonly Record<string, unknown>[]
      >;
    const profiles = [...(await all('profiles'))].sort((a, b) => String(a.id).localeCompare(String(b.id)));
    const places = new Map<unknown, string>(profiles.map(({ id }, n) => [id, `profile ${n}`]));
    const place = (id: unknown) => (id === null ? null : (places.get(id) ?? 'nobody'));
    const text = (value: unknown) => JSON.stringify(value);
    const sorted = (rows: readonly object[]) => rows.map((row) => text(row)).sort();
    return {
      profiles: profiles.map(({ store: _, id, folded_into, link_uses, ...row }) => ({
        ...row,
        id: place(id),
        folded_into: place(folded_into),
        link_uses: (link_uses as { link: string }[]).map(({ link: _link, ...use }) => use),
      })),
      phones: sorted(
        (await all('phones')).map(({ store: _, ...row }) => ({ ...row, profile_id: place(row.profile_id) })),
      ),
      consents: sorted(
        (await all('consents')).map(({ store: _, id: _id, salt, person_hash: _p, entry_hash: _e, ...row }) => ({
          ...row,
          profile_id: place(row.profile_id),
          isSalted: salt !== null,
        })),
      ),
      submissions: sorted(
        (await all('submissions')).map(({ store: _, row_id: _r, body_hash, body, receipt, contact_keys, ...row }) => ({
          ...row,
          profile_id: place(row.profile_id),
          isHashed: body_hash !== null,
          body: { ...(body as object), store: '', identity: '' },
          receipt: { ...(receipt as object), identity: 'identity' in (receipt as object) },
          // A token is another one in each store.
          contacts: (contact_keys as string[] | null)?.filter((key) => !key.startsWith('ey')),
        })),
      ),
      codes: sorted(
        (await all('codes')).map(({ id, outcome, sends, tries, sent_at }) => ({ id, outcome, sends, tries, sent_at })),
      ),
    };
  };

  const told = async (side: Side, submission: Submission) => {
    try {
      const receipt = await side.take(submission);
      side.receipts.push(receipt);
      return { ...receipt, identity: typeof receipt.identity };
    } catch (error) {
      if (error instanceof Problem) return { status: error.status, title: error.title };
      throw error;
    }
  };

  test.each([
    ['with nobody who sends texts', {}, false],
    ['with codes where they are needed', {}, true],
    ['with codes for everybody', { HELLO_AGAIN_PROVE: 'always' }, true],
  ] as const)(
    'a sign-up in two calls was decided or stored otherwise than table by table, %s',
    async (_name, env, isTexting) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(action, { minLength: 4, maxLength: 12 }),
          fc.constantFrom(...ruleSetNames, 'careful' as const),
          async (actions, rules) => {
            let now = Date.now();
            const sides = [
              await open(() => now, env, isTexting, false),
              await open(() => now, env, isTexting, true),
            ] as const;
            const stores = sides.map(({ shop }) => shop.store);
            await database().updateTable('stores').set({ rules }).where('name', 'in', stores).execute();
            const sent: (readonly Submission[])[] = [];
            for (const one of actions) {
              now += 40 * minute;
              if (one.what === 'prove') {
                const proven = database()
                  .updateTable('phones')
                  .set({ is_proven: true })
                  .where('number', '=', one.contact);
                await proven.where('store', 'in', stores).execute();
                continue;
              }
              if (one.what !== 'sign up') {
                const channel = one.contact.startsWith('+') ? 'sms' : 'email';
                for (const { shop } of sides) {
                  const who = { store: shop.store, channel, recipient: one.contact } as const;
                  await (one.what === 'stop' ? withdraw(shop.deps, who) : erasePerson(shop.deps, who)).catch(
                    (error) => {
                      if (!(error instanceof Problem)) throw error;
                    },
                  );
                }
                continue;
              }
              const before = sent.at(-1);
              const id = one.repeats === 'nothing' ? randomUUID() : (before?.[0]?.id ?? randomUUID());
              const boxes = [randomUUID(), randomUUID()] as const;
              const isSame = one.repeats === 'all of one' && before !== undefined;
              const pair = isSame
                ? before
                : await Promise.all(sides.map((side) => submissionOf(side, one, { now, id, boxes })));
              sent.push(pair);
              const answers = [];
              for (const [n, side] of sides.entries()) answers.push(await told(side, pair[n] as Submission));
              expect(answers[0]).toEqual(answers[1]);
            }
            expect(await onFile(sides[0].shop)).toEqual(await onFile(sides[1].shop));
          },
        ),
        { numRuns: runs },
      );
    },
    180_000,
  );

  describe('a sign-up', () => {
    const stranger = () => ({ email: `${randomUUID()}@example.com`, phone: `+4479111${String(Date.now()).slice(-5)}` });
    const box = (to: string) => consentFor(to, { checkedAt: new Date().toISOString() });
    const countedBy = (count: () => void) =>
      database().withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          count();
          return result;
        },
      });
    const whole = (store: string, { email, phone } = stranger(), about: Partial<Submission> = {}) =>
      submissionFor(store, { contact: { email, phone }, consents: [box(email), box(phone)], ...about });

    test('took another number of statements for whoever is on file, or for a program, than for a stranger', async () => {
      let statements = 0;
      const { deps, store } = await startProduction(countedBy(() => (statements += 1)));
      const known = stranger();
      const cost = async (submission: Submission) => {
        statements = 0;
        await takeSubmission(deps, submission);
        return statements;
      };
      const first = whole(store, known);
      const typed = await cost(first);
      const again = await cost(whole(store, known));
      const held = await cost(whole(store, known, { widget: { version: '0', signup: 'default', trap: 'x' } }));
      await withdraw(deps, { store, channel: 'email', recipient: known.email });
      const stopped = await cost(whole(store, known));
      expect([typed, again, held, stopped]).toEqual([2, 2, 2, 2]);
      expect(await cost(first)).toBe(1);
    });

    test('was asked for by a statement of its own where many came at once, or one of them was not stored', async () => {
      let statements = 0;
      const { deps, store } = await startProduction(countedBy(() => (statements += 1)));
      const people = Array.from({ length: 20 }, (_, n) => ({
        email: `${randomUUID()}@example.com`,
        phone: `+44791112${String(1000 + n)}`,
      }));
      await Promise.all(people.map((who) => takeSubmission(deps, whole(store, who))));
      expect(statements).toBeLessThan(people.length);
      const stored = await database().selectFrom('profiles').select('email').where('store', '=', store).execute();
      expect(stored.map(({ email }) => email).sort()).toEqual(people.map(({ email }) => email).sort());
    });

    test('overtaken by a stop between its two calls was granted all the same', async () => {
      const shop = await startProduction(database());
      const { deps, store } = shop;
      const who = stranger();
      let isOvertaken = false;
      const signUps = {
        ...deps.signUps,
        store: async (...change: Parameters<typeof deps.signUps.store>) => {
          // Between what is read and what is written.
          if (!isOvertaken) {
            isOvertaken = true;
            await withdraw(deps, { store, channel: 'email', recipient: who.email });
            await withdraw(deps, { store, channel: 'sms', recipient: who.phone });
          }
          return deps.signUps.store(...change);
        },
      };
      await takeSubmission({ ...deps, signUps }, whole(store, who));
      const rows = await database().selectFrom('consents').select('state').where('store', '=', store).execute();
      expect(rows.map(({ state }) => state)).not.toContain('granted');
    });

    test('overtaken by the same person’s between its two calls made a second profile, or lost a consent', async () => {
      const { deps, store } = await startProduction(database());
      const who = stranger();
      let isOvertaken = false;
      const signUps = {
        ...deps.signUps,
        store: async (...change: Parameters<typeof deps.signUps.store>) => {
          if (!isOvertaken) {
            isOvertaken = true;
            await takeSubmission(deps, whole(store, who));
          }
          return deps.signUps.store(...change);
        },
      };
      await takeSubmission({ ...deps, signUps }, whole(store, who));
      const count = async (table: 'profiles' | 'phones' | 'consents' | 'submissions') =>
        (await database().selectFrom(table).select('store').where('store', '=', store).execute()).length;
      expect(await Promise.all([count('profiles'), count('phones'), count('consents'), count('submissions')])).toEqual([
        1, 1, 4, 2,
      ]);
    });
  });
});

const sendText = async () => true;
