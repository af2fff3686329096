import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '../support/fixtures.ts';
import { Notice } from '../support/notice.ts';
import { penny } from '../support/people.ts';
import { call, setConsent } from '../support/signup.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

/** A page of a shop elsewhere, with the tag as its owner wrote it. */
interface Page {
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes that the owner forgot. */
  readonly without?: readonly string[];
  readonly collector?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tags?: number;
  readonly path?: string;
}

const test = base.extend<{ notice: Notice; open: (page?: Page) => Promise<void> }>({
  notice: async ({ page }, use) => {
    const notice = new Notice(page);
    await notice.allow();
    await use(notice);
  },
  open: async ({ page, startSite, store, baseURL }, use) => {
    await use(async ({ attributes = {}, without = [], collector, headers, tags = 1, path = '/' } = {}) => {
      const tag = scriptTag({
        src: '/hello-again.js',
        collector: collector ?? `${baseURL}/v1/submissions`,
        store,
        attributes: { 'data-trigger-delay': '60000', ...attributes },
      });
      const written = without.reduce((text, name) => text.replace(new RegExp(` ${name}="[^"]*"`), ''), tag);
      const site = await startSite(
        routes({
          '/hello-again': builtFiles('dist/embed'),
          '/gone': (_request, response) => void response.writeHead(404).end(),
          '/': html(shopPage({ head: written.repeat(tags) }), headers),
        }),
        'shop.localhost',
      );
      await page.goto(`${site.origin}${path}`);
    });
  },
});

test('the badge says what would be asked and why when there are no mistakes', async ({ notice, open }) => {
  await open();
  await notice.toSay(/Asks for email and phone number: nobody has said who the visitor is/);
});

test.describe('each mistake of the first hour is named, with the one thing to do', () => {
  test('a wrong collector address is named', async ({ notice, open, surprises }) => {
    surprises.expect(/404/);
    await open({ collector: '/gone' });
    await notice.toSay(/answers 404 \(not found\)/, /Check the address \/gone/);
  });

  test('a collector address that is a web page is named', async ({ notice, open }) => {
    await open({ collector: '/' });
    await notice.toSay(/answers with a web page/, /must be the one that accepts submissions/);
  });

  test('a collector that refuses this site is named', async ({ notice, open, startSite, surprises }) => {
    surprises.expect(/CORS|ERR_FAILED/);
    const silent = await startSite((_request, response) => void response.writeHead(204).end());
    await open({ collector: `${silent.origin}/collect` });
    await notice.toSay(
      /does not let this site read its answer/,
      /access-control-allow-origin: http:\/\/shop\.localhost/,
    );
  });

  test('a collector that the page’s policy forbids is named', async ({ notice, open, baseURL, surprises }) => {
    surprises.expect(/connect-src|Content Security Policy/);
    await open({ headers: { 'content-security-policy': "script-src 'self'; connect-src 'self'" } });
    await notice.toSay(/Content-Security-Policy forbids/, new RegExp(`Add ${baseURL} to its connect-src`));
  });

  test('a collector that cannot be reached is named', async ({ notice, open, startSite, surprises }) => {
    surprises.expect(/ERR_CONNECTION_REFUSED/);
    const gone = await startSite((_request, response) => void response.end());
    await gone.stop();
    await open({ collector: `${gone.origin}/collect` });
    await notice.toSay(/cannot be reached/, /its server runs/);
  });

  test('missing terms are named', async ({ notice, open }) => {
    await open({ without: ['data-terms'] });
    await notice.toSay(/`data-terms` is missing/, /Add data-terms="https:\/\/…\/terms" to the script tag/);
  });

  test('an unknown option is named', async ({ notice, open }) => {
    await open({ attributes: { 'data-storge': 'allowed' } });
    await notice.toSay(/`data-storge` is no option/, /Was it data-storage\?/);
  });

  test('an option with a wrong value is named', async ({ notice, open }) => {
    await open({ attributes: { 'data-region': 'mars' } });
    await notice.toSay(/`data-region` is wrong/, /us, ca, uk, eu, au/);
  });

  test('a missing choice of storage is named', async ({ notice, open }) => {
    await open({ without: ['data-storage'] });
    await notice.toSay(/whether this site may store/, /data-storage="banner"/);
  });

  test('a storage permission that is never given is named', async ({ notice, open, page }) => {
    await page.clock.install();
    await open({ attributes: { 'data-storage': 'banner' } });
    await page.clock.runFor(100);
    await notice.toSay(/Waits for the cookie banner/, /Answer it/);
    await page.clock.runFor(20_000);
    await notice.toSay(/No consent platform has answered/, /HelloAgain\.setConsent\('granted'\)/);
    await setConsent(page, 'granted');
    await page.clock.runFor(100);
    await notice.toSay(/Asks for email and phone number/);
  });

  test('a script tag that stands there twice is named', async ({ notice, open }) => {
    await open({ tags: 2 });
    await notice.toSay(/is on this page twice/, /Remove the others/);
  });

  test('an excluded page is named', async ({ notice, open }) => {
    await open({ path: '/cart' });
    await notice.toSay(/This page \(\/cart\) is excluded by targeting/, /data-target-exclude/);
  });

  test('a quiet period is named', async ({ notice, shop, popup }) => {
    await shop.visit('/', { storage: 'allowed' });
    await popup.toAsk('email+phone');
    await popup.close.click();
    await shop.visit('/', { storage: 'allowed' });
    await notice.toSay(/Kept closed in this browser: closed today, quiet for 30 more days/, /\?ha=force/);
  });

  test('a browser that cannot show the popup is named', async ({ notice, open, page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal');
    });
    await open({ attributes: { 'data-trigger-delay': '0' } });
    await notice.toSay(/cannot show modal dialogs/, /current browser/);
    await expect(page.locator('hello-again')).toHaveCount(0);
  });

  test('?ha=off, which was kept for the tab, is named', async ({ notice, shop }) => {
    await shop.visit('/', { storage: 'allowed', ha: 'off' });
    await notice.toSay(/Kept closed by \?ha=off/, /another tab/);
  });
});

