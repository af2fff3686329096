import type { Page } from '@playwright/test';
import { eventsOf, toDecide } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import type { Popup } from '../support/popup.ts';
import { call, explain } from '../support/signup.ts';
import { html } from '../support/sites.ts';
import { shopPage, shopSite } from '../support/tag.ts';

interface Visit {
  readonly path?: string;
  /** Beside what nothing is shown without. */
  readonly options?: object;
  readonly body?: string;
  readonly referrer?: string;
}

const day = 86_400_000;

const test = base.extend<{ visit: (visit?: Visit) => Promise<void> }>({
  visit: async ({ page, startSite, store, baseURL }, use) => {
    let content = '';
    const site = await startSite(
      shopSite((request, response) => html(content)(request, response)),
      'shop.localhost',
    );
    await page.clock.install();
    await use(async ({ path = '/', options = {}, body = '', referrer } = {}) => {
      const all = {
        collector: `${baseURL}/v1/submissions`,
        store,
        brand: 'Harbor Coffee',
        terms: 'https://harbor.example/terms',
        privacy: 'https://harbor.example/privacy',
        storage: 'allowed',
        region: 'uk',
        ...options,
      };
      const json = JSON.stringify(all).replaceAll('<', '\\u003c');
      content = shopPage({
        body: `${body}<div style="height: 4000px"></div>
<script type="application/json" data-hello-again>${json}</script><script src="/hello-again.js"></script>`,
      });
      await page.goto(`${site.origin}${path}`, referrer ? { referer: referrer } : {});
      await expect.poll(async () => (await eventsOf(page)).map(({ name }) => name)).toContain('decide');
      await page.waitForLoadState('networkidle');
    });
  },
});

async function toStayClosed(page: Page, popup: Popup, seconds = 10): Promise<void> {
  await page.clock.runFor(seconds * 1_000);
  await page.waitForLoadState('networkidle');
  await expect(popup.host).toHaveCount(0);
  expect((await eventsOf(page)).map(({ name }) => name)).not.toContain('open');
}

async function toOpen(page: Page, popup: Popup): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(100);
    await expect(popup.host).toHaveCount(1, { timeout: 100 });
  }).toPass({ timeout: 8_000, intervals: [50] });
}

const scrolledTo = (page: Page, part: number) =>
  page.evaluate((share) => window.scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * share), part);

const button = '<p><button class="join">Get the news</button> <a class="join" href="/newsletter">Newsletter</a></p>';

test('the popup opens by its delay where no other trigger is named', async ({ visit, page, popup }) => {
  await visit();
  expect((await explain(page)).trigger.waitsFor).toEqual(['opens 3 seconds after the decision']);
  await toOpen(page, popup);
});

test('the popup opens once the page is scrolled that far, and not before', async ({ visit, page, popup }) => {
  await visit({ options: { trigger: { scroll: 50 } } });
  await scrolledTo(page, 0.4);
  await toStayClosed(page, popup);
  expect((await explain(page)).trigger.waitsFor).toEqual(['waits for 50 % of the page to be scrolled']);
  await scrolledTo(page, 0.55);
  await toOpen(page, popup);
});

test('the popup opens when the pointer leaves by the top, and by no other side', async ({ visit, page, popup }) => {
  await visit({ options: { trigger: { exit: true } } });
  const leave = (y: number) =>
    page.evaluate((clientY) => document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY })), y);
  await leave(400);
  await toStayClosed(page, popup);
  await leave(-1);
  await toOpen(page, popup);
});

test('the popup opens by a quick scroll back up on a touch screen @phone', async ({ visit, page, popup }, {
  project,
}) => {
  test.skip(project.name !== 'phone', 'the pointer’s way is tested on its own');
  await visit({ options: { trigger: { exit: true } } });
  await scrolledTo(page, 0.5);
  await toStayClosed(page, popup, 5);
  await page.evaluate(() => scrollBy(0, -innerHeight * 0.5));
  await toOpen(page, popup);
});

