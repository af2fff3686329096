import type { Page } from '@playwright/test';
import { combinations } from '../../../scripts/sample.ts';
import { eventOf, eventsOf, toDecide } from '../../support/events.ts';
import { Popup } from '../../support/popup.ts';
import { call, explain } from '../../support/signup.ts';
import { html } from '../../support/sites.ts';
import { scriptTag, shopPage, shopSite } from '../../support/tag.ts';
import { expect, type HostilePage, layouts, test, toGoOn, toSignUp, toStand } from './hostilePage.ts';
import { mooTools, mooToolsWithoutJson, prototypeJs } from './oldLibraries.ts';

const style = (css: string) => `<style>${css}</style>`;
const script = (code: string) => `<script>${code}</script>`;

/** Where the page's own styles do not leave much of the page either, only the popup is looked at. */
const styles: readonly [name: string, hostile: HostilePage, isPageGone?: boolean][] = [
  ['unsets everything', { head: style('* { all: unset !important }') }, true],
  ['resets everything', { head: style('* { all: initial !important }') }, true],
  [
    'hides what it does not know',
    {
      head: style(`hello-again, :not(:defined), body > :not(main) { display: none !important;
        visibility: hidden !important; opacity: 0 !important; pointer-events: none !important; width: 0 !important;
        height: 0 !important; transform: scale(0) !important; clip-path: inset(50%) !important; inert: true }`),
    },
  ],
  ['makes its own rem small', { head: style('html { font-size: 62.5% } body { font-size: 1.6rem }') }],
  [
    'gives everything letters and lines of its own',
    {
      head: style(`* { letter-spacing: 1em !important; text-transform: uppercase !important; line-height: 4 !important;
        word-spacing: 1em !important; text-align: right !important; font-size: 9px !important }
        #own { color: rgb(1, 2, 3) !important }`),
    },
  ],
  [
    'moves, fades and animates everything',
    {
      head: style(`@keyframes away { to { transform: translateX(200vw); opacity: 0 } }
        * { transform: none; transition: all 60s !important; animation: none }
        hello-again, dialog, [popover], [role=dialog] { animation: away 1ms forwards !important; transform: scale(0.1) !important }`),
    },
  ],
  [
    'has rules for dialogs, popovers and backdrops',
    {
      head: style(`dialog, dialog[open], [popover], [role=dialog] { display: none !important; width: 20px !important;
        color: red !important } ::backdrop { display: none !important; background: red !important }`),
    },
  ],
  [
    'covers the window at the highest z-index',
    {
      head: style('#cover { position: fixed; inset: 0; z-index: 2147483647; background: #000; pointer-events: none }'),
      body: '<div id="cover"></div><div id="cover"></div>',
    },
  ],
  [
    'transforms, filters and contains its body',
    {
      head: style(`body { transform: translateX(-30px) scale(0.9); filter: grayscale(1); contain: layout paint;
        perspective: 10px; overflow: hidden; will-change: transform; height: 60vh } html { overflow: auto; height: 200vh }`),
    },
  ],
  ['reads from right to left', { html: 'dir="rtl"' }],
];

test.describe('a page whose CSS', () => {
  for (const [[name, hostile, isPageGone], layout] of combinations(styles, layouts)) {
    test(`${name} does not break the popup: ${layout}`, async ({ page, popup, open }) => {
      await open({ ...hostile, layout });
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
      if (!isPageGone) await toGoOn(page);
    });
  }

  for (const layout of layouts) {
    test(`zooms the root does not break the popup: ${layout}`, async ({ page, popup, open }) => {
      await open({ head: style('html { zoom: 0.8 }'), layout });
      await expect(popup.dialog).toBeVisible();
      await toSignUp(page, popup);
      await toGoOn(page);
    });
  }
});

