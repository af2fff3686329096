import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { mintLink } from '../../../widget/link/index.ts';
import { people } from '../../shop/server/seed.ts';
import { byLink, byReceipt, consentFor, Demo, linkKey, submissionFor, typed } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';

const { penny, sam, rosa, ade } = people;
const free = '+447700900982';
const other = '+447700900461';

onEachDatabase((database) => {
  let demo: Demo;

  beforeEach(async () => {
    demo = await Demo.start(database());
  });

  describe('a submission', () => {
    test('of a number through a mail’s link is linked, and the receipt tells what is on file', async () => {
      const answer = await demo.submit(byLink(await demo.token('newsletter'), free));
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({
        outcome: 'linked',
        identity: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        subscribed: { email: true, sms: true },
        optIn: { email: 'single', sms: 'single' },
      });
      const profile = await demo.profile(penny.name);
      expect(profile.phones).toMatchObject([{ number: free, isCurrent: true, consent: 'subscribed' }]);
      expect(profile.identifiers).toEqual(['own']);
      expect(await demo.submissions()).toMatchObject([
        {
          happened: 'linked',
          outcome: 'linked',
          profileId: profile.id,
          contact: { phone: free },
          identifiers: [{ issuer: 'own', field: 'profile', source: 'link' }],
          replaces: null,
          follows: null,
        },
      ]);
    });

    test('finds a number on file in another format', async () => {
      await demo.submit(byLink(await demo.token('rosa'), rosa.number));
      expect((await demo.profile(rosa.name)).phones).toMatchObject([{ asWritten: rosa.number, consent: 'subscribed' }]);
      expect(await demo.profiles()).toHaveLength(4);
    });

    test('with both typed gets the same receipt for a customer and for a stranger', async () => {
      const known = (await demo.submit(typed(penny.email, free))).json();
      const unknown = (await demo.submit(typed('stranger@example.com', other))).json();
      expect({ ...known, identity: '' }).toEqual({ ...unknown, identity: '' });
      expect(known).toMatchObject({ outcome: 'accepted', subscribed: { email: true, sms: true } });
      expect((await demo.submissions()).map(({ happened }) => happened)).toEqual(['linked', 'created']);
    });

    test('with a customer’s email alone reveals nothing on file, and neither does the receipt’s identity', async () => {
      const receipt = (await demo.submit({ contact: { email: ade.email } })).json();
      expect(receipt).toMatchObject({ outcome: 'accepted', subscribed: { email: false, sms: false } });
      const later = (await demo.submit(byReceipt(receipt.identity, other))).json();
      expect(later).toMatchObject({ outcome: 'linked', subscribed: { email: false, sms: true } });
    });

    test('of an email profile and a phone-only profile joins them by a code; the link of a text still leads there, a receipt not', async () => {
      const token = await demo.token('sam');
      const { identity } = (await demo.submit(byLink(token, sam.number))).json();
      const first = submissionFor(demo.store, typed(penny.email, sam.number));
      const receipt = (await demo.post('/v1/submissions', first)).json();
      expect(await demo.profiles()).toHaveLength(4);
      const [text] = await demo.get<{ code: string }[]>('/api/texts');
      await demo.post(`/v1/submissions/${first.id}/verify`, { code: text?.code, identity: receipt.identity });
      expect(await demo.profiles()).toHaveLength(3);
      expect((await demo.submit(byLink(token, sam.number))).json()).toMatchObject({ outcome: 'linked' });
      expect(await demo.profiles()).toHaveLength(3);
      // Whoever had typed that number alone would have a token to the profile of whoever proved it.
      expect((await demo.submit(byReceipt(identity, free))).json()).toMatchObject({ outcome: 'linked' });
      expect((await demo.profile(penny.name)).phones).toMatchObject([{ number: sam.number }]);
    });

    test('a receipt’s token was taken from a link, where it is another browser’s', async () => {
      const { identity } = (await demo.submit(typed('stranger@example.com', free))).json();
      expect((await demo.submit(byLink(identity, other))).statusCode).toBe(409);
    });

    test('with a number of another email is pending, in the receipt as well', async () => {
      const answer = (await demo.submit(typed(penny.email, ade.number))).json();
      expect(answer).toMatchObject({ outcome: 'pending', subscribed: { email: true, sms: false } });
      expect((await demo.profile(ade.name)).phones).toMatchObject([{ number: ade.number, consent: 'subscribed' }]);
    });

    test('with the same id again gets the same receipt, and nothing happens twice', async () => {
      const submission = submissionFor(demo.store, typed('stranger@example.com', free));
      const answers = await Promise.all([1, 2, 3].map(() => demo.post('/v1/submissions', submission)));
      expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
      expect(await demo.submissions()).toHaveLength(1);
      expect(await demo.profiles()).toHaveLength(5);
    });

    test('has unknown fields, which are stored', async () => {
      const submission = { ...submissionFor(demo.store, typed('stranger@example.com', free)), later: { a: [1] } };
      await demo.post('/v1/submissions', submission);
      const row = database().selectFrom('submissions').select('body').where('id', '=', submission.id);
      expect((await row.executeTakeFirstOrThrow()).body).toEqual(submission);
    });

    test('among many at once for one email makes one profile', async () => {
      const all = [0, 1, 2, 3, 4, 5].map((n) => demo.submit(typed('stranger@example.com', `+44770090010${n}`)));
      expect((await Promise.all(all)).map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
      expect((await demo.profile('stranger@example.com')).phones).toHaveLength(6);
      expect(await demo.profiles()).toHaveLength(5);
    });
  });

  describe('a 409 asks for the email', () => {
    test.each(['expired', 'tampered'])('for a link that is %s', async (mail) => {
      const answer = await demo.submit(byLink(await demo.token(mail), free));
      expect(answer.statusCode).toBe(409);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ status: 409, ask: 'email+phone' });
      expect(await demo.submissions()).toEqual([]);
    });

    test('for a link to nobody here or of another store, and the typed email is then accepted', async () => {
      const nobody = await mintLink({ subject: randomUUID(), audience: demo.store, key: linkKey });
      const foreign = await mintLink({
        subject: (await demo.profile(penny.name)).id,
        audience: 'another',
        key: linkKey,
      });
      for (const token of [nobody, foreign, 'no-token']) {
        expect((await demo.submit(byLink(token, free))).statusCode).toBe(409);
      }
      const contact = { email: penny.email, phone: free };
      const answer = await demo.submit({ ...byLink(nobody, free), contact, follows: randomUUID() });
      expect(answer.json()).toMatchObject({ outcome: 'accepted' });
    });

    test.each(['thread-2021', 'merging', 'careful'])('under the rules %s', async (rules) => {
      const url = `/api/rules?store=${demo.store}`;
      expect((await demo.app.inject({ method: 'PUT', url, payload: { rules } })).json()).toEqual({ rules });
      expect((await demo.submit(byLink('no-token', free))).statusCode).toBe(409);
    });

    test('for a second number through the same link, unless it replaces the first one', async () => {
      const token = await demo.token('newsletter');
      const first = byLink(token, free);
      await demo.submit(first);
      expect((await demo.submit(byLink(token, other))).statusCode).toBe(409);
      const consentId = first.consents?.[0]?.id ?? '';
      expect((await demo.submit({ ...byLink(token, other), replaces: { consentId } })).statusCode).toBe(200);
    });
  });

  describe('a 422 names the invalid fields', () => {
    const errorsOf = async (about: Parameters<Demo['submit']>[0]) => {
      const answer = await demo.submit(about);
      expect(answer.statusCode).toBe(422);
      return answer.json().errors;
    };

    test('for a phone without a consent, without a granted one, or with one for another number', async () => {
      const contact = { phone: free };
      const missing = { field: 'consents', code: 'consent.missing' };
      expect(await errorsOf({ contact })).toEqual([missing]);
      expect(await errorsOf({ contact, consents: [consentFor(free, { granted: false })] })).toEqual([missing]);
      expect(await errorsOf({ contact, consents: [consentFor(other)] })).toContainEqual(missing);
    });

    test('for a text that does not fit its hash', async () => {
      const consents = [consentFor(free, { text: 'Other words.' })];
      expect(await errorsOf({ contact: { phone: free }, consents })).toEqual([
        { field: 'consents', code: 'consent.hash' },
      ]);
    });

    test('for an impossible number, an empty contact and an invalid store', async () => {
      const short = '+4477009';
      expect(await errorsOf({ contact: { phone: short }, consents: [consentFor(short)] })).toMatchObject([
        { field: 'contact.phone', code: 'phone.impossible' },
      ]);
      expect(await errorsOf({})).toEqual([{ field: 'contact', code: 'contact.empty' }]);
      expect(await errorsOf({ store: 'Not A Name', contact: { email: 'a@b' } })).toEqual([
        { field: 'store', code: 'store.name' },
      ]);
    });

    test('for what the schema refuses', async () => {
      const { id: _id, ...rest } = submissionFor(demo.store, { contact: { phone: '07700 900982' } });
      const answer = await demo.post('/v1/submissions', rest);
      expect(answer.json().errors).toMatchObject([
        { field: 'id', code: 'schema.required' },
        { field: 'contact.phone', code: 'schema.pattern' },
      ]);
    });
  });
});
