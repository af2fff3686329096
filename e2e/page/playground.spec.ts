import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { root } from '../../scripts/root.mjs';
import { test as base, expect } from '../support/fixtures.ts';
import { Popup } from '../support/popup.ts';
import { builtFilesIn } from '../support/sites.ts';
import { shopSite } from '../support/tag.ts';

/** The playground as an owner finds it: by roles and labels. */
class Playground {
  readonly onDesktop: Popup;
  readonly onPhone: Popup;
  readonly visitor: Locator;
  readonly verdict: Locator;
  readonly flags: Locator;

  constructor(readonly page: Page) {
    this.onDesktop = new Popup(page.frameLocator('iframe[title="Preview on a desktop"]'));
    this.onPhone = new Popup(page.frameLocator('iframe[title="Preview on a phone"]'));
    this.visitor = page.getByLabel('Who is visiting?');
    this.verdict = page.locator('[data-verdict]');
    this.flags = page.locator('.play-flags li');
  }

  async visit(path = '/playground'): Promise<void> {
    await this.page.goto(path);
    await expect(this.onPhone.heading).toBeVisible();
  }

  async choose(template: string): Promise<void> {
    await this.page.getByRole('button', { name: template }).click();
  }

  /** Opens the group of choices that a field is in, where it is closed. */
  async open(group: string): Promise<void> {
    const details = this.page.locator('details', { has: this.page.getByText(group, { exact: true }) }).first();
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  }

  output(what: string): Locator {
    return this.page.locator('.play-output', { has: this.page.getByRole('heading', { name: what }) });
  }

  /** What the copy button puts on the clipboard. */
  async copied(what: string): Promise<string> {
    const copy = this.page.getByRole('button', { name: `Copy ${what}` });
    await copy.click();
    await expect(this.output(what).getByRole('status')).toHaveText('Copied.');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

const test = base.extend<{ playground: Playground }>({
  playground: async ({ page, context }, use) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await use(new Playground(page));
  },
});

test('a template and typed words are seen at both widths, and the copied tag gives that popup', async ({
  playground,
  page,
  popup,
  store,
  baseURL,
  startSite,
}) => {
  // The demo's collector takes sign-ups for a store of the demo alone, and that has no field here.
  const options = { store, brand: 'Beans', terms: '/terms', privacy: '/privacy', region: 'uk' };
  await playground.visit(`/playground#${encodeURIComponent(JSON.stringify({ options }))}`);
  await playground.choose('Plain newsletter');
  await expect(playground.onDesktop.heading).toHaveText('News, once a month');
  const heading = 'Beans & <b>letters</b> "weekly"';
  const field = page.getByLabel('Heading', { exact: true });
  await field.fill(heading);
  await expect(playground.onDesktop.heading).toHaveText(heading);
  await expect(playground.onPhone.heading).toHaveText(heading);
  // A popup that opens takes the focus, in its own frame alone.
  await expect(field).toBeFocused();
  await expect(playground.onDesktop.dialog).toHaveAttribute('data-layout', 'modal');
  await expect(playground.onPhone.dialog).toHaveAttribute('data-layout', 'flyout');

  await playground.open('When it opens');
  await page.getByLabel('After per cent of the page').fill('');
  await page.getByLabel('After seconds').fill('0.05');
  await playground.open('Your shop and the law');
  await page.getByLabel('Brand').fill('Harbor Coffee');
  await page.getByLabel('May this site store?').selectOption('allowed');
  await playground.open('Where sign-ups go');
  await page.getByLabel('Its address').fill(`${baseURL}/v1/submissions?store=${store}`);
  await page.getByLabel('Address of the script').fill('/hello-again.js');
  const tag = await playground.copied('Script tag');

  const site = await startSite(shopSite({ body: tag }), 'shop.localhost');
  await page.goto(site.origin);
  await popup.toAsk('email');
  await expect(popup.heading).toHaveText(heading);
  await expect(popup.dialog).toContainText('Harbor Coffee');
  await popup.email.fill('playground@example.com');
  if (await popup.mails.isVisible()) await popup.mails.check();
  await popup.dialog.getByRole('button', { name: 'Subscribe' }).click();
  await popup.toSucceed('The next one is yours');
});

test('every template is shown at both widths, and none is flagged', async ({ playground, page }) => {
  await playground.visit();
  const templates = page.locator('[data-template]');
  expect(await templates.count()).toBe(8);
  let last = '';
  for (const template of await templates.all()) {
    await template.click();
    await expect(playground.onPhone.heading).not.toHaveText(last);
    await expect(page.locator('iframe[data-shown=popup]')).toHaveCount(2);
    await expect(playground.flags.first()).toContainText('On a phone it takes');
    await expect(page.locator('[data-tone=bad]')).toHaveCount(0);
    last = (await playground.onPhone.heading.textContent()) ?? '';
  }
});

test('another visitor is asked for something else, and the page says why', async ({ playground, page }) => {
  await playground.visit();
  await playground.choose('Discount with picture');
  await expect(playground.verdict).toContainText('email and number');
  await playground.visitor.selectOption('known-needs-phone');
  await expect(playground.verdict).toContainText(/Asked for the number, by row 16.*known-needs-phone/);
  await playground.onDesktop.toAsk('phone');
  await playground.visitor.selectOption('already-subscribed');
  await expect(playground.verdict).toContainText('Asked for nothing');
  await expect(playground.onDesktop.dialog).toHaveCount(0);
  await expect(playground.onPhone.dialog).toHaveCount(0);
  await playground.visitor.selectOption('known-needs-phone');
  await playground.open('Who is asked for what');
  await page.getByLabel('The email is asked for').selectOption('always-email');
  await expect(playground.verdict).toContainText(/email and number, by row 12.*policy-always-email/);
});

test('a missing brand, Canada’s sender and a faint accent are flagged at once', async ({ playground, page }) => {
  await playground.visit();
  await playground.open('Your shop and the law');
  await page.getByLabel('Brand').fill('');
  await expect(playground.flags.filter({ hasText: 'data-brand is missing' })).toBeVisible();
  await expect(playground.verdict).toContainText('Asked for nothing, by row 1');
  await page.getByLabel('Brand').fill('Beans');
  await page.getByLabel('Region of your readers').selectOption('ca');
  await expect(playground.flags.filter({ hasText: 'data-sender is missing' })).toBeVisible();
  await playground.open('Looks');
  await page.getByLabel('Accent: buttons, links', { exact: true }).fill('#ffd400');
  await expect(playground.flags.filter({ hasText: 'has a contrast of' })).toBeVisible();
});

test('a choice survives a reload, and its hosted file is loaded back', async ({ playground, page }) => {
  await playground.visit();
  await playground.choose('Bottom bar');
  await page.getByLabel('Heading', { exact: true }).fill('Kept words');
  await expect(playground.onPhone.heading).toHaveText('Kept words');
  await page.reload();
  await expect(playground.onPhone.heading).toHaveText('Kept words');
  const json = await playground.copied('JSON to host: looks, words, moment');
  expect(JSON.parse(json)).toMatchObject({ layout: 'flyout', texts: { heading: 'Kept words' } });
  await page.getByLabel(/^Address of a hosted file/).fill('https://your-shop.example/signup.json');
  const tag = await playground.copied('Script tag');
  expect(tag).toContain('data-config="https://your-shop.example/signup.json"');
  expect(tag).not.toContain('Kept words');
  await playground.choose('Coupon reveal');
  await expect(playground.onPhone.heading).toHaveText('A mystery discount');
  await page.getByLabel('Load such a JSON').fill('{');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByLabel('Load such a JSON')).toHaveAccessibleDescription(/no JSON/);
  await page.getByLabel('Load such a JSON').fill(json);
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(playground.onPhone.heading).toHaveText('Kept words');
});

