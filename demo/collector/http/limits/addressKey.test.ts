import { expect, test } from 'vitest';
import { type AddressKeys, addressKeys } from './addressKey.ts';

const same = (part: keyof AddressKeys, a: string, b: string) => addressKeys(a)[part] === addressKeys(b)[part];

test.each([
  ['192.0.2.1', '::ffff:192.0.2.1'],
  ['192.0.2.1', '192.0.2.1:50123'],
  ['2001:db8:1:2::1', '2001:0DB8:1:2:ffff::9'],
  ['2001:db8:1:2::1', '[2001:db8:1:2::9]:443'],
  ['2001:db8:1:2::1', '[2001:db8:1:2::9]'],
  ['2001:db8::1', '2001:db8:0:0:5::'],
  ['fe80::1%eth0', 'fe80::2%eth1'],
  ['::1', '0:0:0:0:0:0:0:1'],
  ['unknown', '_hidden:7'],
])('%s and %s are one client, and counted as two', (a, b) => {
  expect(same('address', a, b)).toBe(true);
});

test.each([
  ['192.0.2.1', '192.0.2.2'],
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['::ffff:192.0.2.1', '::1'],
  ['unknown', '192.0.2.1'],
])('%s and %s are two clients, and counted as one', (a, b) => {
  expect(same('address', a, b)).toBe(false);
});

test.each([
  ['192.0.2.1', '192.0.2.254', '192.0.3.1', '192.1.2.1'],
  ['2001:db8:1:2::1', '2001:db8:1:ffff::1', '2001:db8:2::1', '2001:db9:1:2::1'],
])(
  '%s shares its network with %s alone, and its provider with %s, and was counted otherwise',
  (one, near, far, foreign) => {
    expect([near, far, foreign].map((other) => same('network', one, other))).toEqual([true, false, false]);
    expect([near, far, foreign].map((other) => same('provider', one, other))).toEqual([true, true, false]);
  },
);

test('no key tells the address', () => {
  for (const key of Object.values(addressKeys('192.0.2.1'))) expect(key).toMatch(/^[\w-]{43}$/);
});
