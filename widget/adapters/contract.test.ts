import { expect, test, vi } from 'vitest';
import { testAdapter, vendorDouble } from './contract.ts';
import { dataLayer } from './dataLayer/index.ts';
import { defineAdapter } from './defineAdapter.ts';
import { hubspot } from './hubspot/index.ts';
import { klaviyo } from './klaviyo/index.ts';
import { segment } from './segment/index.ts';
import { heardBy } from './test/heardBy.ts';
import { klaviyoDouble } from './test/klaviyoDouble.ts';
import { webhook } from './webhook/index.ts';

const url = 'https://hooks.example.com/x';

const all = [
  ...testAdapter(
    'klaviyo, two lists',
    () => klaviyo({ companyId: 'AbC123', lists: { email: 'E', sms: 'S' } }),
    () => klaviyoDouble(),
  ),
  ...testAdapter(
    'klaviyo, one list',
    () => klaviyo({ companyId: 'AbC123', lists: { email: 'E' } }),
    () => klaviyoDouble(),
  ),
  ...testAdapter(
    'hubspot',
    () => hubspot({ portalId: '1', formId: 'f', subscriptions: { email: 7, sms: 8 } }),
    () =>
      vendorDouble({
        subscribed: (requests) =>
          requests.flatMap(({ body }) =>
            (JSON.parse(String(body)).legalConsentOptions?.consent.communications ?? []).map(
              (c: { subscriptionTypeId: number }) => (c.subscriptionTypeId === 7 ? 'email' : 'sms'),
            ),
          ),
      }),
  ),
  ...testAdapter(
    'segment',
    () => segment(),
    () => heardBy('analytics'),
  ),
  ...testAdapter(
    'webhook',
    () => webhook({ url }),
    () => vendorDouble(),
  ),
  ...testAdapter(
    'webhook by form',
    () => webhook({ url, format: 'form' }),
    () => vendorDouble(),
  ),
  ...testAdapter(
    'webhook by text',
    () => webhook({ url, format: 'text' }),
    () => vendorDouble(),
  ),
  ...testAdapter(
    'dataLayer',
    () => dataLayer({ includeContact: true }),
    () => heardBy('dataLayer'),
  ),
];

test.each(all.map(({ name, run }) => [name, run] as const))('%s', async (_name, run) => {
  await run();
});

test('the contract reports an adapter that breaks it', async () => {
  const manifest = {
    name: 'careless',
    linksBy: ['email'],
    replacesPhone: true,
    confirms: false,
    keepsProof: false,
    takesTests: false,
  };
  const careless = defineAdapter({
    manifest,
    async deliver(submission, { send }) {
      console.warn(submission.contact.email);
      await send({ url, body: `${Math.random()}` });
      return { kind: 'taken', receipt: { outcome: 'linked' } };
    },
  });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const broken: string[] = [];
  for (const { name, run } of testAdapter(
    'careless',
    () => careless,
    () => vendorDouble(),
  )) {
    await run().catch(() => broken.push(name.replace('careless: ', '')));
  }
  expect(broken).toEqual([
    'delivers, and claims no more than it knows',
    'where identity is disputed the typed email stands alone',
    'the same submission again is the same to the vendor',
    'says the same on a page whose old library gives lists a toJSON',
    'nothing is logged, and the submission is left as it was',
    '429: it is tried again',
    '500: it is tried again',
    '503: it is tried again',
    '400: it is not taken',
    '403: it is not taken',
    '404: it is not taken',
    '422: it is not taken',
  ]);
});
