import type { Page } from '@playwright/test';
import { numbersOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { penny, sam } from '../support/people.ts';
import type { Popup } from '../support/popup.ts';
import type { Shop } from '../support/shop.ts';

const codeOf = (popup: Popup) => popup.dialog.getByRole('textbox', { name: 'Code', exact: true });

/** Enters the code that was texted to the number. */
async function enterCode(page: Page, popup: Popup, shop: Shop): Promise<void> {
  const field = codeOf(popup);
  await expect(field).toBeVisible();
  const answer = await page.request.get('/api/texts', { params: { store: shop.store } });
  const [text] = (await answer.json()) as readonly { readonly code: string }[];
  await field.fill(text?.code ?? '');
  await popup.dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
}

test('one submission with both, and its code, join a phone-only profile and an email profile', async ({
  shop,
  popup,
  page,
  api,
}) => {
  await api.useRules('careful');
  const before = await api.profiles();
  const halves = [await api.onlyProfileWith(penny.email), await api.onlyProfileWith(sam.phone)];
  expect(halves[0]?.id).not.toBe(halves[1]?.id);

  await shop.visit('/', { storage: 'allowed' });
  await popup.toAsk('email+phone');
  await popup.submit({ email: penny.email, phone: sam.phone, texts: true });
  await expect(codeOf(popup)).toBeVisible();
  expect((await api.lastSubmission()).happened).toBe('pending');
  expect(await api.profiles()).toHaveLength(before.length);
  await enterCode(page, popup, shop);
  await popup.toSucceed();

  expect((await api.lastSubmission()).happened).toBe('joined');
  const joined = await api.onlyProfileWith(penny.email);
  expect(numbersOf(joined)).toEqual([sam.phone]);
  expect((await api.onlyProfileWith(sam.phone)).id).toBe(joined.id);
  expect(await api.profiles()).toHaveLength(before.length - 1);
});

test('a profile link and the number of a phone-only profile join them too, by its code', async ({
  shop,
  popup,
  page,
  api,
}) => {
  await api.useRules('careful');
  await shop.followMail(penny.name, { storage: 'allowed' });
  await popup.toAsk('phone');
  await popup.submit({ phone: sam.phone, texts: true });
  await enterCode(page, popup, shop);
  await popup.toSucceed();
  expect((await api.lastSubmission()).happened).toBe('joined');
  expect((await api.onlyProfileWith(sam.phone)).email).toBe(penny.email);
});
