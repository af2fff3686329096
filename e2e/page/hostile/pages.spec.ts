// What host pages do without meaning harm: shortcuts, smooth scrolling, translation, frameworks that draw anew, odd scroll
// containers, addresses that are rewritten.

import type { Page } from '@playwright/test';
import { eventsOf } from '../../support/events.ts';
import { freePhone } from '../../support/people.ts';
import { call, explain } from '../../support/signup.ts';
import { expect, layouts, scrolledWithin, test, toSignUp } from './hostilePage.ts';

const script = (code: string) => `<script>${code}</script>`;
const style = (css: string) => `<style>${css}</style>`;
const never = { 'data-trigger-delay': '600000' };

test.describe('a page with keyboard shortcuts', () => {
  const shortcuts = script(`
    window.heard = [];
    for (const name of ['keydown', 'keypress', 'keyup', 'paste', 'copy'])
      document.addEventListener(name, (event) => { window.heard.push(name); event.preventDefault(); });`);

  for (const layout of ['modal', 'flyout', 'inline'] as const) {
    test(`neither eats nor hears what is typed: ${layout}`, async ({ page, popup, open }) => {
      const slot = { body: '<div id="slot"></div>', attributes: { 'data-layout': 'inline', 'data-into': '#slot' } };
      await open({ head: shortcuts, ...(layout === 'inline' ? slot : { layout }) });
      const unfold = page.locator('[data-ha=unfold]');
      await expect(page.locator('[data-ha=phone],[data-ha=unfold]').first()).toBeVisible();
      if (await unfold.count()) await unfold.click();
      // Inline, the form is no dialog.
      const phone = page.locator('[data-ha=phone]');
      const texts = page.locator('[data-ha=consent-sms]');
      await phone.pressSequentially('07911 s n /');
      await expect(phone).toHaveValue('07911 s n /');
      await texts.press('Space');
      await expect(texts).toBeChecked();
      expect(await page.evaluate(() => (window as Window & { heard?: string[] }).heard)).toEqual([]);
      if (layout === 'inline') return;
      await phone.press('Escape');
      await expect(popup.dialog).toHaveCount(0);
    });
  }

  test('closes on Escape below the top layer too', async ({ popup, open }) => {
    await open({ head: shortcuts, attributes: { 'data-layer': 'page' } });
    await popup.phone.press('Escape');
    await expect(popup.dialog).toHaveCount(0);
  });
});

