import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

test('the tour leads from Penny’s mail to one profile with the number, with a sentence after each step @phone', async ({
  shop,
  popup,
  page,
}) => {
  await page.goto(shop.path('/'));
  const tour = page.getByRole('navigation', { name: 'Tour of the demo' });
  await tour.getByRole('link', { name: /Open Penny’s mail/ }).click();
  await expect(tour).toContainText(/07700 900982, which belongs to nobody/);
  const mail = page
    .getByRole('article')
    .filter({ hasText: `to ${penny.name}` })
    .first();
  await mail.getByRole('link', { name: 'See the house blend' }).click();

  await popup.toAsk('phone');
  // Above the popup, since a modal one covers the tour.
  await expect(page.locator('#guide-card')).toContainText(
    /The link identifies its reader, so only the number is asked for/,
  );
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();
  await expect(page.locator('#guide-card')).toContainText(/one profile has both now/);
  await popup.close.click();
  await expect(page.locator('#guide-card')).toBeHidden();
  await expect(tour).toContainText(/one profile has both now/);
  await expect(tour.getByRole('link', { name: /See the profiles/ })).toHaveAttribute('aria-current', 'step');

  await tour.getByRole('link', { name: /See the profiles/ }).click();
  await expect(tour).toContainText(/one profile has both now/);
  const profile = page.getByRole('main').getByRole('article').filter({ hasText: penny.email });
  await expect(profile).toHaveCount(1);
  await expect(profile).toContainText(/7700 ?900982/);
});

test('the tour needs no mouse', async ({ shop, popup, page, api }) => {
  await page.goto(shop.path('/'));
  const press = (key: string, times = 1) =>
    Array.from({ length: times }).reduce<Promise<void>>(
      (before) => before.then(() => page.keyboard.press(key)),
      Promise.resolve(),
    );
  const focused = page.locator(':focus');

  // The skip link, then the first step.
  await press('Tab', 2);
  await expect(focused).toContainText('Open Penny’s mail');
  await press('Enter');
  await page.waitForURL(/\/inbox/);
  await press('Tab');
  await expect(focused).toHaveText('See the house blend');
  await press('Enter');

  await popup.toAsk('phone');
  // Past the list of countries.
  await press('Tab', 3);
  await expect(popup.phone).toBeFocused();
  await page.keyboard.type(freePhone.written);
  await press('Tab');
  await expect(popup.texts).toBeFocused();
  await press('Space');
  await press('Enter');
  await popup.toSucceed();
  await press('Escape');
  await expect(popup.dialog).toHaveCount(0);

  await press('Tab', 4);
  await expect(focused).toContainText('See the profiles');
  await press('Enter');
  await page.waitForURL(/\/profiles/);
  await expect(page.getByRole('main')).toContainText(/7700 ?900982/);
  expect(await api.onlyProfileWith(penny.email)).toBeDefined();
});

test('the guide says why a link from a public page is not believed', async ({ shop, popup, page }) => {
  const link = await shop.linkOf(penny.name);
  await page.goto(link.href, { referer: 'https://forum.example/thread' });
  await popup.toAsk('email+phone');
  await expect(page.locator('#guide-card')).toContainText(/followed from a public page, so it identifies nobody/);
  await popup.close.click();
  await expect(page.getByRole('navigation', { name: 'Tour of the demo' })).not.toContainText(/remembers the link/);
});
