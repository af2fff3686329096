import { expect, it } from 'vitest';
import { checkSubmission } from '../../../collector/submissions/checkSubmission.ts';
import { demoPolicy } from '../../server/app.ts';
import { newUuid, plainSubmission } from './submission.ts';

const at = '2026-01-31T12:00:00.000Z';

it('is a submission that the collector takes: the number, its consent, and nobody', async () => {
  const submission = plainSubmission({
    store: 'shop',
    phone: '+447700900982',
    words: ' Text me\n  news. ',
    links: ['https://shop.example/terms'],
    tickedAt: at,
    pressedAt: at,
    page: 'https://shop.example/',
    newId: newUuid,
  });
  expect(await checkSubmission(structuredClone(submission), demoPolicy, Date.parse(at))).toEqual(submission);
  expect(submission.identity).toEqual({ certainty: 'none', identifiers: [], setAside: [] });
  expect(submission.contact).toEqual({ phone: '+447700900982' });
  expect(submission.consents).toMatchObject([{ text: 'Text me news.', to: '+447700900982', granted: true }]);
});

it('the ids have the bits of version and variant', () => {
  expect(newUuid(new Uint8Array(16).fill(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
});
