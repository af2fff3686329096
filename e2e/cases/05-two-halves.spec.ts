import { numbersOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny, sam } from '../support/people.ts';

test('one submission with both joins a phone-only profile and an email profile', async ({ shop, popup, api }) => {
  await api.useRules('careful');
  const before = await api.profiles();
  const halves = [await api.onlyProfileWith(penny.email), await api.onlyProfileWith(sam.phone)];
  expect(halves[0]?.id).not.toBe(halves[1]?.id);

  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.submit({ email: penny.email, phone: sam.phone, texts: true });
  await popup.toSucceed();

  expect((await api.lastSubmission()).happened).toBe('joined');
  const joined = await api.onlyProfileWith(penny.email);
  expect(numbersOf(joined)).toEqual([sam.phone]);
  expect((await api.onlyProfileWith(sam.phone)).id).toBe(joined.id);
  expect(await api.profiles()).toHaveLength(before.length - 1);
});

test('a profile link and the number of a phone-only profile join them too', async ({ shop, popup, api }) => {
  await api.useRules('careful');
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.submit({ phone: sam.phone, texts: true });
  await popup.toSucceed();
  expect((await api.lastSubmission()).happened).toBe('joined');
  expect((await api.onlyProfileWith(sam.phone)).email).toBe(penny.email);
});
