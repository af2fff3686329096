import { expect, test } from 'vitest';
import { addressKey } from './addressKey.ts';

test.each([
  ['192.0.2.1', '::ffff:192.0.2.1'],
  ['2001:db8:1:2::1', '2001:0DB8:1:2:ffff::9'],
  ['2001:db8::1', '2001:db8:0:0:5::'],
  ['fe80::1%eth0', 'fe80::2%eth1'],
  ['::1', '0:0:0:0:0:0:0:1'],
])('%s and %s count as one client', (a, b) => {
  expect(addressKey(a)).toBe(addressKey(b));
});

test.each([
  ['192.0.2.1', '192.0.2.2'],
  ['2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['::ffff:192.0.2.1', '::1'],
])('%s and %s count as two clients', (a, b) => {
  expect(addressKey(a)).not.toBe(addressKey(b));
});

test('the key does not reveal the address', () => {
  expect(addressKey('192.0.2.1')).toMatch(/^[\w-]{43}$/);
});
