import { numbersOf } from '../support/api.ts';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny, rosa } from '../support/people.ts';

test('the typed email decides who of two people on one device it is', async ({ shop, popup, page, api }) => {
  await api.useRules('careful');
  await shop.followMail(penny.name, { storage: 'allowed', ha: 'force' });
  await popup.toAsk('phone');
  await popup.close.click();

  await shop.followMail(rosa.name, { storage: 'allowed', ha: 'force' });
  await toDecide(page, 'email+phone', 'disputed');
  await popup.toAsk('email+phone');
  await popup.submit({ email: rosa.email, phone: freePhone.written, texts: true });
  await popup.toSucceed();

  expect((await api.lastSubmission()).setAside.length).toBeGreaterThan(0);
  expect(numbersOf(await api.onlyProfileWith(penny.email))).toEqual([]);
  expect(numbersOf(await api.onlyProfileWith(rosa.email))).toContain(freePhone.e164);
});
