import { answerWith } from '../support/answers.ts';
import { expect, test } from '../support/fixtures.ts';
import { ade, freePhone, penny } from '../support/people.ts';
import type { Popup } from '../support/popup.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

const email = 'robin@example.com';
const code = 'BEANS10';

/** What a sign-up may carry; the offer is the same for all. */
const ways: readonly [name: string, giveTo: (popup: Popup) => Promise<void>][] = [
  ['with texts', (popup) => popup.submit({ email, phone: freePhone.written, texts: true, mails: true })],
  ['without a number', (popup) => popup.submit({ email, mails: true })],
  [
    'with a number, and “Sign up without texts”',
    async (popup) => {
      await popup.submit({ email, phone: freePhone.written, mails: true });
      await popup.signUpWithoutTexts.click();
    },
  ],
];

for (const [name, giveTo] of ways) {
  test(`the same coupon is shown after submitting ${name}`, async ({ shop, popup }) => {
    await shop.visit('/', { storage: 'allowed', coupon: code });
    await giveTo(popup);
    await popup.toSucceed();
    await expect(popup.dialog.getByText(code, { exact: true })).toBeVisible();
  });

  test(`the same coupon is shown with the receipt ${name}`, async ({ shop, popup, page }) => {
    const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted', coupon: { code } } });
    await shop.visit('/', { storage: 'allowed' });
    await giveTo(popup);
    await popup.toSucceed();
    await expect(popup.dialog.getByText(code, { exact: true })).toBeVisible();
    const isTexted = name === 'with texts';
    expect(posted[0]?.consents.some(({ channel, granted }) => channel === 'sms' && granted)).toBe(isTexted);
  });

  test(`no coupon is shown ${name} when it waits for the receipt and the receipt brings none`, async ({
    popup,
    page,
    startSite,
    store,
  }) => {
    const options = `<script type="application/json" data-hello-again>${JSON.stringify({ coupon: { code, when: 'receipt' } })}</script>`;
    const tag = scriptTag({ src: '/files/hello-again.js', collector: '/v1/submissions', store });
    const site = await startSite(
      routes({
        '/files/': builtFiles('dist/embed', '/files/'),
        '/v1/': html(JSON.stringify({ outcome: 'accepted' }), { 'content-type': 'application/json' }),
        '/': html(shopPage({ head: options + tag })),
      }),
    );
    await page.goto(site.origin);
    await giveTo(popup);
    await popup.toSucceed();
    await expect(popup.dialog.getByText(code, { exact: true })).toBeHidden();
  });
}

test('no text of the form makes the offer depend on the consent to texts', async ({ shop, popup }) => {
  await shop.visit('/', { storage: 'allowed', coupon: code });
  await popup.toAsk('email+phone');
  await expect(popup.texts).not.toBeChecked();
  await expect(popup.texts).not.toHaveAttribute('required');
  await expect(popup.dialog).not.toContainText(code);
});

test('the offer does not reveal whether an email is on file', async ({ newVisitor }) => {
  const shown: string[] = [];
  for (const one of [email, penny.email, ade.email]) {
    const visitor = await newVisitor();
    await visitor.shop.visit('/', { storage: 'allowed', coupon: code });
    await visitor.popup.submit({ email: one, mails: true });
    await visitor.popup.toSucceed();
    // Its button comes a moment later than the code.
    await expect(visitor.popup.dialog.locator('[data-ha=copy]')).toBeVisible();
    shown.push((await visitor.popup.dialog.textContent()) ?? '');
  }
  expect(shown[0]).toContain(code);
  expect(new Set(shown).size).toBe(1);
});

test('the offer is shown to a number that waits for its code once the number is proven', async ({
  shop,
  popup,
  page,
}) => {
  await shop.visit('/', { storage: 'allowed', coupon: code });
  await popup.submit({ email, phone: ade.phone, texts: true, mails: true });
  const field = popup.dialog.getByRole('textbox', { name: 'Code', exact: true });
  await expect(field).toBeVisible();
  const answer = await page.request.get('/api/texts', { params: { store: shop.store } });
  const [text] = (await answer.json()) as readonly { readonly code: string }[];
  await field.fill(text?.code ?? '');
  await field.press('Enter');
  await popup.toSucceed();
  await expect(popup.dialog.getByText(code, { exact: true })).toBeVisible();
});
