import { expect, it } from 'vitest';
import { checkSubmission } from '../../../collector/submissions/checkSubmission.ts';
import { demoPolicy } from '../../server/app.ts';
import { plainSubmission } from './submission.ts';

it('is a submission that the collector takes: the number, its consent, and nobody', async () => {
  const submission = plainSubmission({
    store: 'shop',
    to: '+447700900982',
    text: ' Text me\n  news. ',
    links: ['https://shop.example/terms'],
    checkedAt: new Date().toISOString(),
    page: 'https://shop.example/',
  });
  expect(await checkSubmission(structuredClone(submission), demoPolicy, Date.now())).toEqual(submission);
  expect(submission.identity).toEqual({ certainty: 'none', identifiers: [], setAside: [] });
  expect(submission.contact).toEqual({ phone: '+447700900982' });
  expect(submission.consents).toMatchObject([{ text: 'Text me news.', to: '+447700900982', granted: true }]);
});
