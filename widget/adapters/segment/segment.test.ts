import { expect, test } from 'vitest';
import { deliverBy } from '../deliverBy.ts';
import { consentFor, email, identifierOf, phone, sampleSubmission } from '../sample.ts';
import { heardBy } from '../test/heardBy.ts';
import { vendorDouble } from '../vendorDouble.ts';
import { fromAttributes } from './fromAttributes.ts';
import { segment } from './index.ts';

const { id, createdAt } = sampleSubmission();
const call = (name: string) => ({ messageId: `${id}-${name}`, timestamp: createdAt });

test('a stranger is identified by traits, and the event has the consent text', async () => {
  const double = heardBy('analytics');
  const answer = await deliverBy(segment(), sampleSubmission(), double.tools);
  expect(answer).toEqual({ kind: 'taken', receipt: { outcome: 'unknown' } });
  expect(double.calls[0]).toEqual(['identify', { email, phone }, call('identify')]);
  expect(double.calls[1]).toMatchObject([
    'track',
    'Signed Up for Messages',
    { submissionId: id, ask: 'email+phone', consents: [{ text: consentFor('email', email).text }, { channel: 'sms' }] },
    call('track'),
  ]);
});

test('a visitor who is known by a user id is identified by it', async () => {
  const double = heardBy('analytics');
  const identity = { certainty: 'claimed' as const, identifiers: [identifierOf('segment')], setAside: [] };
  await deliverBy(segment({ event: 'Joined' }), sampleSubmission({ identity }), double.tools);
  expect(double.calls.map(([method, first]) => [method, first])).toEqual([
    ['identify', 'opaque-of-segment'],
    ['track', 'Joined'],
  ]);
});

test.each([
  ['disputed', 'disputed'],
  ['declared', 'not-you'],
  ['declared', 'shared-link'],
] as const)(
  'the traits of Segment’s own visitor stay unchanged where that may be somebody else: %s',
  async (certainty, reason) => {
    const double = heardBy('analytics');
    const identity = { certainty, identifiers: [], setAside: [] };
    await deliverBy(segment(), sampleSubmission({ identity, ask: { kind: 'email+phone', reason } }), double.tools);
    expect(double.calls.map(([method]) => method)).toEqual(['track']);
    expect(double.calls[0]?.[2]).toMatchObject({ email, phone });
  },
);

test.each([[{}], [{ analytics: [] }], [{ analytics: null }]])(
  'the adapter waits for a script that has not loaded, or is only a queue yet: %j',
  async (page) => {
    await expect(deliverBy(segment(), sampleSubmission(), vendorDouble({ page }).tools)).rejects.toThrow();
  },
);

test('the attributes of the script tag give the same options', () => {
  expect(fromAttributes({ segmentEvent: 'Joined' }).options).toEqual({ event: 'Joined' });
  expect(fromAttributes({}).options).toEqual({ event: undefined });
});

test('extra fields are traits, and on the event', async () => {
  const double = heardBy('analytics');
  const fields = { firstName: 'Penny', birthday: '04-23', roast: 'dark' };
  await deliverBy(segment(), sampleSubmission({ contact: { email, fields } }), double.tools);
  expect(double.calls[0]).toMatchObject(['identify', { email, ...fields }, {}]);
  expect(double.calls[1]).toMatchObject(['track', 'Signed Up for Messages', fields, {}]);
});