test.describe('a page that scrolls smoothly by script', () => {
  // As Lenis, locomotive-scroll and fullPage do.
  const smooth = script(`addEventListener('wheel', (event) => {
      event.preventDefault();
      scrollBy(0, event.deltaY);
    }, { passive: false });`);

  test('scrolls the popup, and does not move behind it', async ({ page, popup, open }) => {
    await page.setViewportSize({ width: 400, height: 320 });
    await open({ head: smooth });
    await expect(popup.dialog).toBeVisible();
    await page.mouse.move(200, 200);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => scrolledWithin(page)).toBeGreaterThan(0);
    for (let i = 0; i < 20; i += 1) await page.mouse.wheel(0, 400);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

test.describe('behind a modal dialog nothing moves', () => {
  const header = '<header style="position:sticky;top:0;height:40px;background:#ddd">Shop</header>';
  const tall = '<p style="height:3000px">Beans</p>';
  for (const [name, css] of [
    ['on a plain page', ''],
    ['where the body hides what is too wide', 'body { overflow-x: hidden }'],
    ['where page and body are as high as the window', 'html, body { height: 100% } body { overflow-x: hidden }'],
    ['where the scroll bar has its gutter', 'html { scrollbar-gutter: stable }'],
    ['where the page insists on its own overflow', 'html { overflow: auto !important }'],
    [
      'where the body scrolls',
      'html { overflow: hidden; height: 100% } body { overflow: auto; height: 100%; margin: 0 }',
    ],
  ] as const) {
    test(`${name}`, async ({ page, popup, open }) => {
      await open({ head: style(css), body: header + tall, attributes: never });
      await page.evaluate(() => {
        const scroller =
          document.body.scrollHeight > document.body.clientHeight &&
          getComputedStyle(document.body).overflowY === 'auto' &&
          getComputedStyle(document.documentElement).overflowY === 'hidden'
            ? document.body
            : document.scrollingElement;
        scroller?.scrollTo({ top: 700, behavior: 'instant' });
      });
      const places = () =>
        page.evaluate(() =>
          [document.querySelector('header'), document.querySelector('#own'), document.body].map((e) => {
            const { top, left } = e?.getBoundingClientRect() ?? {};
            return [top, left];
          }),
        );
      const before = await places();
      await call(page, 'open');
      await expect(popup.dialog).toBeVisible();
      expect(await places()).toEqual(before);
      await page.mouse.move(10, 300);
      await page.mouse.wheel(0, 500);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('End');
      expect(await places()).toEqual(before);
      await popup.close.click();
      await expect(popup.dialog).toHaveCount(0);
      expect(await places()).toEqual(before);
      expect(await page.evaluate(() => document.documentElement.getAttribute('style'))).toBeNull();
      // It can be scrolled again.
      await page.mouse.wheel(0, 200);
      await expect.poll(places).not.toEqual(before);
    });
  }
});

test('a machine translation never keeps a former text: number, heading and button', async ({ page, popup, open }) => {
  await open();
  await expect(popup.phone).toBeVisible();
  const translate = () =>
    page.locator('hello-again').evaluate((host) => {
      const walker = document.createTreeWalker(host.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement?.closest('[translate=no],style')) continue;
        const font = document.createElement('font');
        font.append(`«${text.data}»`);
        text.replaceWith(font);
      }
    });
  await popup.phone.fill('07911 123456');
  await expect(page.locator('[data-ha=understood]')).toContainText('+44 7911 123456');
  await translate();
  await popup.phone.fill('07911 123457');
  await expect(page.locator('[data-ha=understood]')).toContainText('+44 7911 123457');
  await translate();
  await popup.email.fill('stranger@example.com');
  await popup.texts.check();
  await page.locator('[data-ha=submit]').click();
  await expect(page.locator('#heading')).toHaveText('Thank you');
  await expect(page.locator('[data-ha=status]')).toHaveText('You’re signed up.');
});

test.describe('the owner’s element opens the popup though the page', () => {
  const button = '<div id="around"><a id="join" class="join" href="#join">Join</a></div>';
  for (const [what, code] of [
    ['prevents the click', `document.querySelector('#join').onclick = () => false`],
    ['stops it on a parent', `document.querySelector('#around').addEventListener('click', (e) => e.stopPropagation())`],
    [
      'stops it at once',
      `document.querySelector('#join').addEventListener('click', (e) => { e.stopImmediatePropagation(); e.preventDefault(); })`,
    ],
    [
      'opens it by itself as well',
      `document.querySelector('#join').addEventListener('click', () => HelloAgain.open())`,
    ],
  ] as const) {
    test(what, async ({ page, popup, open }) => {
      await open({
        body: button + script(code),
        attributes: { 'data-trigger-click': '.join', 'data-trigger-manual': 'true' },
      });
      // Whether the link leads away: until the trigger's code is there, it does.
      const press = () =>
        page
          .locator('#join')
          .evaluate((link) =>
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })),
          );
      let leadsAway = true;
      await expect
        .poll(async () => {
          if ((await popup.dialog.count()) === 0) leadsAway = await press();
          return popup.dialog.count();
        })
        .toBe(1);
      // The page's own call may have come before the trigger's code, and then the link is the page's.
      if (what !== 'opens it by itself as well') expect(leadsAway).toBe(false);
      expect((await eventsOf(page)).filter(({ name }) => name === 'open')).toHaveLength(1);
    });
  }
});

test.describe('a page that scrolls an element in its place', () => {
  const app = {
    head: style(
      'html, body { height: 100%; margin: 0; overflow: hidden } main { display: none } #app { height: 100vh; overflow: auto }',
    ),
    body: '<div id="app"><p style="height: 4000px">Beans</p></div>',
  };

  test('opens the popup when that is scrolled so far, and explain() names it', async ({ page, popup, open }) => {
    await open({ ...app, attributes: { ...never, 'data-trigger-scroll': '50' } });
    await expect.poll(async () => JSON.stringify((await explain(page)).trigger)).toContain('50 % of #app');
    await page.locator('#app').evaluate((e) => e.scrollTo(0, 500));
    await expect(popup.host).toHaveCount(0);
    await page.locator('#app').evaluate((e) => e.scrollTo(0, 3000));
    await expect(popup.dialog).toBeVisible();
  });
});

