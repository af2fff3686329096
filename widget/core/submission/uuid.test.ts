import { expect, test } from 'vitest';
import { uuidv7 } from './uuid.ts';

// The example of RFC 9562, appendix A.6: 22 February 2022, 19:22:22 UTC.
test('an id equals the RFC’s own example', () => {
  const random = Uint8Array.from([0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test.each([0x00, 0xff, 0x5a])('version and variant are in their places with any random bytes (%i)', (byte) => {
  expect(uuidv7(Date.UTC(2026, 0, 31), new Uint8Array(16).fill(byte))).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('later ids sort behind earlier ones', () => {
  const ids = [0, 1, 255, 256, 65_536, 2 ** 32, 2 ** 40].map((now) => uuidv7(now, new Uint8Array(16)));
  expect([...ids].sort()).toEqual(ids);
});

test('the random bytes that are passed in are not changed', () => {
  const random = new Uint8Array(16).fill(7);
  uuidv7(Date.UTC(2026, 0, 31), random);
  expect([...random]).toEqual(new Array(16).fill(7));
});