/** As an environment for foreign code does (SES): nothing that is built in can be changed, nor assigned over. */
const lockdown = `
  const all = [Object, Function, Array, String, Number, Boolean, Symbol, Date, RegExp, Promise, Map, Set, WeakMap, WeakSet,
    Error, TypeError, RangeError, Proxy, URL, URLSearchParams, Event, CustomEvent, EventTarget, Node, Element, HTMLElement,
    HTMLInputElement, HTMLFormElement, HTMLDialogElement, ShadowRoot, Document, CSSStyleSheet, MutationObserver,
    AbortController, TextEncoder, Headers, Response, Intl.DateTimeFormat, Intl.DisplayNames, Uint8Array];
  for (const one of all) { if (one.prototype) Object.freeze(one.prototype); Object.freeze(one); }
  for (const one of [JSON, Math, Reflect, Intl,
    Object.getPrototypeOf(async function () {}), Object.getPrototypeOf(function* () {}),
    Object.getPrototypeOf([][Symbol.iterator]()), Object.getPrototypeOf(Uint8Array)]) Object.freeze(one);`;

const libraries = [
  ['Prototype.js', prototypeJs],
  ['MooTools', mooTools],
] as const;

test.describe('a page whose built-ins', () => {
  for (const layout of layouts) {
    test(`are frozen does not break the popup: ${layout}`, async ({ page, popup, open }) => {
      await open({ head: script(lockdown), layout });
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
      await toGoOn(page);
    });
  }

  for (const [[name, code], layout] of combinations(libraries, layouts)) {
    test(`are replaced by ${name} does not break the popup: ${layout}`, async ({ page, popup, open, context }) => {
      await open({ head: script(code), layout });
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
      await toGoOn(page);
      // Memory is written as elsewhere: the next page knows what was given.
      const [cookie] = await context.cookies();
      const memory = decodeURIComponent(cookie?.value ?? '').replaceAll("'", '"');
      expect(JSON.parse(memory.slice(1))).toMatchObject({
        acknowledged: { consents: [{ channel: 'sms' }] },
      });
      await page.reload();
      await toDecide(page, 'nothing', 'signed-up-lately');
    });
  }

  test('are replaced by Prototype.js keeps a submission in the outbox while offline, and the next page sends it', async ({
    page,
    popup,
    open,
    surprises,
  }) => {
    surprises.expect(/ERR_INTERNET_DISCONNECTED/);
    const origin = await open({ head: script(prototypeJs) });
    const posted: string[] = [];
    let isDown = true;
    await page.route(/\/v1\/submissions(\?|$)/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      if (isDown) return route.abort('internetdisconnected');
      posted.push(route.request().postData() ?? '');
      return route.fulfill({ status: 200, json: { outcome: 'accepted' } });
    });
    await popup.submit({ email: 'later@example.com', phone: '07700 900982', texts: true });
    await eventOf(page, 'waiting');
    // Gone before the network is back: it tries again by itself, and what it sends as it goes would be sent twice.
    await page.goto('about:blank');
    isDown = false;
    await page.goto(origin);
    await eventOf(page, 'sent');
    expect(posted).toHaveLength(1);
    expect(JSON.parse(posted[0] ?? '')).toMatchObject({ contact: { email: 'later@example.com' }, consents: [{}, {}] });
  });

  test('lack JSON shows no popup and reports an error', async ({ page, popup, open }) => {
    await open({ head: script(mooToolsWithoutJson) });
    await eventOf(page, 'error').then(({ detail }) => expect(detail).toMatchObject({ code: 'popup-failed' }));
    await expect(popup.host).toHaveCount(0);
    await toGoOn(page);
  });
});

test('the popup opens a little later where the connection is lost while its code is fetched', async ({
  shop,
  popup,
  page,
  surprises,
}) => {
  surprises.expect(/ERR_CONNECTION_RESET/);
  let tries = 0;
  await page.route(/hello-again\.popup-\w+\.js/, (route) =>
    ++tries === 1 ? route.abort('connectionreset') : route.fallback(),
  );
  await shop.visit('/plain', { layout: 'modal', delay: '0' });
  await popup.toAsk('email+phone');
  expect(tries).toBe(2);
  expect((await eventsOf(page)).filter(({ name }) => name === 'error')).toEqual([]);
});

