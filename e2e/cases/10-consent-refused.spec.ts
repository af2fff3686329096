import { textableOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone } from '../support/people.ts';
import { stored } from '../support/storage.ts';

test('a refusal in the cookie banner stores nothing, and the popup still works within the page', async ({
  shop,
  popup,
  page,
  api,
}) => {
  await shop.visit('/', { storage: 'banner' });
  await shop.banner.getByRole('button', { name: 'Refuse' }).click();
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'private@example.com', phone: freePhone.written, texts: true });
  await popup.toSucceed();
  expect(textableOf(await api.onlyProfileWith('private@example.com'))).toEqual([freePhone.e164]);
  expect(await stored(page)).toEqual([]);
});
