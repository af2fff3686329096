// What six visitors download until they need it, held against the limits of budgets.ts. `npm run figures` writes what was
// measured here into the README.

import { toDecide } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';
import { html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';
import { type Budget, budgets } from './budgets.ts';
import { customersHost } from './customersHost.ts';
import { Traffic } from './traffic.ts';

interface Visit {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly options?: object;
  readonly language?: string;
  /** Comes by the link of a mail to this person. */
  readonly by?: string;
}

const test = base.extend<{
  traffic: Traffic;
  visit: (visit: Visit) => Promise<void>;
  keepTo: (id: Budget['id']) => void;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  traffic: async ({}, use) => {
    await use(new Traffic());
  },
  visit: async ({ page, traffic, shop, store, baseURL, startSite }, use) => {
    await use(async ({ attributes = {}, options = {}, language = 'en-GB', by }) => {
      const block = `<script type="application/json" data-hello-again>${JSON.stringify(options)}</script>`;
      const collector = `${baseURL}/v1/submissions?store=${store}`;
      const tag = scriptTag({ src: '/hello-again.js', collector, store, attributes });
      const shopped = shopPage({ head: block + tag }).replace('lang="en-GB"', `lang="${language}"`);
      const site = await startSite(routes({ '/hello-again': traffic.serve, '/': html(shopped) }), customersHost);
      const link = by && (await shop.linkOf(by));
      // The fixtures turn the notice off; a customer's page has no such line.
      await page.addInitScript(() => Reflect.deleteProperty(window, 'HelloAgainNotice'));
      traffic.watch(page);
      await page.goto(link ? `${site.origin}/?ha_id=${link.searchParams.get('ha_id')}` : site.origin);
    });
  },
  keepTo: async ({ traffic }, use, info) => {
    await use((id) => {
      const budget = budgets.find((one) => one.id === id);
      if (!budget) throw new Error(`no budget for ${id}`);
      const { bytes, requests, files } = traffic;
      info.annotations.push({ type: 'moment', description: JSON.stringify({ id, bytes, requests, files }) });
      console.log(
        `${budget.visitor}, ${budget.moment}: ${bytes} of ${budget.bytes} B, ${requests} of ${budget.requests} requests`,
      );
      expect(files, 'the script and the files that it fetched').toContain('hello-again.js');
      expect.soft(bytes, `bytes of ${files.join(', ')}`).toBeLessThanOrEqual(budget.bytes);
      expect.soft(requests, `requests, these among them: ${files.join(', ')}`).toBeLessThanOrEqual(budget.requests);
    });
  },
});

test('a visitor who is asked nothing downloads only the deciding code', async ({ page, visit, traffic, keepTo }) => {
  await visit({ attributes: { 'data-target-include': '/elsewhere*' } });
  await toDecide(page, 'nothing', 'not-targeted');
  await traffic.untilQuiet(page);
  keepTo('nothing');
});

test('opening for a stranger in the UK stays within the budget', async ({ page, visit, popup, traffic, keepTo }) => {
  await visit({});
  await popup.toAsk('email+phone');
  await expect(popup.phone).toBeEditable();
  await traffic.untilQuiet(page);
  keepTo('uk');
});

test.describe('in the US', () => {
  test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

  test('opening for a stranger stays within the budget', async ({ page, visit, popup, traffic, keepTo }) => {
    await visit({ attributes: { 'data-region': 'us' }, language: 'en-US' });
    await popup.toAsk('email+phone');
    await expect(popup.phone).toBeEditable();
    await traffic.untilQuiet(page);
    keepTo('us');
  });
});

test.describe('in Germany', () => {
  test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

  test('opening the flyout in the store’s colours for a stranger stays within the budget', async ({
    page,
    visit,
    popup,
    traffic,
    keepTo,
  }) => {
    const theme = { preset: 'warm', accent: '#7a3b12' };
    await visit({ attributes: { 'data-region': 'eu' }, options: { layout: 'flyout', theme }, language: 'de' });
    await popup.toShowItsForm();
    const phone = popup.host.locator('[data-ha=phone]');
    await expect(phone).toBeVisible();
    await expect(phone).toBeEditable();
    await traffic.untilQuiet(page);
    keepTo('germany');
  });
});

test('everything until a link’s visitor can type the number stays within the budget', async ({
  page,
  visit,
  popup,
  traffic,
  keepTo,
}) => {
  await visit({ by: penny.name });
  await popup.toAsk('phone');
  await expect(popup.phone).toBeEditable();
  await traffic.untilQuiet(page);
  keepTo('link');
});

test('everything until a link’s visitor gets the answer stays within the budget', async ({
  page,
  visit,
  popup,
  traffic,
  keepTo,
}) => {
  await visit({ by: penny.name });
  await popup.toAsk('phone');
  await popup.phone.pressSequentially(freePhone.written);
  await popup.texts.check();
  await popup.signUp.click();
  await popup.toSucceed();
  await traffic.untilQuiet(page);
  keepTo('signUp');
});