test.describe('a page whose policy', () => {
  const trusted = "require-trusted-types-for 'script'; trusted-types 'none'";
  const policies: readonly [name: string, policy: (collector: string) => string, isNonced: boolean][] = [
    [
      'takes scripts by nonce alone, and no style at all',
      (collector) => `default-src 'none'; script-src 'nonce-r4nd0m'; connect-src ${collector}; ${trusted}`,
      true,
    ],
    [
      'is strict-dynamic, and takes styles by nonce',
      (collector) =>
        `default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; style-src 'nonce-r4nd0m'; connect-src ${collector}; ${trusted}`,
      true,
    ],
    [
      'takes scripts and styles of its own',
      (collector) =>
        `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${collector}; form-action 'none'; base-uri 'none'; ${trusted}`,
      false,
    ],
  ];
  for (const [[name, policy, isNonced], layout] of combinations(policies, layouts)) {
    test(`${name} does not break the popup: ${layout}`, async ({ page, popup, open, baseURL, surprises }) => {
      // The page of the test itself has a style that such a policy does not take.
      surprises.tolerate(/Applying inline style|style-src-(elem|attr) inline/);
      await open({
        layout,
        headers: { 'content-security-policy': policy(baseURL ?? '') },
        ...(isNonced ? { nonce: 'r4nd0m' } : {}),
      });
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
    });
  }

  test('allows the script but not its chunks shows no popup', async ({ page, popup, open, surprises }) => {
    surprises.expect(/script-src/);
    surprises.tolerate(/ERR_|cdn\.example/);
    await open({
      headers: { 'content-security-policy': "script-src 'self'" },
      attributes: { 'data-base': 'https://cdn.example/' },
    });
    expect((await eventOf(page, 'error')).detail).toMatchObject({ code: 'popup-failed' });
    await expect(popup.host).toHaveCount(0);
    await toGoOn(page);
  });

  test('forbids the collector keeps the submission, and the visitor is not told that it arrived', async ({
    page,
    popup,
    open,
    surprises,
  }) => {
    surprises.expect(/connect-src|Content Security Policy/);
    await open({ headers: { 'content-security-policy': "connect-src 'self'" } });
    await popup.submit({ email: 'stranger@example.com', phone: '07700 900982', texts: true });
    await eventOf(page, 'waiting');
    await expect(popup.host).toHaveAttribute('data-ha-state', 'waiting');
    await popup.close.click();
    await toGoOn(page);
  });
});

test.describe('a frame', () => {
  for (const [name, sandbox] of [
    ['that is sandboxed and may send forms', 'allow-scripts allow-forms'],
    ['that is sandboxed and may not send forms', 'allow-scripts'],
    ['of another site', undefined],
  ] as const) {
    test(`${name} lets the visitor sign up`, async ({ page, startSite, store, baseURL }) => {
      const tag = scriptTag({
        src: '/hello-again.js',
        collector: `${baseURL}/v1/submissions`,
        store,
        attributes: { 'data-storage': 'allowed' },
      });
      const inner = await startSite(shopSite({ body: tag }), 'widget.localhost');
      const attribute = sandbox === undefined ? '' : `sandbox="${sandbox}"`;
      const frame = `<iframe ${attribute} src="${inner.origin}" title="A frame" width="900" height="700"></iframe>`;
      const outer = await startSite(html(shopPage({ body: frame })), 'shop.localhost');
      const posted: unknown[] = [];
      await page.route(/\/v1\/submissions(\?|$)/, async (route) => {
        if (route.request().method() === 'POST') posted.push(route.request().postDataJSON());
        const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
        await route.fulfill({ status: 200, headers, json: { outcome: 'accepted' } });
      });
      await page.goto(outer.origin);
      const inside = new Popup(page.frameLocator('iframe'));
      await inside.toAsk('email+phone');
      await inside.submit({ email: 'framed@example.com', phone: '07700 900982', texts: true });
      await inside.toSucceed();
      expect(posted).toMatchObject([{ contact: { email: 'framed@example.com' } }]);
      await inside.close.click();
      await expect(inside.host).toHaveCount(0);
    });
  }
});

