import { expect, test } from 'vitest';
import { deliverBy } from '../deliverBy.ts';
import { identifierOf, sampleSubmission } from '../sample.ts';
import { vendorDouble } from '../vendorDouble.ts';
import { fromAttributes } from './fromAttributes.ts';
import { webhook } from './index.ts';

const url = 'https://hooks.example.com/x';
const text = JSON.stringify(sampleSubmission());

test('the format json is protocol v1, including its answers', async () => {
  const double = vendorDouble({ answer: () => ({ status: 200, body: { outcome: 'linked' } }) });
  const answer = await deliverBy(webhook({ url }), sampleSubmission(), double.tools);
  expect(answer).toEqual({ kind: 'taken', receipt: { outcome: 'linked' } });
  expect(double.requests).toEqual([{ url, body: text }]);
});

test('the format form sends one field and text the whole, and neither causes a preflight', async () => {
  const unread = { kind: 'taken', receipt: { outcome: 'unknown' } };
  for (const format of ['form', 'text'] as const) {
    const double = vendorDouble();
    expect(await deliverBy(webhook({ url, format }), sampleSubmission(), double.tools)).toEqual(unread);
    const body = format === 'form' ? new URLSearchParams({ submission: text }) : text;
    expect(double.requests).toEqual([{ url, body, mode: 'no-cors' }]);
  }
});

test('an answer that cannot be read is tried three times at most', async () => {
  const double = vendorDouble();
  double.fail?.('no answer');
  expect(await deliverBy(webhook({ url, format: 'text' }), sampleSubmission(), double.tools)).toEqual({
    kind: 'retry',
    most: 3,
  });
});

test('the owner says what the receiver can find a person by', async () => {
  const double = vendorDouble();
  const adapter = webhook({ url, linksBy: ['klaviyo'] });
  const identifiers = [identifierOf('klaviyo'), identifierOf('own')];
  const identity = { certainty: 'claimed' as const, identifiers, setAside: [] };
  await deliverBy(adapter, sampleSubmission({ identity }), double.tools);
  expect(adapter.linksBy).toEqual(['klaviyo']);
  expect(double.received()).toContain('opaque-of-klaviyo');
  expect(double.received()).not.toContain('opaque-of-own');
});

test('the attributes of the script tag give the same options', () => {
  expect(fromAttributes({ webhookUrl: url, webhookFormat: 'form' })).toMatchObject({
    url: `webhook:${url}`,
    manifest: { confirms: false },
    options: { url, format: 'form' },
  });
});