test.describe('an address that is rewritten', () => {
  const rewrites = ['?variant=42', '#reviews', '?page=3#top', '/'];
  for (const layout of layouts) {
    test(`leaves the popup where it is: ${layout}`, async ({ page, popup, open }) => {
      await open({ layout });
      await expect(popup.dialog).toBeVisible();
      for (const to of rewrites) await page.evaluate((address) => history.replaceState(null, '', address), to);
      await page.evaluate(() => history.pushState(null, '', '?variant=43'));
      await expect(popup.dialog).toBeVisible();
      expect((await eventsOf(page)).map(({ name }) => name)).not.toContain('close');
    });
  }

  test('leaves a form in the page where it is, and on another route too', async ({ page, open }) => {
    await open({ body: '<div id="slot"></div>', attributes: { 'data-layout': 'inline', 'data-into': '#slot' } });
    const form = page.locator('#slot hello-again [data-ha=phone]');
    await expect(form).toBeVisible();
    await page.evaluate(() => history.replaceState(null, '', '?variant=42'));
    await page.evaluate(() => history.pushState(null, '', '/p/2'));
    await expect(form).toBeVisible();
  });

  test('does not start the delay anew', async ({ page, popup, open }) => {
    await open({ attributes: { 'data-trigger-delay': '1500' } });
    await page.evaluate(() => {
      setInterval(() => history.replaceState(null, '', `?page=${performance.now()}`), 100);
    });
    await expect(popup.dialog).toBeVisible();
  });
});

test('a picture that does not load leaves no hole', async ({ page, popup, open }) => {
  await open({ attributes: { 'data-theme-picture': '/no-such-picture.png' } });
  await expect(popup.dialog).toBeVisible();
  await expect(page.locator('hello-again img')).toHaveCount(1);
  await expect(page.locator('hello-again img')).toBeHidden();
});

test('a browser that names no language is asked as any other', async ({ page, popup, open }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { value: undefined }));
  await open();
  await toSignUp(page, popup);
});

test('a sign-up that waits in the outbox is not asked for again on the next page', async ({
  page,
  popup,
  open,
  surprises,
}) => {
  surprises.tolerate(/503/);
  await page.route('**/v1/submissions**', (route) => route.fulfill({ status: 503 }));
  const origin = await open();
  await popup.submit({ email: 'stranger@example.com', phone: freePhone.written, texts: true });
  await popup.toSucceed();
  await page.goto(`${origin}/p/2`);
  await expect.poll(async () => (await explain(page)).reason).toBe('asked-lately');
  await expect(popup.host).toHaveCount(0);
});

/** The memory cookies of this page, as the browser sends them. */
const memoryCookies = async (page: Page) =>
  (await page.context().cookies()).filter(({ name }) => name === 'hello_again').map(({ path }) => path);

test('of two cookies the newest counts, and one is left', async ({ page, context, popup, open }) => {
  const now = Math.floor(Date.now() / 1000);
  const text = (memory: object) => encodeURIComponent(`1${JSON.stringify(memory).replaceAll('"', "'")}`);
  const old = { seen: { shown: 1, shownAt: now - 900_000 }, acknowledged: {} };
  const young = { seen: { dismissedAt: now - 60 }, acknowledged: {} };
  await context.addCookies([
    { name: 'hello_again', value: text(young), domain: 'shop.localhost', path: '/' },
    { name: 'hello_again', value: text(old), domain: 'shop.localhost', path: '/p' },
  ]);
  const origin = await open();
  await page.goto(`${origin}/p/1`);
  await expect.poll(async () => (await explain(page)).reason).toBe('dismissed');
  await expect.poll(() => memoryCookies(page)).toEqual(['/']);
  await expect(popup.host).toHaveCount(0);
});

