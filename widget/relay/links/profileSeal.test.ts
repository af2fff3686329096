import { expect, it } from 'vitest';
import { isSealed, openProfile, sealProfile } from './profileSeal.ts';

const key = { kid: 'a', secret: 'a secret of at least 32 bytes, for tests' };
const profileId = '01GDDKASAP8TKDDA2GRZDSVP4H';

it('a sealed id opens with the key that sealed it, and with no other', async () => {
  const sealed = await sealProfile(profileId, key);
  expect(isSealed(sealed)).toBe(true);
  expect(await openProfile(sealed, key)).toBe(profileId);
  expect(await openProfile(sealed, { kid: 'a', secret: 'another secret of at least 32 bytes' })).toBeUndefined();
});

it('a sealed id looks different every time, and fits into a token', async () => {
  const [one, two] = [await sealProfile(profileId, key), await sealProfile(profileId, key)];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^sealed\.[\w-]{72}$/);
});

it.each([profileId, 'sealed.', 'sealed.AAAA', 'sealed.%%%', ''])('%j does not open', async (subject) => {
  expect(await openProfile(subject, key)).toBeUndefined();
});
