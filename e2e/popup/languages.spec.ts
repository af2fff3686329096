import type { Page } from '@playwright/test';
import { arabicConsentText } from '../support/arabicConsentText.ts';
import { expect, test } from '../support/fixtures.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

interface Shop {
  readonly language: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly options?: object;
}

/** A server with one page in a language, whose collector takes whatever comes. */
function siteIn({ language, attributes = {}, options = {} }: Shop) {
  const block = `<script type="application/json" data-hello-again>${JSON.stringify(options)}</script>`;
  const tag = scriptTag({ src: '/hello-again.js', collector: '/v1/submissions', store: 'languages', attributes });
  return routes({
    '/hello-again': builtFiles('dist/embed'),
    '/v1/submissions': (_request, response) => void response.writeHead(204).end(),
    '/': html(shopPage({ head: `${block}${tag}` }).replace('lang="en-GB"', `lang="${language}"`)),
  });
}

/** The words that were fetched: one language, or none. */
function fetchedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /strings-([a-z]{2}(?:-[A-Z]{2})?)(?:-[a-z]+)?-\w{6}\.js$/.exec(name)?.[1] ?? [])
      .sort(),
  );
}

/** The dialog's and the wordings' own language and direction. */
function spoken(page: Page) {
  return page.getByRole('dialog').evaluate((dialog) => ({
    form: (dialog as HTMLElement).lang,
    direction: getComputedStyle(dialog).direction,
    wording: [...new Set([...dialog.querySelectorAll<HTMLElement>('.consent')].map(({ lang }) => lang))],
  }));
}

test('a German page of a store in the EU shows German strings and consent text, and fetches no other language', async ({
  page,
  startSite,
}) => {
  const { origin } = await startSite(siteIn({ language: 'de-AT', attributes: { 'data-region': 'eu' } }));
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.goto(origin);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill('penny@example.com');
  await dialog.getByRole('checkbox', { name: /per E-Mail erhalten/ }).check();
  await dialog.getByRole('textbox', { name: /Handynummer/ }).fill('+4915112345678');
  await dialog.getByRole('checkbox', { name: /per SMS erhalten/ }).check();
  await dialog.getByRole('button', { name: 'Anmelden', exact: true }).click();
  const { consents } = (await posted).postDataJSON();
  expect(consents).toHaveLength(2);
  for (const consent of consents) {
    expect(consent).toMatchObject({ locale: 'de', region: 'eu', textVersion: 'eu-de-1', method: 'checkbox' });
    expect(consent.text).toContain('Harbor Coffee');
    expect(consent.text).not.toMatch(/[{}]/);
  }
  await expect(dialog.getByRole('status')).toHaveText('Ihre Angaben sind abgeschickt.');
  expect(await spoken(page)).toMatchObject({ form: 'de', direction: 'ltr' });
  expect(await fetchedWords(page)).toEqual(['de']);
});

test('a Polish page without a Polish consent text shows form and consent text in English', async ({
  page,
  popup,
  startSite,
}) => {
  const { origin } = await startSite(siteIn({ language: 'pl', attributes: { 'data-region': 'uk' } }));
  await page.goto(origin);
  await popup.toAsk('email+phone');
  expect(await spoken(page)).toEqual({ form: 'en', direction: 'ltr', wording: ['en-GB'] });
  expect(await fetchedWords(page)).toEqual(['en']);
});

test('an Arabic page with the owner’s consent text runs right to left, and records the text as the owner’s', async ({
  page,
  startSite,
}) => {
  const options = { wording: { ar: arabicConsentText }, textsPerMonth: 2 };
  const { origin } = await startSite(siteIn({ language: 'ar', attributes: { 'data-region': 'eu' }, options }));
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.goto(origin);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('حوالي رسالتين في الشهر.')).toBeVisible();
  expect(await spoken(page)).toEqual({ form: 'ar', direction: 'rtl', wording: ['ar'] });
  const email = dialog.getByRole('textbox', { name: 'البريد الإلكتروني' });
  expect(await email.evaluate((input) => getComputedStyle(input).direction)).toBe('ltr');
  await email.fill('penny@example.com');
  await dialog.getByRole('checkbox', { name: /بالبريد/ }).check();
  await dialog.getByRole('button', { name: 'اشتراك', exact: true }).click();
  const { consents } = (await posted).postDataJSON();
  expect(consents).toContainEqual(
    expect.objectContaining({
      channel: 'email',
      granted: true,
      locale: 'ar',
      region: 'eu',
      textVersion: 'harbor-ar-1',
    }),
  );
  expect(await fetchedWords(page)).toEqual(['ar']);
});
