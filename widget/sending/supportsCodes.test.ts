import { expect, test } from 'vitest';
import { webhook } from '../adapters/webhook/index.ts';
import { settingsOf } from '../test/fixtures.ts';
import { supportsCodes } from './supportsCodes.ts';

const url = 'https://collect.example.com/v1/submissions';

test.each([
  ['a collector', { collector: url }, true],
  [
    'an adapter of the npm module, though it has a name in the place of an address',
    { collector: webhook({ url }) },
    false,
  ],
  ['an adapter that the script tag names', { collector: undefined, to: 'webhook', webhookUrl: url }, false],
])('%s is known to support codes or not', (_what, options, takes) => {
  expect(supportsCodes(settingsOf(options))).toBe(takes);
});