test.describe('a cookie banner that no role gives away keeps the popup waiting', () => {
  const fixed = 'position: fixed; inset: auto 0 0 0; height: 160px; background: #fff';
  const buttons = '<button>Accept all</button><button>Reject</button>';
  for (const [what, banner] of [
    ['a region', `<div role="region" aria-label="Cookies" style="${fixed}">We use cookies. ${buttons}</div>`],
    ['a section', `<section id="cookie-bar" style="${fixed}">We value your privacy ${buttons}</section>`],
    [
      'cookieconsent',
      `<div class="cc-window cc-banner" style="${fixed}">This site uses cookies <a class="cc-btn">Got it!</a></div>`,
    ],
    ['iubenda', `<div id="iubenda-cs-banner" style="${fixed}"><p>Notice</p><button>Accept</button></div>`],
    ['Complianz', `<div class="cmplz-cookiebanner" style="${fixed}"><button>Accept</button></div>`],
    ['CookieYes', `<div class="cky-consent-container" style="${fixed}"><button>Accept All</button></div>`],
    ['a German one', `<div><div style="${fixed}">Wir verwenden Cookies. <button>Alle akzeptieren</button></div></div>`],
    ['a frame', `<div style="${fixed}"><iframe title="Consent" srcdoc="Cookies?"></iframe></div>`],
  ] as const) {
    test(what, async ({ page, popup, open }) => {
      await open({ body: `<div id="banner">${banner}</div>` });
      await expect.poll(async () => (await explain(page)).keepsClosed.map(({ by }) => by)).toContain('other-popup');
      await expect(popup.dialog).toHaveCount(0);
      await page.locator('#banner').evaluate((e) => e.remove());
      await expect(popup.dialog).toBeVisible();
    });
  }

  for (const [what, element] of [
    [
      'a header that names cookies',
      '<header style="position: sticky; top: 0; height: 60px">Cookies &amp; cakes <a href="#c">Cart</a></header>',
    ],
    [
      'a button that opens the cookie settings',
      '<button class="cookie-settings" style="position: fixed; bottom: 8px; left: 8px">Cookies</button>',
    ],
    ['a cart that stays in sight', `<div style="${fixed}">Your cart <button>Pay</button></div>`],
  ] as const) {
    test(`and not ${what}`, async ({ popup, open }) => {
      await open({ body: element });
      await expect(popup.dialog).toBeVisible();
    });
  }
});

test.describe('where a banner is to give the permission', () => {
  const attributes = { 'data-storage': 'banner' };

  for (const [what, head] of [
    ['there is neither a platform nor a banner', ''],
    ['a platform never answers', script('window.__tcfapi = () => {};')],
  ] as const) {
    test(`and ${what}, the popup opens on this page and stores nothing`, async ({ page, popup, context, open }) => {
      await page.clock.install();
      await open({ head, attributes });
      await page.waitForLoadState('load');
      await expect.poll(() => page.evaluate(() => 'HelloAgain' in window)).toBe(true);
      await expect
        .poll(async () => {
          await page.clock.runFor(1_000);
          return popup.dialog.count();
        })
        .toBe(1);
      await popup.close.click();
      expect(await context.cookies()).toEqual([]);
    });
  }

  test('and one is in sight, nothing is asked before it is answered', async ({ page, popup, open }) => {
    await page.clock.install();
    await open({
      attributes,
      body: '<div role="region" style="position: fixed; inset: auto 0 0 0; height: 160px">Cookies? <button>Accept</button></div>',
    });
    await expect.poll(() => page.evaluate(() => 'HelloAgain' in window)).toBe(true);
    await page.clock.runFor(60_000);
    await expect(popup.host).toHaveCount(0);
    expect((await explain(page)).gate).toBe('waiting');
  });

  test('and the platform comes late, it is met without a sign of life', async ({ page, popup, open }) => {
    await open({
      attributes,
      body: '<div role="region" style="position: fixed; inset: auto 0 0 0; height: 160px">Cookies? <button>Accept</button></div>',
    });
    await expect.poll(async () => (await explain(page)).gate).toBe('waiting');
    await page.evaluate(() => {
      document.querySelector('[role=region]')?.remove();
      const answer = { eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: true } } };
      Object.assign(window, {
        __tcfapi: (_c: string, _v: number, tell: (d: object, ok: boolean) => void) => tell(answer, true),
      });
    });
    await expect(popup.dialog).toBeVisible();
    expect((await explain(page)).gate).toBe('open');
  });
});

