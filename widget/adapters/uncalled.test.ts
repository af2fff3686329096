import { expect, test } from 'vitest';
import { checkOptions } from '../config/check.ts';
import { complete } from '../test/fixtures.ts';
import { hubspot } from './hubspot/index.ts';
import { klaviyo } from './klaviyo/index.ts';
import { webhook } from './webhook/index.ts';

test.each([
  ['klaviyo', klaviyo, 'klaviyo.companyId'],
  ['hubspot', hubspot, 'hubspot.portalId'],
  ['webhook', webhook, 'webhook.url'],
])('%s called without options throws nothing, and what it lacks is named', (_name, adapter, option) => {
  const collector = (adapter as () => unknown)();
  expect(checkOptions({ ...complete, collector }).map((error) => error.option)).toContain(option);
});
