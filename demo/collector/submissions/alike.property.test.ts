import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { byReceipt, consentFor } from '../../shop/test/demo.ts';
import type { OutgoingText } from '../codes/sendByWebhook.ts';
import { withdraw } from '../people/withdraw.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { type Production, startProduction } from '../test/production.ts';

/** Of each kind of contact two numbers and two addresses: one that is on file in that way, and one that nobody has. */
const kinds = [
  'typed',
  'typed with a number',
  'by a number alone',
  'proven by a code',
  'proven alone',
  'said stop',
  'said stop, proven',
  'erased',
  'held',
] as const;
type Kind = (typeof kinds)[number];

const always = { HELLO_AGAIN_PROVE: 'always', HELLO_AGAIN_TEXTS_URL: 'https://shop.example/texts' };

/** How the owner runs it: whether anybody sends texts, and whose numbers are to be proven. */
const modes = [
  ['without a sender of texts', {}, false],
  ['where every number is proven', always, true],
] as const;

const runs = process.env.HELLO_AGAIN_WHOLE ? 300 : 20;

onEachDatabase((database) => {
  describe.each(modes)('%s', (_name, env, isTexting) => {
    let shop: Production;
    let time: number;
    let count = 0;
    const texts: OutgoingText[] = [];
    const onFile = new Map<Kind, { readonly email: string; readonly phone: string }>();

    /** A number and an address of nobody, as long as those on file. */
    const fresh = () => {
      count += 1;
      const digits = String(count).padStart(5, '0');
      return { email: `p${digits}@example.com`, phone: `+4479111${digits}` };
    };
    const box = (to: string) => consentFor(to, { checkedAt: new Date(time).toISOString() });
    const boxes = (...contacts: string[]) => contacts.map(box);
    const post = (about: Partial<Submission>) => shop.submit({ createdAt: new Date(time).toISOString(), ...about });
    const take = async (about: Partial<Submission>) => {
      const id = randomUUID();
      return { id, receipt: (await post({ ...about, id })).json() };
    };
    /** Proves a number as its holder does, or as one was proven before the owner's sender of texts was gone. */
    const prove = async (about: Partial<Submission>) => {
      const { id, receipt } = await take(about);
      const code = texts.at(-1)?.code;
      if (isTexting) {
        const payload = { code, identity: receipt.identity };
        await shop.app.inject({ method: 'POST', url: `/v1/submissions/${id}/verify`, payload });
      }
      await database()
        .updateTable('phones')
        .set({ is_proven: true })
        .where('number', '=', about.contact?.phone ?? '')
        .where('store', '=', shop.store)
        .execute();
    };

    beforeAll(async () => {
      time = Date.now();
      onFile.clear();
      texts.length = 0;
      const sendText = async (text: OutgoingText) => texts.push(text) > 0;
      shop = await startProduction(
        database(),
        { ...env, HELLO_AGAIN_RATE_ADDRESS: '0', HELLO_AGAIN_RATE_STORE: '0', HELLO_AGAIN_COUPON: 'WELCOME' },
        { now: () => time, ...(isTexting ? { sendText } : {}) },
      );
      const { store, deps } = shop;
      for (const kind of kinds) {
        const { email, phone } = fresh();
        onFile.set(kind, { email, phone });
        const both = { contact: { email, phone }, consents: boxes(email, phone) };
        const alone = { contact: { phone }, consents: boxes(phone) };
        if (kind === 'typed') await take({ contact: { email }, consents: boxes(email) });
        else if (kind === 'held') {
          await take({ ...both, widget: { version: '0', signup: 'default', trap: 'x' } });
        } else if (kind === 'by a number alone') await take(alone);
        else if (kind === 'proven alone') await prove(alone);
        else if (kind.includes('proven')) await prove(both);
        else await take(both);
        if (kind.startsWith('said stop')) {
          await withdraw(deps, { store, channel: 'sms', recipient: phone });
          await withdraw(deps, { store, channel: 'email', recipient: email });
        }
      }
      const { erasePerson } = await import('../people/erasePerson.ts');
      const erased = onFile.get('erased')?.email ?? '';
      await erasePerson(deps, { store, channel: 'email', recipient: erased });
      time += 5 * 60_000;
    }, 60_000);

    /** All of an answer that whoever typed could look at, without the token's own bytes. */
    const seen = async (about: Partial<Submission>) => {
      const answer = await post(about);
      const { date: _date, ...headers } = answer.headers;
      const body = answer.json();
      const told = { ...body, ...('identity' in body ? { identity: tokenShape(body.identity) } : {}) };
      return { status: answer.statusCode, headers, body: told, size: answer.body.length, identity: body.identity };
    };

    const ways = fc.record({
      kind: fc.constantFrom(...kinds),
      emailKind: fc.constantFrom(...kinds),
      gives: fc.constantFrom('email', 'phone', 'both'),
      isLate: fc.boolean(),
      isOther: fc.boolean(),
      isUnattended: fc.boolean(),
      hasMailBox: fc.boolean(),
      next: fc.constantFrom('nothing', 'a number', 'an email', 'a lookup'),
    });

    test('whoever types a contact that they have not proven learns from the answer whether it is on file', async () => {
      await fc.assert(
        fc.asyncProperty(ways, async (way) => {
          // A number is texted ten times a day and no more; that says how often it was asked for, and not who has it.
          time += 25 * 60 * 60_000;
          const known = onFile.get(way.kind);
          const other = way.isOther ? onFile.get(way.emailKind) : known;
          const stranger = fresh();
          const contactOf = (about: { readonly email: string; readonly phone: string }) => ({
            ...(way.gives === 'phone' ? {} : { email: about.email }),
            ...(way.gives === 'email' ? {} : { phone: about.phone }),
          });
          const at = new Date(way.isLate ? time - 20 * 60_000 : time).toISOString();
          const submissionOf = (contact: {
            readonly email?: string;
            readonly phone?: string;
          }): Partial<Submission> => ({
            contact,
            consents: Object.entries(contact)
              .filter(([name]) => name === 'phone' || way.hasMailBox)
              .map(([, to]) => consentFor(to, { checkedAt: at })),
            widget: { version: '0', signup: 'default', ...(way.isUnattended ? { unattended: true } : {}) },
          });
          const first = await seen(submissionOf(contactOf({ email: other?.email ?? '', phone: known?.phone ?? '' })));
          const second = await seen(submissionOf(contactOf(stranger)));
          expect(comparable(first)).toEqual(comparable(second));

          // And what the receipt that was got so is good for.
          const nextOf = async (identity: string) => {
            const { email, phone } = fresh();
            if (way.next === 'a number') return seen({ ...byReceipt(identity, phone), consents: boxes(phone) });
            if (way.next === 'an email') {
              return seen({ ...byReceipt(identity, phone), contact: { email }, consents: boxes(email) });
            }
            const identifiers = [{ field: 'profile', issuer: 'own', value: identity }];
            const payload = { version: 1, store: shop.store, identifiers };
            const { statusCode, body } = await shop.app.inject({ method: 'POST', url: '/v1/lookup', payload });
            return { status: statusCode, body, size: body.length };
          };
          if (way.next !== 'nothing') {
            expect(comparable(await nextOf(first.identity))).toEqual(comparable(await nextOf(second.identity)));
          }
        }),
        { numRuns: runs },
      );
    }, 120_000);
  });
});

/** What a token shows to anybody, its bytes but not its signature and its sealed subject. */
function tokenShape(token: string): unknown {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const { sub, ...claims } = read(payload);
  return { header: read(header), claims, subject: String(sub).replace(/[\w-]/g, 'x'), signature: signature.length };
}

function comparable({ identity: _identity, ...answer }: object & { readonly identity?: string }): unknown {
  return answer;
}