/** As older modals do it: whatever takes the focus outside gives it back. */
const trap = `<div id="trap" role="dialog" aria-modal="true" style="position: fixed; inset: 10px; background: #fff">
    <button id="first" type="button">Subscribe to the other one</button></div>
  <script>
    window.pulled = 0;
    document.addEventListener('focusin', (event) => {
      const trap = document.getElementById('trap');
      if (!trap || trap.contains(event.target)) return;
      window.pulled += 1;
      document.getElementById('first').focus();
    });
    document.getElementById('first').focus();
  </script>`;

/** What `explain()` says keeps the popup closed. */
async function keptClosedBy(page: Page): Promise<string[]> {
  return (await explain(page)).keepsClosed.map(({ by }) => by);
}

test.describe('another modal that traps the focus', () => {
  for (const layout of layouts) {
    test(`keeps the popup waiting until it has closed: ${layout}`, async ({ page, popup, open }) => {
      await open({ body: trap, layout, attributes: { 'data-trigger-delay': '0' } });
      await toDecide(page, 'email+phone', 'unknown');
      await expect.poll(() => keptClosedBy(page)).toContain('other-popup');
      await expect(popup.host).toHaveCount(0);
      await page.evaluate(() => document.getElementById('trap')?.remove());
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
      await toGoOn(page);
    });

    test(`that the page opens over the popup keeps the focus without a contest: ${layout}`, async ({
      page,
      popup,
      open,
    }) => {
      await open({ body: trap, layout });
      await toDecide(page, 'email+phone', 'unknown');
      await call(page, 'open');
      const own = page.locator('hello-again [data-layout]');
      await expect(own).toBeVisible();
      await own.getByRole('button').first().focus();
      await own.getByRole('button').last().focus();
      // Once for each time that the focus was moved, and no more.
      expect(await page.evaluate(() => (window as unknown as { pulled: number }).pulled)).toBeLessThan(10);
      await own.getByRole('button', { name: 'Close' }).click();
      await expect(popup.host).toHaveCount(0);
      await page.locator('#first').focus();
      await expect(page.locator('#first')).toBeFocused();
    });
  }
});

test.describe('a page that removes unknown elements', () => {
  const cleaner = (target: string, isOnce: boolean) =>
    script(`new MutationObserver((changes, observer) => {
      for (const change of changes) for (const node of change.addedNodes) {
        if (node.localName !== 'hello-again') continue;
        node.remove();
        ${isOnce ? 'observer.disconnect();' : ''}
      }
    }).observe(${target}, { childList: true, subtree: true });`);

  const cleaners = [
    ['once', cleaner('document.documentElement', true)],
    ['from its body', cleaner('document.body', false)],
  ] as const;
  for (const [[name, body], layout] of combinations(cleaners, layouts)) {
    test(`gets the popup back when it removes it ${name}: ${layout}`, async ({ page, popup, open }) => {
      await open({ body, layout });
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
      await toGoOn(page);
    });
  }

  for (const layout of layouts) {
    test(`wins when it removes the popup again and again: ${layout}`, async ({ page, popup, open }) => {
      await open({ body: cleaner('document.documentElement', false), layout });
      expect((await eventOf(page, 'error')).detail).toMatchObject({ code: 'popup-removed' });
      expect(await keptClosedBy(page)).toContain('popup-removed');
      expect((await eventOf(page, 'close')).detail).toMatchObject({ reason: 'api' });
      await expect(popup.host).toHaveCount(0);
      await toGoOn(page);
    });

    test(`does not lose what was typed when it replaces its body, as Turbo does: ${layout}`, async ({
      page,
      popup,
      open,
    }) => {
      await open({ layout });
      await popup.toShowItsForm();
      await popup.email.fill('typed@example.com');
      await page.evaluate(() => {
        const next = document.createElement('body');
        next.append(...document.querySelectorAll('main'));
        document.body.replaceWith(next);
      });
      await toStand(page, popup, layout);
      await expect(popup.email).toHaveValue('typed@example.com');
      await toSignUp(page, popup);
      await toGoOn(page);
    });

    test(`loses the popup when it rewrites the document: ${layout}`, async ({ page, popup, open }) => {
      await open({ layout });
      await expect(popup.dialog).toBeVisible();
      await page.evaluate(() => {
        document.open();
        document.write('<!doctype html><title>Another</title><body><p>Another page</p>');
        document.close();
      });
      await expect(popup.host).toHaveCount(0);
      await expect(page.getByText('Another page')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.getAttribute('style'))).toBeNull();
    });
  }
});

