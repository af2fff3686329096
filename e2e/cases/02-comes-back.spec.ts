import { textableOf } from '../support/api.ts';
import { toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

const days = 86_400_000;

test('a visitor who closed the popup and returns later without the link is asked for the number only', async ({
  shop,
  popup,
  page,
  api,
}) => {
  const now = Date.now();
  await page.clock.install({ time: now - 31 * days });
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.close.click();
  await expect(popup.dialog).toBeHidden();

  await page.clock.setSystemTime(now - 30 * days);
  await shop.visit('/', { storage: 'allowed' });
  await toDecide(page, 'nothing', 'dismissed');

  await page.clock.setSystemTime(now);
  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();

  expect(textableOf(await api.onlyProfileWith(penny.email))).toEqual([freePhone.e164]);
  expect((await api.lastSubmission()).identifiers).toEqual([{ field: 'profile', issuer: 'own', source: 'cookie' }]);
});