test.describe('a tab in the background', () => {
  test('shows the popup when the visitor comes to it, and counts it then', async ({ page, popup, open }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Document.prototype, 'visibilityState', { configurable: true, get: () => 'hidden' });
    });
    await open();
    await expect.poll(async () => (await explain(page)).keepsClosed.map(({ by }) => by)).toContain('hidden');
    await expect(popup.host).toHaveCount(0);
    expect(JSON.stringify((await explain(page)).memory)).not.toContain('shownAt');
    await page.evaluate(() => {
      Object.defineProperty(Document.prototype, 'visibilityState', { configurable: true, get: () => 'visible' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(popup.dialog).toBeVisible();
  });

  test('closes its untouched popup when the visitor has closed it in another one', async ({
    page,
    popup,
    context,
    open,
  }) => {
    const origin = await open();
    await expect(popup.dialog).toBeVisible();
    const other = await context.newPage();
    await other.goto(origin);
    await other.locator('[data-ha=close]').click();
    await expect(other.locator('hello-again')).toHaveCount(0);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(popup.host).toHaveCount(0);
  });
});

test.describe('a form in the page', () => {
  const attributes = { 'data-layout': 'inline', 'data-into': '#slot' };
  const draw = (page: Page, how: string) =>
    page.evaluate((name) => {
      const slot = document.querySelector('#slot') as HTMLElement;
      const around = document.querySelector('#around') as HTMLElement;
      if (name === 'is emptied') slot.innerHTML = '';
      if (name === 'is replaced by a copy') slot.replaceWith(slot.cloneNode(false));
      if (name === 'goes with what is around it') around.outerHTML = '<div id="around"><div id="slot"></div></div>';
      if (name === 'goes, and comes back later') {
        slot.remove();
        setTimeout(() => around.append(Object.assign(document.createElement('div'), { id: 'slot' })), 300);
      }
    }, how);

  for (const how of [
    'is emptied',
    'is replaced by a copy',
    'goes with what is around it',
    'goes, and comes back later',
  ]) {
    test(`stands again with what was typed, where its place ${how}`, async ({ page, open }) => {
      await open({ body: '<div id="around"><div id="slot"></div></div>', attributes });
      const email = page.locator('#slot [data-ha=email]');
      await email.fill('stranger@exam');
      await draw(page, how);
      await expect(email).toHaveValue('stranger@exam');
      await expect(page.locator('hello-again')).toHaveCount(1);
    });
  }

  test('waits for a place that comes later, and explain() says so', async ({ page, open }) => {
    await open({ body: '<div id="around"></div>', attributes });
    await expect.poll(async () => (await explain(page)).keepsClosed.map(({ by }) => by)).toContain('no-slot');
    await page.evaluate(() =>
      document.querySelector('#around')?.append(Object.assign(document.createElement('p'), { id: 'slot' })),
    );
    await expect(page.locator('#slot [data-ha=email]')).toBeVisible();
  });
});

test('the teaser stands clear of a chat’s bubble', async ({ page, popup, open }) => {
  const bubble =
    '<button id="chat" style="position: fixed; right: 16px; bottom: 16px; width: 60px; height: 60px; z-index: 2147483647">?</button>';
  await open({ body: bubble, attributes: { 'data-teaser': 'true' } });
  await popup.close.click();
  const boxes = async () => {
    const [tab, chat] = await Promise.all([
      page.locator('[data-ha=teaser-close]').boundingBox(),
      page.locator('#chat').boundingBox(),
    ]);
    return tab && chat ? tab.y + tab.height <= chat.y : undefined;
  };
  await expect.poll(boxes).toBe(true);
  await page.locator('[data-ha=teaser-close]').click();
  await expect(page.locator('[data-ha=teaser]')).toHaveCount(0);
});
