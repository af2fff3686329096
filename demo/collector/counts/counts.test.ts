import { beforeEach, describe, expect, test } from 'vitest';
import { Demo } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { readCounts } from './readCounts.ts';

onEachDatabase((database) => {
  let demo: Demo;

  beforeEach(async () => {
    demo = await Demo.start(database());
  });

  const counted = (about: object = {}) => ({
    store: demo.store,
    ask: 'email+phone',
    reason: 'unknown',
    counts: ['asked', 'shown'],
    ...about,
  });
  const kept = () => readCounts(database(), demo.store, 0);

  describe('the counts of a page view', () => {
    test('are added up, as text too, and nothing is answered', async () => {
      const answer = await demo.post('/v1/counts', counted());
      expect([answer.statusCode, answer.body]).toEqual([204, '']);
      const headers = { 'content-type': 'text/plain;charset=UTF-8' };
      await demo.post('/v1/counts', JSON.stringify(counted({ counts: ['asked', 'typed', 'typed'] })), { headers });
      const row = { ask: 'email+phone', reason: 'unknown', variant: '' };
      expect(await kept()).toEqual([
        { ...row, what: 'asked', times: 2 },
        { ...row, what: 'shown', times: 1 },
        { ...row, what: 'typed', times: 1 },
      ]);
    });

    test('stand apart by variant', async () => {
      for (const variant of ['Summer offer 2', '10 % off (all shoes), 2 for 1!', 'v'.repeat(60)]) {
        await demo.post('/v1/counts', counted({ variant, counts: ['heldOut'] }));
        expect(await kept()).toContainEqual(expect.objectContaining({ variant, what: 'heldOut', times: 1 }));
      }
    });

    test.each([
      ['an email for a reason', { reason: 'jo@example.com' }],
      ['a number for a reason', { reason: '+447700900982' }],
      ['an email for a variant', { variant: 'jo@example.com' }],
      ['markup for a variant', { variant: '<b>' }],
      ['a long variant', { variant: 'v'.repeat(61) }],
      ['something that is not counted', { counts: ['asked', 'jo@example.com'] }],
      ['nothing to count', { counts: [] }],
      ['a text in place of a list', { counts: 'asked' }],
      ['no store', { store: undefined }],
    ])('are refused where they hold %s, and nothing of them is kept', async (_what, about) => {
      expect((await demo.post('/v1/counts', counted(about))).statusCode).toBe(422);
      expect(await kept()).toEqual([]);
    });

    test('of made-up names do not fill the database', async () => {
      for (let i = 0; i < 405; i += 1) await demo.post('/v1/counts', counted({ variant: `v${i}`, counts: ['asked'] }));
      expect(await kept()).toHaveLength(400);
      // What is known goes on being counted.
      await demo.post('/v1/counts', counted({ variant: 'v7', counts: ['asked'] }));
      expect((await kept()).find(({ variant }) => variant === 'v7')?.times).toBe(2);
    });
  });
});