test('an address with markup in it draws words and nothing else', async ({ playground, page }) => {
  const evil = '<img src=x onerror="document.title=1">';
  const options = {
    brand: evil,
    terms: 'javascript:alert(1)',
    privacy: evil,
    texts: { heading: evil },
    theme: { picture: 'javascript:1' },
  };
  await playground.visit(`/playground#${encodeURIComponent(JSON.stringify({ src: evil, options }))}`);
  await expect(playground.onDesktop.heading).toHaveText(evil);
  await expect(page).toHaveTitle(/Playground/);
  await expect(page.locator('img[src=x]')).toHaveCount(0);
});

test('template, visitor and copy can be reached and used by the keyboard, past both previews', async ({
  playground,
  page,
}) => {
  await playground.visit();
  await page.getByRole('button', { name: 'Coupon reveal' }).press('Enter');
  await expect(playground.onDesktop.heading).toHaveText('A mystery discount');
  await expect(page.locator('iframe[data-shown=popup]')).toHaveCount(2);
  await playground.visitor.focus();
  const copy = page.getByRole('button', { name: 'Copy Script tag' });
  const isThere = () => copy.evaluate((button) => button === document.activeElement);
  for (let press = 0; press < 60 && !(await isThere()); press += 1) await page.keyboard.press('Tab');
  await expect(copy).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.output('Script tag').getByRole('status')).toHaveText('Copied.');
});

test('the playground is accessible with everything open @phone', async ({ playground, page, isMobile }) => {
  await playground.visit();
  await playground.open('Extra fields');
  await page.getByLabel('Add', { exact: true }).selectOption('choice');
  await page.getByRole('button', { name: 'Add the field' }).click();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  // The popup has tests of its own.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: own }) => own).join(' | ')}`)).toEqual([]);
  const { scrolls, fits } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrolls: scrollWidth, fits: clientWidth };
  });
  expect(scrolls, isMobile ? 'on a phone' : 'on a desktop').toBe(fits);
});

test('a folder of its own works from a plain static server', async ({ playground, page, startSite }) => {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  try {
    await promisify(execFile)(process.execPath, ['scripts/playground.mjs', folder], { cwd: root });
    const site = await startSite(builtFilesIn(folder));
    await playground.visit(`${site.origin}/index.html`);
    await playground.choose('Side panel');
    await expect(playground.onDesktop.heading).toHaveText('Come aboard');
    await page.getByLabel('Heading', { exact: true }).fill('Without a demo');
    await expect(playground.onPhone.heading).toHaveText('Without a demo');
    const picture = page.frameLocator('iframe[title="Preview on a phone"]').locator('[part~=picture]');
    await expect(picture).toHaveJSProperty('complete', true);
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
