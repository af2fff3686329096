// What a platform refuses for the owner's sake or a cookie's, and the owner's extra fields on their way to it.

import type { Page } from '@playwright/test';
import { eventOf } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { Notice } from '../support/notice.ts';
import { freePhone, penny } from '../support/people.ts';
import { scriptTag, shopSite } from '../support/tag.ts';

const hubspot = { 'data-to': 'hubspot', 'data-hubspot-portal': '1234567', 'data-hubspot-form': 'f0-1' };
const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type, revision' };

interface Form {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly context: { readonly hutk?: string };
}

const visit = test.extend<{
  open: (attributes: Readonly<Record<string, string>>, head?: string) => Promise<string>;
  /** Stands in for HubSpot: answers by what a form has, and keeps the forms. */
  answerForms: (answer: (form: Form) => object | undefined) => Promise<readonly Form[]>;
}>({
  open: async ({ page, startSite }, use) => {
    await use(async (attributes, head = '') => {
      const body = scriptTag({ src: '/hello-again.js', attributes });
      const shop = await startSite(shopSite({ head, body }), 'shop.localhost');
      await page.goto(shop.origin);
      return shop.origin;
    });
  },
  answerForms: async ({ page, surprises }, use) => {
    await use(async (answer) => {
      const forms: Form[] = [];
      surprises.allowOrigin('https://api.hsforms.com');
      await page.route('https://api.hsforms.com/**', (route) => {
        const request = route.request();
        if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
        const form = request.postDataJSON() as Form;
        forms.push(form);
        const errors = answer(form);
        return route.fulfill({
          status: errors ? 400 : 200,
          headers: cors,
          contentType: 'application/json',
          body: JSON.stringify(errors ? { status: 'error', errors: [errors] } : {}),
        });
      });
      return forms;
    });
  },
});

const cookie = (value: string) => `<script>document.cookie = 'hubspotutk=${value}';</script>`;
const refusedCookie = { message: 'hutk is invalid', errorType: 'INVALID_HUTK' };

visit(
  'a cookie hubspotutk that says undefined is not sent, and the sign-up arrives',
  async ({ open, answerForms, popup, page }) => {
    const forms = await answerForms(({ context }) => (context.hutk === undefined ? undefined : refusedCookie));
    await open(hubspot, cookie('undefined'));
    await popup.submit({ email: penny.email, phone: freePhone.written, texts: true });
    await eventOf(page, 'sent');
    expect(forms).toHaveLength(1);
  },
);

visit(
  'a cookie that HubSpot refuses is left out, and the sign-up arrives',
  async ({ open, answerForms, popup, page, surprises }) => {
    surprises.expect(/400/);
    const forms = await answerForms(({ context }) => (context.hutk === undefined ? undefined : refusedCookie));
    await open(hubspot, cookie('0123456789abcdef0123456789abcdef'));
    await popup.submit({ email: penny.email, phone: freePhone.written, texts: true });
    await eventOf(page, 'sent');
    expect(forms.map(({ context }) => context.hutk !== undefined)).toEqual([true, false]);
  },
);

/** Half an hour later, as the outbox counts. */
const later = (page: Page) => page.clock.runFor(31 * 60_000);

for (const [what, errorType, message, fix] of [
  ['a reCAPTCHA on the form', 'FORM_HAS_RECAPTCHA_ENABLED', 'recaptcha', /turn off the form’s reCAPTCHA/],
  [
    'a field that the form lacks',
    'FIELD_NOT_IN_FORM_DEFINITION',
    "Error in 'fields.phone'",
    /\(phone\): add the field/,
  ],
] as const) {
  visit(
    `${what} is named in the console, and the sign-up is kept until the owner has mended it`,
    async ({ open, answerForms, popup, page, surprises }) => {
      surprises.expect(/400|hello-again/);
      const lines: string[] = [];
      page.on('console', (line) => lines.push(line.text()));
      let isMended = false;
      const forms = await answerForms(() => (isMended ? undefined : { message, errorType }));
      await page.clock.install();
      await open({ ...hubspot, 'data-trigger': 'manual' });
      await page.evaluate(() => Object(window).HelloAgain.open());
      await popup.submit({ email: penny.email, phone: freePhone.written, texts: true });
      await eventOf(page, 'waiting');
      expect(lines.join('\n')).toMatch(fix);
      expect(lines.join('\n')).not.toContain(penny.email);
      isMended = true;
      await later(page);
      await expect.poll(() => forms.length).toBe(2);
      expect(await page.evaluate(() => localStorage.getItem('hello_again_outbox') ?? '[]')).toBe('[]');
    },
  );
}

visit('extra fields arrive at the platform under its own names', async ({ open, answerForms, popup, page }) => {
  const forms = await answerForms(() => undefined);
  const fields = [
    { name: 'first', type: 'firstName', required: true },
    { name: 'roast', type: 'text', label: 'Roast', required: true },
  ];
  await open(hubspot, `<script type="application/json" data-hello-again>${JSON.stringify({ fields })}</script>`);
  await popup.dialog.getByRole('textbox', { name: 'First name' }).fill('Penny');
  await popup.dialog.getByRole('textbox', { name: 'Roast' }).fill('dark');
  await popup.submit({ email: penny.email, phone: freePhone.written, texts: true });
  await eventOf(page, 'sent');
  const sent = Object.fromEntries((forms[0]?.fields ?? []).map(({ name, value }) => [name, value]));
  expect(sent).toMatchObject({ firstname: 'Penny', roast: 'dark' });
});

visit('fields that the data layer may not have are not asked, and the owner is told', async ({ open, popup, page }) => {
  const notice = new Notice(page);
  await notice.allow();
  await open({ 'data-to': 'dataLayer', 'data-fields': 'firstName' });
  await popup.toAsk('email+phone');
  await expect(popup.dialog.getByRole('textbox', { name: 'First name' })).toHaveCount(0);
  await popup.close.click();
  await notice.toSay(/data-fields/, /nothing personal: the fields are not asked.*dataLayerIncludeContact/);
});

visit('fields that the data layer may have are asked, and pushed', async ({ open, popup, page }) => {
  await open({ 'data-to': 'dataLayer', 'data-data-layer-include-contact': '', 'data-fields': 'firstName' });
  await popup.dialog.getByRole('textbox', { name: 'First name' }).fill('Penny');
  await popup.submit({ email: penny.email, phone: freePhone.written, texts: true });
  await eventOf(page, 'sent');
  expect(await page.evaluate(() => JSON.stringify(Object(window).dataLayer))).toContain(
    '"fields":{"firstName":"Penny"}',
  );
});