test('the popup opens by whichever of two triggers comes first', async ({ visit, page, popup }) => {
  await visit({ options: { trigger: { scroll: 50, delay: 60_000 } } });
  await scrolledTo(page, 0.6);
  await toOpen(page, popup);
});

test.describe('a press on the owner’s element', () => {
  const options = { trigger: { click: '.join' } };

  test('opens the popup, and nothing else does', async ({ visit, page, popup }) => {
    await visit({ options, body: button });
    await toStayClosed(page, popup);
    await page.getByRole('button', { name: 'Get the news' }).click();
    await popup.toAsk('email+phone');
    await expect(popup.email).toBeFocused();
  });

  test('opens the popup in a quiet period too, and as often as it is pressed', async ({ visit, page, popup }) => {
    await visit({ options, body: button });
    for (let i = 0; i < 2; i += 1) {
      await page.getByRole('button', { name: 'Get the news' }).click();
      await popup.close.click();
      await expect(popup.host).toHaveCount(0);
    }
    await visit({ options, body: button });
    await toDecide(page, 'nothing', 'dismissed');
    await page.getByRole('link', { name: 'Newsletter' }).click();
    await popup.toAsk('email+phone');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('follows a link as usual where the popup is paused', async ({ visit, page, popup }) => {
    await visit({ options, body: button });
    await call(page, 'pause');
    await page.getByRole('link', { name: 'Newsletter' }).click();
    await expect(page).toHaveURL(/\/newsletter$/);
    await expect(popup.host).toHaveCount(0);
  });
});

test.describe('a trigger’s condition', () => {
  const delay = 1_000;

  test('of page views keeps the popup closed before the second one', async ({ visit, page, popup }) => {
    const options = { trigger: { delay, pages: 2 } };
    await visit({ options });
    await toStayClosed(page, popup);
    await visit({ path: '/beans', options });
    await toOpen(page, popup);
  });

  test('of the landing address still holds on later pages', async ({ visit, page, popup }) => {
    const options = { trigger: { delay, when: { query: ['utm_source=news*'] } } };
    await visit({ path: '/?utm_source=ads', options });
    await toStayClosed(page, popup);
    await page.evaluate(() => sessionStorage.clear());
    await visit({ path: '/cart?utm_source=newsletter', options });
    await visit({ path: '/beans', options });
    await toOpen(page, popup);
  });

  test('of the referrer keeps the popup closed, and the owner is told why', async ({ visit, page, popup }) => {
    const options = { trigger: { delay, when: { referrer: ['instagram.com'] } } };
    await visit({ options });
    await toStayClosed(page, popup);
    const { trigger } = await explain(page);
    expect(trigger.conditions).toEqual([
      {
        name: 'referrer',
        holds: false,
        says: 'only for visitors from instagram.com; this one comes from nowhere else',
      },
    ]);
    await page.evaluate(() => sessionStorage.clear());
    await visit({ options, referrer: 'https://l.instagram.com/' });
    await toOpen(page, popup);
  });

  test('of the device keeps the popup closed on another device @phone', async ({ visit, page, popup }, { project }) => {
    const [here, elsewhere] = project.name === 'phone' ? ['touch', 'pointer'] : ['pointer', 'touch'];
    await visit({ options: { trigger: { delay, when: { device: elsewhere } } } });
    await toStayClosed(page, popup);
    await visit({ options: { trigger: { delay, when: { device: here } } } });
    await toOpen(page, popup);
  });

  test('of the visitor opens the popup for a returning one only', async ({ visit, page, popup }) => {
    const options = { trigger: { delay, when: { visitor: 'returning' } } };
    await visit({ options });
    await toStayClosed(page, popup);
    // The visit ends with its tab.
    await page.evaluate(() => sessionStorage.clear());
    await visit({ options });
    await toOpen(page, popup);
  });

  test('of search keeps the popup closed on the page that search led to, on a small screen @phone', async ({
    visit,
    page,
    popup,
  }, { project }) => {
    const options = { trigger: { delay } };
    const referrer = 'https://www.google.com/';
    await visit({ options, referrer });
    if (project.name === 'phone') {
      await toStayClosed(page, popup);
      await visit({ options: { trigger: { delay, when: { search: true } } }, referrer });
    }
    await toOpen(page, popup);
  });
});

test.describe('the frequency rules', () => {
  test('count a dismissal for every signup of the site, until its days are over', async ({ visit, page, popup }) => {
    await visit();
    await toOpen(page, popup);
    await popup.close.click();
    await visit({ path: '/beans', options: { id: 'footer' } });
    await toDecide(page, 'nothing', 'dismissed');
    await page.clock.runFor(0);
    await page.clock.setSystemTime(Date.now() + 29 * day);
    await visit();
    expect((await explain(page)).keepsClosed).toMatchObject([
      { by: 'dismissed', says: expect.stringMatching(/^closed 2[89] days ago, quiet for/) },
    ]);
    await page.clock.setSystemTime(Date.now() + 31 * day);
    await visit();
    await toOpen(page, popup);
  });

  test('keep quiet for days after a sign-up, though there is more to ask', async ({ visit, page, popup }) => {
    await visit();
    await toOpen(page, popup);
    await popup.submit({ email: 'stranger@example.com', mails: true });
    await popup.toSucceed();
    await visit({ path: '/beans' });
    await toDecide(page, 'nothing', 'signed-up-lately');
    await page.clock.setSystemTime(Date.now() + 8 * day);
    await visit();
    await toOpen(page, popup);
  });
});

/** Something to wait for until it is let through. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

test.describe('the teaser', () => {
  const options = { teaser: true };
  const banner =
    '<div id="banner" role="dialog" aria-label="Cookies" style="position: fixed; inset: auto 0 0; height: 90px">Cookies</div>';

  test('appears after a dismissal, stays on later pages, and opens the popup again', async ({ visit, page, popup }) => {
    const tab = page.locator('[data-ha=teaser]');
    await visit({ options });
    await toOpen(page, popup);
    await expect(tab).toHaveCount(0);
    await popup.close.click();
    await expect(tab).toBeVisible();
    await visit({ path: '/beans', options });
    await expect(tab).toBeVisible();
    const box = await tab.boundingBox();
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    await tab.click();
    await popup.toAsk('email+phone');
    await expect(tab).toHaveCount(0);
    await popup.close.click();
    await expect(tab).toBeVisible();
  });

  test('appears though its code loads long after the dismissal', async ({ shop, page, popup }) => {
    const teaser = gate();
    await page.route(/\.teaser-/, (route) => teaser.opened.then(() => route.continue()));
    await shop.visit('/plain', { layout: 'flyout', teaser: 'true', delay: '0' });
    await popup.close.click();
    await expect(popup.dialog).toHaveCount(0);
    teaser.open();
    await expect(page.locator('[data-ha=teaser]')).toBeVisible();
  });

  test('stays away once it is closed', async ({ visit, page, popup }) => {
    const tab = page.locator('[data-ha=teaser]');
    await visit({ options });
    await toOpen(page, popup);
    await popup.close.click();
    await page.locator('[data-ha=teaser-close]').click();
    await expect(tab).toHaveCount(0);
    await expect.poll(async () => (await explain(page)).keepsClosed.length).toBeGreaterThan(0);
    await page.waitForLoadState('networkidle');
    await visit({ path: '/beans', options });
    await page.waitForLoadState('networkidle');
    await expect(tab).toHaveCount(0);
  });

  test('does not cover a cookie banner', async ({ visit, page, popup }) => {
    const tab = page.locator('[data-ha=teaser]');
    await visit({ options });
    await toOpen(page, popup);
    await popup.close.click();
    await expect(tab).toBeVisible();
    await visit({ path: '/beans', options, body: banner });
    await expect(page.locator('hello-again-teaser')).toHaveCount(1);
    await expect(tab).toBeHidden();
    await page.evaluate(() => document.getElementById('banner')?.remove());
    await page.clock.runFor(500);
    await expect(tab).toBeVisible();
  });
});
