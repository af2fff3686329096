import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';

test('nothing typed leaves the page before the button is pressed', async ({ shop, popup, page }) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${decodeURIComponent(request.url())} ${request.postData() ?? ''}`));
  await shop.visit('/', { storage: 'allowed', ha: 'force' });
  await popup.toAsk('email+phone');
  await popup.email.fill('hesitant@example.com');
  await popup.phone.fill(freePhone.written);
  await popup.texts.check();
  await popup.close.click();
  await expect(popup.dialog).toBeHidden();
  await shop.visit('/profiles');
  const told = sent.join('\n');
  expect(told).not.toContain('hesitant');
  expect(told).not.toMatch(/7700\s*900982/);
});

test('an identifier is never shown, logged or put into an address', async ({ shop, popup, page }) => {
  const link = await shop.linkOf(penny.name);
  const token = link.searchParams.get('ha_id') ?? '';
  const lines: string[] = [];
  const addresses: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('request', (request) => addresses.push(request.url()));
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();
  expect(lines.join('\n')).not.toContain(token);
  // The visit itself carries it, as the mail's link does.
  expect(addresses.filter((address) => address.includes(token))).toHaveLength(1);
  expect(await popup.host.evaluate((host) => host.shadowRoot?.innerHTML ?? '')).not.toContain(token);
});

test('the recorded consent is the text as it was shown', async ({ shop, popup, page, api }) => {
  await shop.followMail(penny.name, { storage: 'allowed', region: 'us' });
  await popup.toAsk('phone');
  const shown = await page.locator('[data-ha="consent-sms"]').evaluate((box) => {
    const label = box.closest('label') ?? (box as HTMLInputElement).labels?.[0];
    return (label?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
  await popup.submit({ phone: freePhone.e164, texts: true });
  await popup.toSucceed();
  const { consents } = await api.lastSubmission();
  expect(consents).toHaveLength(1);
  const [consent] = consents;
  expect(consent).toMatchObject({
    channel: 'sms',
    to: freePhone.e164,
    granted: true,
    method: 'checkbox',
    region: 'us',
  });
  expect(consent?.text).toContain(shown);
  expect(consent?.textHash).toMatch(/^sha256-[0-9a-f]{64}$/);
  expect(consent?.links).toHaveLength(2);
  expect(consent?.page).not.toContain('ha_id');
});

test('no box is ticked for the visitor', async ({ shop, popup }) => {
  for (const region of ['us', 'ca', 'uk', 'eu', 'au']) {
    await shop.visit('/', { storage: 'allowed', ha: 'force', region });
    await popup.toAsk('email+phone');
    for (const box of await popup.dialog.getByRole('checkbox').all()) await expect(box, region).not.toBeChecked();
  }
});
