import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

const formats = [
  '07700 900982',
  '07700900982',
  '(07700) 900-982',
  '+44 7700 900982',
  '+44 (0) 7700 900982',
  '0044 7700 900982',
  'tel:+44-7700-900982',
  '٠٧٧٠٠٩٠٠٩٨٢',
  '०७७०० ९००९८२',
];

for (const written of formats) {
  test(`${written} becomes E.164`, async ({ shop, popup, api }) => {
    await shop.followMail(penny.name, { storage: 'allowed', ha: 'force' });
    await popup.toAsk('phone');
    await popup.submit({ phone: written, texts: true });
    await popup.toSucceed();
    expect((await api.lastSubmission()).contact.phone).toBe(freePhone.e164);
  });
}

test('a number of another country is understood by its plus', async ({ shop, popup, api }) => {
  await shop.followMail(penny.name, { storage: 'allowed', ha: 'force' });
  await popup.toAsk('phone');
  await popup.submit({ phone: '+49 1512 3456789', texts: true });
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact.phone).toBe('+4915123456789');
});

for (const written of ['12345', '07700 9009', '07700 900982 07700 900982', 'seven']) {
  test(`${written} is refused in the form and never posted`, async ({ shop, popup, page, api }) => {
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/v1/submissions')) posts.push(request.url());
    });
    await shop.followMail(penny.name, { storage: 'allowed', ha: 'force' });
    await popup.toAsk('phone');
    await popup.submit({ phone: written, texts: true });
    await expect(popup.phone).toHaveAttribute('aria-invalid', 'true');
    await expect(popup.phone).toBeFocused();
    await expect(popup.phone).toHaveValue(written);
    expect(posts).toEqual([]);
    expect(await api.submissions()).toEqual([]);
  });
}
