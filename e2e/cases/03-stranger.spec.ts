import { numbersOf, textableOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone } from '../support/people.ts';

const email = 'stranger@example.com';

test('a stranger leaves email and number at once, and one profile is made @phone', async ({ shop, popup, api }) => {
  const before = await api.profiles();
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await expect(popup.notYou).toBeHidden();
  await popup.submit({ email, phone: freePhone.written, texts: true });
  await popup.toSucceed();

  const profile = await api.onlyProfileWith(email);
  expect(numbersOf(profile)).toEqual([freePhone.e164]);
  expect(textableOf(profile)).toEqual([freePhone.e164]);
  expect(await api.profiles()).toHaveLength(before.length + 1);
  expect((await api.lastSubmission()).happened).toBe('created');
});

test('a number with the box unticked keeps the form open, and is sent only once the box is ticked', async ({
  shop,
  popup,
  page,
  api,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.submit({ email, mails: true, phone: freePhone.written });
  await expect(popup.texts).toHaveAttribute('aria-invalid', 'true');
  expect(await api.submissions()).toHaveLength(0);

  await popup.signUpWithoutTexts.click();
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact).toEqual({ email });
  expect(sent.join('\n')).toContain(email);
  expect(sent.join('\n')).not.toMatch(/7700\s*900982/);
  expect(numbersOf(await api.onlyProfileWith(email))).toEqual([]);
});

test('an email alone is enough', async ({ shop, popup, api }) => {
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.submit({ email, mails: true });
  await popup.toSucceed();
  expect(textableOf(await api.onlyProfileWith(email))).toEqual([]);
});
