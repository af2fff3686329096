import { expect, test } from 'vitest';
import { klaviyo } from './klaviyo.ts';
import { shipped } from './shipped.ts';
import { shippedProvider } from './shippedProvider.ts';

test.each(Object.entries(shipped))('%s has its issuer’s name and says how well it identifies', (name, provider) => {
  expect(provider.issuer).toBe(name);
  expect(shippedProvider(name)).toBe(provider);
  expect(provider.source).toMatch(/^https:\/\//);
  expect(provider.lastVerified).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('Klaviyo can be limited to one account', () => {
  expect(shippedProvider('klaviyo:SYNTH1')).toMatchObject({ issuer: 'klaviyo' });
  expect(shippedProvider('klaviyo:SYNTH1')).not.toBe(klaviyo);
});

test.each(['', 'klavio', 'Klaviyo', 'toString', '__proto__', 'constructor:x', ':', 'mailchimp:SYNTH1', 'own'])(
  '%j is no provider',
  (name) => {
    expect(shippedProvider(name)).toBeUndefined();
  },
);
