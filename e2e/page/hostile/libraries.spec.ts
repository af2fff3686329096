// Libraries that host pages use, the real ones: smooth scrolling, focus traps, pages that are swapped, hydration.

import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { eventOf, eventsOf } from '../../support/events.ts';
import { test as base } from '../../support/fixtures.ts';
import { freePhone } from '../../support/people.ts';
import { call } from '../../support/signup.ts';
import { builtFiles, html, routes } from '../../support/sites.ts';
import { scriptTag } from '../../support/tag.ts';
import { expect, scrolledWithin } from './hostilePage.ts';
import { libraryCode, reactCode } from './libraries.ts';

interface Visit {
  readonly library: string;
  /** The pages by their paths, around the script tag. */
  readonly pages: Readonly<Record<string, (tag: string) => string>>;
  readonly attributes?: Readonly<Record<string, string>>;
}

const test = base.extend<{ visit: (visit: Visit) => Promise<string> }>({
  visit: async ({ page, startSite, store, baseURL }, use) => {
    await use(async ({ library, pages, attributes = {} }) => {
      const tag = scriptTag({ src: '/hello-again.js', collector: `${baseURL}/v1/submissions`, store, attributes });
      const site = await startSite(
        routes({
          '/hello-again': builtFiles('dist/embed'),
          '/library.js': (_request, response) =>
            void response.writeHead(200, { 'content-type': 'text/javascript' }).end(library),
          ...Object.fromEntries(Object.entries(pages).map(([path, content]) => [path, html(content(tag))])),
        }),
        'shop.localhost',
      );
      await page.goto(site.origin);
      return site.origin;
    });
  },
});

