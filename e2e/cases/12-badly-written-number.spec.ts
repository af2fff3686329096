import { numbersOf, textableOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { rosa } from '../support/people.ts';

test('a number on file in another format is found by E.164 and the identifier', async ({ shop, popup, api }) => {
  await api.useRules('careful');
  const before = await api.profiles();
  expect((await api.onlyProfileWith(rosa.email)).phones).toMatchObject([{ asWritten: rosa.asWritten }]);

  await shop.followMail(rosa.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.submit({ phone: rosa.asWritten, texts: true });
  // No mobile number by its range, so it is asked about; it is right, and the second press takes it.
  await expect(popup.phone).toHaveAccessibleDescription(/landline/);
  await popup.signUp.click();
  await popup.toSucceed();

  expect((await api.lastSubmission()).happened).toBe('linked');
  const profile = await api.onlyProfileWith(rosa.email);
  expect(numbersOf(profile)).toEqual([rosa.phone]);
  expect(textableOf(profile)).toEqual([rosa.phone]);
  expect(await api.profiles()).toHaveLength(before.length);
});
