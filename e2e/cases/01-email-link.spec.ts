import { numbersOf, textableOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

test('an email link asks for the number only, and one profile ends up with both @phone', async ({
  shop,
  popup,
  api,
}) => {
  const before = await api.profiles();
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await expect(popup.notYou).toBeVisible();
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();

  const profile = await api.onlyProfileWith(penny.email);
  expect(numbersOf(profile)).toEqual([freePhone.e164]);
  expect(textableOf(profile)).toEqual([freePhone.e164]);
  expect(await api.profiles()).toHaveLength(before.length);

  const received = await api.lastSubmission();
  expect(received).toMatchObject({ happened: 'linked', outcome: 'linked', certainty: 'claimed' });
  expect(received.contact).toEqual({ phone: freePhone.e164, typedPhone: expect.any(String) });
  expect(received.identifiers).toEqual([{ field: 'profile', issuer: 'own', source: 'link' }]);
});

test('the address bar no longer holds the identity, and the rest of the address stays', async ({
  shop,
  page,
  popup,
}) => {
  await shop.followMail(penny.name, { storage: 'allowed', colour: 'green' });
  await popup.toAsk('phone');
  const url = new URL(page.url());
  expect([...url.searchParams.keys()].filter((name) => name.startsWith('ha'))).toEqual([]);
  expect(url.searchParams.get('colour')).toBe('green');
});