test.describe('a page that has replaced', () => {
  const fail = (name: string) => `window.${name} = function () { throw new Error('not on this page') };`;

  for (const [name, code] of [
    ['storage, which forgets', 'Storage.prototype.setItem = () => {}; Storage.prototype.getItem = () => null;'],
    [
      'storage, which throws',
      "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new Error('none') } });",
    ],
    ['window.open, print and alert', ['open', 'print', 'alert', 'confirm'].map(fail).join('')],
    [
      'Promise, as older code has it',
      `const Own = class extends Promise {}; delete Promise.prototype.finally; delete Promise.allSettled; delete Promise.any;
       window.Promise = Own;`,
    ],
    [
      'timers and fetch, and hands everything on',
      `for (const name of ['setTimeout', 'requestAnimationFrame', 'fetch', 'addEventListener']) {
         const own = window[name]; window[name] = function (...all) { return own.apply(window, all) };
       }`,
    ],
  ] as const) {
    test(`${name} lets the visitor sign up`, async ({ page, popup, open }) => {
      await open({ head: script(code) });
      await toStand(page, popup);
      await toSignUp(page, popup);
      await toGoOn(page);
    });
  }

  for (const [name, code] of [
    ['fetch, which throws', fail('fetch')],
    ['fetch, which answers nothing', 'window.fetch = () => undefined;'],
  ] as const) {
    test(`${name} has the submission kept in the outbox`, async ({ page, popup, open }) => {
      await open({ head: script(code) });
      await popup.submit({ email: 'stranger@example.com', phone: '07700 900982', texts: true });
      await eventOf(page, 'waiting');
      const kept = await page.evaluate(() => localStorage.getItem('hello_again_outbox'));
      expect(JSON.parse(kept ?? '[]')).toMatchObject([{ submission: { contact: { email: 'stranger@example.com' } } }]);
      await popup.close.click();
      await toGoOn(page);
    });
  }

  test('setTimeout by a function that never calls back shows no popup', async ({ page, popup, open }) => {
    await open({ head: script('window.setTimeout = () => 0;') });
    await page.waitForLoadState('networkidle');
    await expect(popup.host).toHaveCount(0);
    expect((await explain(page)).sentence).toMatch(/^Asks for email and phone number/);
    await toGoOn(page);
  });
});

test.describe('a document', () => {
  for (const layout of layouts) {
    test(`in quirks mode shows a popup that works: ${layout}`, async ({ page, popup, open }) => {
      await open({
        layout,
        whole: (tag) => `<html lang="en-GB"><title>A shop</title><table><tr><td>Beans</table>${tag}`,
      });
      expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
    });

    test(`of XML shows a popup that works: ${layout}`, async ({ page, popup, open }) => {
      await open({
        layout,
        headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
        whole: (tag) => `<?xml version="1.0" encoding="utf-8"?>
          <html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><title>A shop</title></head>
          <body><p>Beans</p>${tag}</body></html>`,
      });
      await toStand(page, popup, layout);
      await toSignUp(page, popup);
    });

    test(`shows no popup when it is printed: ${layout}`, async ({ page, popup, open }) => {
      await open({ layout });
      await toStand(page, popup, layout);
      await page.emulateMedia({ media: 'print' });
      await expect(popup.dialog).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await toStand(page, popup, layout);
    });
  }
});
