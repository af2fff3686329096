import { beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { people } from '../../shop/server/seed.ts';
import { consentFor, Demo, submissionFor, typed } from '../../shop/test/demo.ts';
import { erasePerson } from '../people/erasePerson.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { type Production, startProduction } from '../test/production.ts';

const { penny } = people;
const email = 'robin@example.com';
const free = '+447911123456';
const other = '+447911123457';

onEachDatabase((database) => {
  let shop: Production;

  beforeEach(async () => {
    shop = await startProduction(database());
  });
  const post = (submission: Submission) => shop.submit(submission);
  const refused = { status: 422, errors: [{ field: 'id', code: 'id.taken' }] };

  describe('the id of a submission, which listeners and tags may have been told', () => {
    test.each<[string, (sent: Submission) => Submission]>([
      ['a contact of their own', (sent) => ({ ...sent, contact: { email: 'mallory@example.com' }, consents: [] })],
      ['less of it', (sent) => ({ ...sent, contact: { email }, consents: sent.consents.slice(0, 1) })],
      ['another word', (sent) => ({ ...sent, ask: { ...sent.ask, reason: 'known-needs-phone' } })],
      ['a field that nobody knows', (sent) => ({ ...sent, later: 1 }) as Submission],
    ])('fetched that person’s identity when it was posted with %s', async (_what, change) => {
      const sent = submissionFor(shop.store, typed(email, free));
      const { identity } = (await post(sent)).json();
      const answer = await post(change(sent));
      expect([answer.statusCode, answer.json()]).toMatchObject([422, refused]);
      expect(answer.body).not.toContain(identity);
    });

    test('is the same one where only the way that it came differs', async () => {
      const sent = submissionFor(shop.store, typed(email, free));
      const first = await post({ ...sent, sentAt: sent.createdAt });
      const { widget, contact, ...rest } = sent;
      const again = { contact, ...rest, sentAt: new Date(Date.now() + 1000).toISOString() };
      expect((await post({ ...again, widget: { unattended: true, ...widget } })).json()).toEqual(first.json());
    });

    test('of what an earlier version took is compared by the body itself', async () => {
      const sent = submissionFor(shop.store, typed(email, free));
      const first = await post(sent);
      await database().updateTable('submissions').set({ body_hash: null }).where('id', '=', sent.id).execute();
      expect((await post(sent)).json()).toEqual(first.json());
      expect((await post({ ...sent, contact: { email: penny.email }, consents: [] })).statusCode).toBe(422);
    });

    test('of an erased person tells nothing of it, and the same body is still known', async () => {
      const sent = submissionFor(shop.store, typed(email, free));
      await post(sent);
      await erasePerson(shop.deps, { store: shop.store, channel: 'email', recipient: email });
      expect((await post({ ...sent, contact: { phone: free }, consents: [consentFor(free)] })).statusCode).toBe(422);
      const again = await post(sent);
      expect(again.statusCode).toBe(200);
      expect(again.json()).not.toHaveProperty('identity');
    });

    test('of one that is held', async () => {
      const sent = submissionFor(shop.store, {
        ...typed(email, free),
        widget: { version: '0', signup: 'default', trap: 'x' },
      });
      await post(sent);
      expect((await post({ ...sent, contact: { email }, consents: [] })).statusCode).toBe(422);
    });

    test('of two that came at once with two bodies one is taken, and the other refused', async () => {
      const sent = submissionFor(shop.store, typed(email, free));
      const twin = { ...sent, ...typed('twin@example.com', other) };
      const answers = await Promise.all([post(sent), post(twin)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    });
  });

  test('an identity tells neither when a profile was made nor that two receipts are of one', async () => {
    const demo = await Demo.start(database());
    const { id } = await demo.profile(penny.name);
    const receipts = [];
    for (let n = 0; n < 2; n++) receipts.push((await demo.submit({ contact: { email: penny.email } })).json());
    const subjects = [...receipts.map(({ identity }) => identity), await demo.token('newsletter')].map(
      (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub as string,
    );
    expect(new Set(subjects).size).toBe(3);
    for (const subject of subjects) expect(subject).not.toContain(id.slice(0, 8));
    expect(subjects[0]?.length).toBe(subjects[1]?.length);
  });
});
