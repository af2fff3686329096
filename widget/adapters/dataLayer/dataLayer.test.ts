import { expect, test } from 'vitest';
import { deliverBy } from '../deliverBy.ts';
import { email, phone, sampleSubmission } from '../sample.ts';
import { vendorDouble } from '../vendorDouble.ts';
import { fromAttributes } from './fromAttributes.ts';
import { type DataLayerOptions, dataLayer } from './index.ts';

async function pushed(options?: DataLayerOptions, page: Record<string, unknown> = {}) {
  await deliverBy(dataLayer(options), sampleSubmission(), vendorDouble({ page }).tools);
  return page[options?.name ?? 'dataLayer'] as unknown[];
}

test('the adapter pushes one event without personal data, and creates the list where there is none', async () => {
  const list = await pushed();
  expect(list).toHaveLength(1);
  expect(list[0]).toMatchObject({
    event: 'hello_again_signup',
    hello_again: {
      ask: 'email+phone',
      reason: 'unknown',
      test: false,
      consents: [{ channel: 'email' }, { channel: 'sms' }],
    },
  });
  expect(JSON.stringify(list)).not.toMatch(/penny|447700/);
});

test('the adapter keeps what is in the list already', async () => {
  expect(await pushed({}, { dataLayer: ['gtm.start'] })).toHaveLength(2);
});

test('email and number are pushed only where the owner asks for them, to the list that the container has', async () => {
  const [entry] = await pushed({ name: 'tags', includeContact: true });
  expect(entry).toMatchObject({ hello_again: { email, phone } });
});

test.each([
  [{}, false],
  [{ dataLayerIncludeContact: '' }, true],
  [{ dataLayerIncludeContact: 'true' }, true],
  [{ dataLayerIncludeContact: 'false' }, false],
  [{ dataLayerName: 'tags', dataLayerIncludeContact: true }, true],
])('the attributes of the script tag give the same options: %j', (given, includeContact) => {
  expect(fromAttributes(given).options).toMatchObject({ includeContact });
});

test('extra fields are passed on with the contact, and never without it', async () => {
  const submission = sampleSubmission({ contact: { email, fields: { firstName: 'Penny' } } });
  for (const includeContact of [true, false]) {
    const page: Record<string, unknown> = {};
    const adapter = dataLayer({ includeContact });
    await deliverBy(adapter, submission, vendorDouble({ page }).tools);
    expect(JSON.stringify(page).includes('Penny')).toBe(includeContact);
    expect(adapter.manifest.carriesFields).toBe(includeContact);
  }
});