const pageWith = (head: string, body: string) =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A shop</title><meta name="viewport" content="width=device-width"><script src="/library.js"></script>${head}</head><body>${body}</body></html>`;
const tall = '<p style="height: 4000px">Beans</p>';

test('Lenis scrolls the page, and neither moves it behind an open popup nor keeps the popup from scrolling', async ({
  page,
  visit,
  popup,
}) => {
  await page.setViewportSize({ width: 400, height: 320 });
  const start = '<script>new Lenis({ autoRaf: true })</script>';
  await visit({
    library: await libraryCode('Lenis'),
    pages: { '/': (tag) => pageWith(tag, tall + start) },
    attributes: { 'data-layout': 'modal' },
  });
  await expect(popup.dialog).toBeVisible();
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 150);
  await expect.poll(() => scrolledWithin(page)).toBeGreaterThan(0);
  for (let i = 0; i < 10; i += 1) await page.mouse.wheel(0, 400);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await call(page, 'close');
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('a focus trap of the page leaves the popup usable: fields, boxes and buttons', async ({ page, visit, popup }) => {
  const drawer = '<div id="drawer"><button>Cart</button><button>Pay</button></div>';
  const trap = `<script>focusTrap.createFocusTrap('#drawer').activate()</script>`;
  await visit({
    library: await libraryCode('focusTrap'),
    pages: { '/': (tag) => pageWith(tag, drawer + trap + tall) },
  });
  await expect(popup.dialog).toBeVisible();
  await popup.email.click();
  await page.keyboard.type('stranger@example.com');
  await popup.phone.click();
  await page.keyboard.type(freePhone.written);
  await popup.texts.click();
  await expect(popup.texts).toBeChecked();
  await popup.signUp.click();
  await popup.toSucceed();
  await expect(popup.email).toHaveCount(0);
  await eventOf(page, 'sent');
  await popup.close.click();
  await expect(popup.dialog).toHaveCount(0);
});

test.describe('Turbo', () => {
  const linked = (to: string) => `<a id="next" href="${to}">Next</a>${tall}`;

  test('leaves no dead copy of the popup in the pages that it keeps', async ({ page, visit, popup }) => {
    await visit({
      library: await libraryCode('Turbo'),
      pages: { '/p/2': (tag) => pageWith(tag, linked('/')), '/': (tag) => pageWith(tag, linked('/p/2')) },
      attributes: { 'data-layout': 'flyout' },
    });
    await expect(popup.dialog).toBeVisible();
    await page.locator('#next').click();
    await expect(page).toHaveURL(/p\/2/);
    await page.goBack();
    await expect(page).not.toHaveURL(/p\/2/);
    await expect
      .poll(() => page.locator('hello-again').evaluateAll((all) => all.filter((e) => !e.shadowRoot).length))
      .toBe(0);
    expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe('');
  });

  test('leaves one teaser, on every page', async ({ page, visit, popup }) => {
    await visit({
      library: await libraryCode('Turbo'),
      pages: { '/p/2': (tag) => pageWith(tag, linked('/')), '/': (tag) => pageWith(tag, linked('/p/2')) },
      attributes: { 'data-layout': 'flyout', 'data-teaser': 'true' },
    });
    await popup.close.click();
    const teaser = page.locator('[data-ha=teaser]');
    await expect(teaser).toBeVisible();
    for (const url of [/p\/2/, /localhost:\d+\/$/]) {
      await page.locator('#next').click();
      await expect(page).toHaveURL(url);
      await expect(teaser).toBeVisible();
      await expect(page.locator('hello-again-teaser')).toHaveCount(1);
    }
  });

  test('brings the form to its place in the next page', async ({ page, visit }) => {
    const slot = '<div id="slot"></div>';
    await visit({
      library: await libraryCode('Turbo'),
      pages: { '/p/2': (tag) => pageWith(tag, slot + linked('/')), '/': (tag) => pageWith(tag, slot + linked('/p/2')) },
      attributes: { 'data-layout': 'inline', 'data-into': '#slot' },
    });
    const email = page.locator('#slot [data-ha=email]');
    await email.fill('stranger@exam');
    await page.locator('#next').click();
    await expect(page).toHaveURL(/p\/2/);
    await expect(page.locator('#slot [data-ha=email]')).toHaveCount(1);
    await page.goBack();
    await expect(page.locator('#slot [data-ha=email]')).toHaveCount(1);
    await expect(page.locator('hello-again')).toHaveCount(1);
  });
});

const App = (given: { readonly tag: string }) =>
  createElement(
    'html',
    { lang: 'en-GB' },
    createElement('head', null, createElement('title', null, 'A shop')),
    createElement(
      'body',
      null,
      createElement('div', { id: 'slot', key: 'slot' }),
      createElement('p', { key: 'p' }, 'Beans', given.tag),
    ),
  );

test.describe('React', () => {
  const hydrate = `
    const { createElement: h } = React;
    window.faults = [];
    const App = ({ at }) => h('html', { lang: 'en-GB' }, h('head', null, h('title', null, 'A shop')),
      h('body', null, h('div', { id: 'slot', key: 'slot' + at }), h('p', { key: 'p' }, 'Beans')));
    const root = ReactDOM.hydrateRoot(document, h(App, { at: 0 }), { onRecoverableError: (e) => faults.push(String(e)) });
    window.redraw = (at) => root.render(h(App, { at }));`;

  const pageOf = (tag: string) => {
    const [, attributes = ''] = /^<script([^>]*)>/.exec(tag) ?? [];
    // Both scripts come outside of what React has drawn, as a tag manager adds them.
    return `<!doctype html>${renderToString(createElement(App, { tag: '' }))}`.replace(
      '</body>',
      `</body><script src="/library.js"></script><script>${hydrate}
        const tag = Object.assign(document.createElement('script'), { src: '/hello-again.js' });
        tag.outerHTML;
        ${[...attributes.matchAll(/ (data-[\w-]+)="([^"]*)"/g)].map(([, name, value]) => `tag.setAttribute('${name}', '${value}');`).join('\n')}
        document.documentElement.append(tag);</script>`,
    );
  };

  test('hydrates without an error, and keeps what was typed when the slot is drawn anew', async ({ page, visit }) => {
    await visit({
      library: await reactCode(),
      pages: { '/': pageOf },
      attributes: { 'data-layout': 'inline', 'data-into': '#slot' },
    });
    const email = page.locator('#slot [data-ha=email]');
    await email.fill('stranger@exam');
    expect(await page.evaluate(() => (window as Window & { faults?: string[] }).faults)).toEqual([]);
    for (const at of [1, 2]) {
      await page.evaluate((n) => (window as Window & { redraw?: (n: number) => void }).redraw?.(n), at);
      await expect(email).toHaveValue('stranger@exam');
      await expect(page.locator('hello-again')).toHaveCount(1);
    }
    expect((await eventsOf(page)).filter(({ name }) => name === 'error')).toEqual([]);
  });
});
