import { expect, test } from './fixtures.ts';
import { freePhone, penny } from './people.ts';

test('the tour: Penny’s mail, a number, one profile @phone', async ({ shop, popup, page }) => {
  await shop.visit('/');
  const tour = page.getByRole('navigation', { name: 'Tour of the demo' });
  await tour.getByRole('link', { name: /Open Penny’s mail/ }).click();
  const mail = page
    .getByRole('article')
    .filter({ hasText: `to ${penny.name}` })
    .first();
  await mail.getByRole('link', { name: 'See the house blend' }).click();

  await popup.toAsk('phone');
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();
  await popup.close.click();

  await tour.getByRole('link', { name: /See the profiles/ }).click();
  const profile = page.getByRole('main').getByRole('article').filter({ hasText: penny.email });
  await expect(profile).toHaveCount(1);
  await expect(profile).toContainText(/7700 ?900982/);
});
