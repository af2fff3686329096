import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { textableOf } from '../support/api.ts';
import { eventOf, eventsOf } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

const built = builtFiles('dist/embed');

test('a brand with special characters of String.replace() is shown as it is written', async ({
  page,
  popup,
  store,
  baseURL,
  startSite,
}) => {
  const brand = 'Cash $& $` Co.';
  const tag = scriptTag({
    src: '/hello-again.js',
    collector: `${baseURL}/v1/submissions?store=${store}`,
    store,
    attributes: { 'data-brand': brand, 'data-teaser': '' },
  });
  const shop = await startSite(routes({ '/hello-again': built, '/': html(shopPage({ head: tag })) }), 'shop.localhost');
  await page.goto(shop.origin);
  await expect(popup.heading).toContainText(brand);
  await expect(popup.texts).toHaveAccessibleName(`Text me ${brand}’s news and offers.`);
  await popup.close.click();
  await expect(page.locator('[data-ha=teaser]')).toContainText(brand);
});

/** Signs a stranger up, which needs every chunk: popup, words, phone rules, delivery. */
test.describe('the script tag', () => {
  let collector: string;
  test.beforeEach(({ baseURL, store }) => {
    collector = `${baseURL}/v1/submissions?store=${store}`;
  });
  test.afterEach(async ({ page, popup, api }) => {
    await popup.toAsk('email+phone');
    await popup.submit({ email: 'embedded@example.com', phone: '+447700900982', texts: true });
    await popup.toSucceed();
    await eventOf(page, 'sent');
    expect(textableOf(await api.onlyProfileWith('embedded@example.com'))).toEqual(['+447700900982']);
  });

  test('works from another site', async ({ page, store, startSite }) => {
    const cdn = await startSite(built, 'cdn.localhost');
    const tag = scriptTag({ src: `${cdn.origin}/hello-again.js`, collector, store, attributes: { async: '' } });
    const shop = await startSite(html(shopPage({ head: tag })), 'shop.localhost');
    await page.goto(shop.origin);
  });

  test('works from a flat theme folder that adds a version to its address', async ({ page, store, startSite }) => {
    const tag = scriptTag({ src: '/theme/assets/hello-again.js?v=1', collector, store });
    const shop = await startSite(
      routes({ '/theme/assets/': builtFiles('dist/embed', '/theme/assets/'), '/': html(shopPage({ body: tag })) }),
      'shop.localhost',
    );
    await page.goto(shop.origin);
  });

  test('works before there is a body', async ({ page, store, startSite }) => {
    const tag = scriptTag({ src: '/hello-again.js', collector, store });
    const shop = await startSite(
      routes({ '/hello-again': built, '/': html(shopPage({ head: tag })) }),
      'shop.localhost',
    );
    await page.goto(shop.origin);
  });

  test('works inlined, with its chunks found by data-base', async ({ page, store, startSite }) => {
    const code = await readFile(join(root, 'dist/embed/hello-again.js'), 'utf8');
    const cdn = await startSite(built, 'cdn.localhost');
    const tag = scriptTag({ collector, store, code, attributes: { 'data-base': `${cdn.origin}/` } });
    const shop = await startSite(html(shopPage({ body: tag })), 'shop.localhost');
    await page.goto(shop.origin);
  });

  test('works when an optimiser runs it again without a current script', async ({ page, store, startSite }) => {
    const tag = scriptTag({ src: '/hello-again.js', collector, store, attributes: { type: 'text/later' } });
    // As "delay JavaScript" plug-ins do: fetch the text and run it once the page is quiet.
    const later = `<script>addEventListener('load', async () => {
      const code = await (await fetch(document.querySelector('[type="text/later"]').src)).text();
      setTimeout(() => (0, eval)(code));
    });</script>`;
    const shop = await startSite(
      routes({ '/hello-again': built, '/': html(shopPage({ body: tag + later })) }),
      'shop.localhost',
    );
    await page.goto(shop.origin);
  });

  test('runs the commands given before it was there', async ({ page, store, startSite }) => {
    const queue = `<script>
      window.HelloAgain = window.HelloAgain || [];
      HelloAgain.push(['on', 'decide', (decision) => { window.seenByQueue = decision.ask; }]);
    </script>`;
    const tag = scriptTag({ src: '/hello-again.js', collector, store, attributes: { async: '' } });
    const shop = await startSite(
      routes({ '/hello-again': built, '/': html(shopPage({ head: queue + tag })) }),
      'shop.localhost',
    );
    await page.goto(shop.origin);
    await page.waitForFunction(() => (window as unknown as { seenByQueue?: string }).seenByQueue === 'email+phone');
  });

  test('takes its options from a JSON block', async ({ page, store, popup, startSite }) => {
    const options = JSON.stringify({ texts: { heading: 'Beans by text' } });
    const block = `<script type="application/json" data-hello-again>${options}</script>`;
    const tag = scriptTag({ src: '/hello-again.js', collector, store });
    const shop = await startSite(
      routes({ '/hello-again': built, '/': html(shopPage({ body: block + tag })) }),
      'shop.localhost',
    );
    await page.goto(shop.origin);
    await expect(popup.dialog).toHaveAccessibleName('Beans by text');
  });

  test('creates one signup when it stands on the page twice, and warns', async ({ page, store, startSite }) => {
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    const tag = scriptTag({ src: '/hello-again.js', collector, store });
    const shop = await startSite(
      routes({ '/hello-again': built, '/': html(shopPage({ body: tag + tag })) }),
      'shop.localhost',
    );
    await page.goto(shop.origin);
    await eventOf(page, 'open');
    expect((await eventsOf(page)).filter(({ name }) => name === 'decide')).toHaveLength(1);
    await expect(page.locator('hello-again')).toHaveCount(1);
    expect(warnings.join('\n')).toMatch(/twice|already/i);
  });
});

test('names a missing attribute in one console line, and shows nothing', async ({
  page,
  popup,
  baseURL,
  store,
  startSite,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const tag = scriptTag({ src: '/hello-again.js', collector: `${baseURL}/v1/submissions`, store }).replace(
    / data-terms="[^"]*"/,
    '',
  );
  const shop = await startSite(routes({ '/hello-again': built, '/': html(shopPage({ body: tag })) }), 'shop.localhost');
  await page.clock.install();
  await page.goto(shop.origin);
  await expect.poll(() => lines.join('\n')).toMatch(/hello-again.*terms/i);
  await page.clock.runFor(30_000);
  await expect(popup.dialog).toHaveCount(0);
});

test('downloads no popup, phone rules or texts for a visitor who is asked nothing', async ({
  page,
  store,
  baseURL,
  startSite,
}) => {
  const tag = scriptTag({
    src: '/hello-again.js',
    collector: `${baseURL}/v1/submissions?store=${store}`,
    store,
    attributes: { 'data-target-include': '/elsewhere*' },
  });
  const files: string[] = [];
  const shop = await startSite(
    routes({
      '/hello-again': (request, response) => {
        files.push(request.url ?? '');
        return built(request, response);
      },
      '/': html(shopPage({ body: tag })),
    }),
    'shop.localhost',
  );
  await page.clock.install();
  await page.goto(shop.origin);
  expect((await eventOf(page, 'decide')).detail).toMatchObject({ ask: 'nothing', reason: 'not-targeted' });
  await page.clock.runFor(30_000);
  expect(files.filter((file) => !/(^\/hello-again\.js|notice|inspector)/.test(file))).toEqual([]);
});