test('the notice says on the same page that the popup was closed', async ({ notice, shop, popup }) => {
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.close.click();
  await notice.toSay(/Kept closed in this browser: closed today/);
});

test('the notice is updated as things happen, and can show the popup', async ({ notice, shop, popup }) => {
  await shop.followMail(penny.name, { storage: 'allowed', delay: '60000' });
  await notice.toSay(/Asks for the phone number only: the visitor is known/);
  await notice.summary.click();
  await notice.badge.getByRole('button', { name: 'Show the popup' }).click();
  await popup.toAsk('phone');
  await popup.submit({ phone: '07700 900982', texts: true });
  await popup.toSucceed();
  await popup.close.click();
  await notice.toSay(/subscribed to all that this store collects/);
});

test('customers never download the notice, and ?ha=check asks for it', async ({ page, shop }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const notice = new Notice(page);
  await shop.visit('/', { storage: 'allowed', delay: '0' });
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(notice.badge).toHaveCount(0);
  expect(fetched.filter((url) => /hello-again\.(notice|explain|check)/.test(url))).toEqual([]);
  await shop.visit('/', { storage: 'allowed', delay: '60000', ha: 'check' });
  await notice.toSay(/Asks for email and phone number/);
});

test('the notice can be closed, and destroy() removes it', async ({ notice, open, page }) => {
  await open();
  await notice.summary.click();
  await notice.badge.getByRole('button', { name: 'Hide this' }).click();
  await expect(notice.badge).toHaveCount(0);
  await page.reload();
  await expect(notice.badge).toHaveCount(1);
  await call(page, 'destroy');
  await expect(notice.badge).toHaveCount(0);
});

test('the notice says that an unreadable colour was repaired', async ({ notice, open }) => {
  await open({ attributes: { 'data-theme-accent': '#ffee00', 'data-theme-surface': 'no colour' } });
  await notice.toSay(/`theme\.surface` is wrong/);
  await notice.summary.click();
  await expect(
    notice.badge.getByText(/`theme\.accent` #ffee00 has a contrast of 1\.\d+ where 4\.5 is needed/),
  ).toBeVisible();
});

test('the notice is accessible, closed and open', async ({ notice, open, page }) => {
  await open({ without: ['data-terms'] });
  await notice.toSay(/is missing/);
  for (const opened of [false, true]) {
    if (opened) await notice.summary.click();
    const { violations } = await new AxeBuilder({ page }).include('hello-again-notice').analyze();
    expect(violations).toEqual([]);
  }
});
