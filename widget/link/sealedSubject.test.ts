import { expect, it } from 'vitest';
import { openSubject, sealFormOf, sealSubject } from './sealedSubject.ts';

const key = { kid: 'a', secret: 'a secret of at least 32 bytes, for tests' };
const profileId = '01GDDKASAP8TKDDA2GRZDSVP4H';

it('opens what was sealed, with that key only', async () => {
  const sealed = await sealSubject(profileId, key);
  expect(sealFormOf(sealed)).toBe('sealed');
  expect(await openSubject(sealed, key)).toBe(profileId);
  expect(await openSubject(sealed, { kid: 'a', secret: 'another secret of at least 32 bytes' })).toBeUndefined();
});

it('looks different every time, and fits a token', async () => {
  const [one, two] = [await sealSubject(profileId, key), await sealSubject(profileId, key)];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^sealed\.[\w-]{72}$/);
});

it('is the same for each mail to one person, another for everybody else, and never the one of a receipt', async () => {
  const mailed = (id: string) => sealSubject(id, key, 'mailed');
  const first = await mailed(profileId);
  expect(await mailed(profileId)).toBe(first);
  expect(first).toMatch(/^mailed\.[\w-]{72}$/);
  expect(await mailed('01GDDKASAP8TKDDA2GRZDSVP4J')).not.toBe(first);
  expect((await sealSubject(profileId, key)).slice(7)).not.toBe(first.slice(7));
  expect(await openSubject(first, key)).toBe(profileId);
});

it.each([profileId, 'sealed.', 'mailed.', 'sealed.AAAA', 'sealed.%%%', ''])('opens not %j', async (subject) => {
  expect(await openSubject(subject, key)).toBeUndefined();
});

it('does not open with a key whose secret was changed in place', async () => {
  const changing = { ...key };
  const sealed = await sealSubject(profileId, changing);
  changing.secret = 'another secret of at least 32 bytes';
  expect(await openSubject(sealed, changing)).toBeUndefined();
});
