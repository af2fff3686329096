import { expect, test } from '../support/fixtures.ts';

// WCAG 2.2, 1.4.10: a window of 1280 by 1024 pixels at 400 per cent.
test.use({ viewport: { width: 320, height: 256 } });

test('every control can be reached and pressed on a small screen', async ({ shop, popup }) => {
  await shop.visit('/', { storage: 'allowed', ha: 'force', region: 'us' });
  await popup.toAsk('email+phone');
  const overflow = await popup.dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await popup.submit({ email: 'small@example.com', phone: '+44 7700 900982', texts: true });
  await popup.toSucceed();
  await popup.close.click();
  await expect(popup.dialog).toBeHidden();
});
