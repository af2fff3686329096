import type { Page } from '@playwright/test';
import { answerWith } from '../support/answers.ts';
import { eventOf, eventsOf, toDecide } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { freePhone } from '../support/people.ts';
import type { Popup } from '../support/popup.ts';
import { call, explain } from '../support/signup.ts';
import { html } from '../support/sites.ts';
import { scriptTag, shopPage, shopSite } from '../support/tag.ts';

const email = 'stranger@example.com';

interface Opening {
  readonly query?: string;
  readonly body?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

const test = base.extend<{ open: (opening?: Opening) => Promise<void> }>({
  open: async ({ page, startSite, store, baseURL }, use) => {
    let body = '';
    let tag = '';
    const site = await startSite(
      shopSite((request, response) => html(shopPage({ body: body + tag }))(request, response)),
      'shop.localhost',
    );
    await use(async ({ query = '', body: given = '', attributes } = {}) => {
      body = given;
      const options = attributes ? { attributes } : {};
      tag = scriptTag({ src: '/hello-again.js', collector: `${baseURL}/v1/submissions`, store, ...options });
      await page.goto(`${site.origin}/${query}`);
    });
  },
});

/** Lets the time of the trigger pass, and some more: ours has had every chance to open. */
async function toStayClosed(page: Page, popup: Popup): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(1_000);
  }
  await expect(popup.host).toHaveCount(0);
  expect((await eventsOf(page)).map(({ name }) => name)).not.toContain('open');
}

async function toOpen(page: Page, popup: Popup): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(500);
    await expect(popup.host).toHaveCount(1, { timeout: 100 });
  }).toPass({ timeout: 8_000, intervals: [50] });
}

const klaviyoSays = (page: Page, type: string) =>
  page.evaluate((said) => {
    const detail = { type: said, formId: 'SYNTH1', companyId: 'SYNTH2', metaData: { $email: 'other@example.com' } };
    dispatchEvent(new CustomEvent('klaviyoForms', { detail }));
  }, type);

const cover = 'position: fixed; inset: 0; background: #fff';
const corner = 'position: fixed; bottom: 0; left: 0; width: 300px; height: 90px; background: #fff';

/** Each with how its own script closes it. */
const dialogs: readonly [name: string, body: string, close: () => void][] = [
  [
    'a Klaviyo form',
    `<div id="other" class="needsclick" style="${cover}"><div role="dialog" aria-label="POPUP Form" style="width: 400px; height: 300px"></div></div>`,
    () => document.getElementById('other')?.remove(),
  ],
  [
    'a modal dialog',
    `<div id="other" aria-modal="true" style="${cover}"></div>`,
    () => document.getElementById('other')?.setAttribute('style', 'display: none'),
  ],
  [
    'a modal <dialog>',
    '<dialog id="other">The newsletter</dialog><script>document.getElementById("other").showModal()</script>',
    () => (document.getElementById('other') as HTMLDialogElement).close(),
  ],
  [
    'a cookie banner',
    `<div id="other" role="dialog" aria-label="Cookies" style="${corner}"></div>`,
    () => document.getElementById('other')?.setAttribute('aria-hidden', 'true'),
  ],
  [
    'a banner that says nothing of itself',
    `<div id="onetrust-banner-sdk" style="${corner}"></div>`,
    () => document.getElementById('onetrust-banner-sdk')?.classList.toggle('gone'),
  ],
  [
    'a popup in a shadow tree that fades away',
    `<div id="other"></div><script>
      document.getElementById('other').attachShadow({ mode: 'open' }).innerHTML =
        '<p role="dialog" style="${cover}; transition: opacity 50ms">The newsletter</p>';
    </script>`,
    () => document.getElementById('other')?.shadowRoot?.querySelector('p')?.style.setProperty('opacity', '0'),
  ],
];

const style = '<style>.gone { visibility: hidden }</style>';

for (const [name, body, close] of dialogs) {
  test(`our popup opens after ${name} has closed, and not over it`, async ({ page, popup, open }) => {
    await page.clock.install();
    await open({ body: body + style });
    await toDecide(page, 'email+phone', 'unknown');
    await toStayClosed(page, popup);
    await page.evaluate(close);
    await toOpen(page, popup);
    expect((await eventOf(page, 'open')).detail).toMatchObject({ ask: 'email+phone', isOpenedByHost: false });
  });
}

test('dialogs that are in the page but hidden do not hold up our popup', async ({ page, popup, open }) => {
  await open({
    body: `<div role="dialog" aria-modal="true" style="${cover}; transform: translateX(100%)">The cart</div>
      <div role="dialog" aria-modal="true" style="${cover}; visibility: hidden">The menu</div>
      <div role="dialog" style="${cover}; opacity: 0; pointer-events: none">The newsletter</div>
      <div aria-hidden="true"><div role="dialog" style="${corner}">The chat</div></div>
      <dialog>The search</dialog>`,
  });
  await expect(popup.host).toHaveCount(1);
  expect((await eventsOf(page)).filter(({ name }) => name === 'open')).toHaveLength(1);
});

test('the host’s open() opens the popup over another dialog', async ({ page, popup, open }) => {
  await page.clock.install();
  await open({ body: `<div role="dialog" id="other" style="${corner}"></div>` });
  await toStayClosed(page, popup);
  await call(page, 'open');
  await toOpen(page, popup);
  // It was open: the other one’s end opens it no second time.
  await popup.host.getByRole('button', { name: 'Close', exact: true }).first().click();
  await page.evaluate(() => document.getElementById('other')?.remove());
  await page.clock.runFor(10_000);
  expect((await eventsOf(page)).filter(({ name }) => name === 'open')).toHaveLength(1);
});

test('destroy() stops waiting for another dialog', async ({ page, popup, open }) => {
  await page.clock.install();
  await open({ body: `<div role="dialog" id="other" style="${corner}"></div>` });
  await toStayClosed(page, popup);
  await call(page, 'destroy');
  await page.evaluate(() => document.getElementById('other')?.remove());
  await toStayClosed(page, popup);
});

test('submitting a Klaviyo form closes our popup, and the next page asks nothing', async ({ page, popup, open }) => {
  await open();
  await expect(popup.host).toHaveCount(1);
  await klaviyoSays(page, 'open');
  await klaviyoSays(page, 'stepSubmit');
  await expect(popup.host).toHaveCount(1);
  await klaviyoSays(page, 'submit');
  await expect(popup.host).toHaveCount(0);
  expect((await eventOf(page, 'close')).detail).toEqual({
    reason: 'answered',
    ask: 'email+phone',
    askReason: 'unknown',
  });
  await open();
  await toDecide(page, 'nothing', 'asked-lately');
  // Nothing of the other form is kept.
  const cookies = await page.context().cookies();
  expect(decodeURIComponent(JSON.stringify(cookies))).not.toMatch(/other@|SYNTH/);
});

test('submitting another form before our popup is due keeps it closed', async ({ page, popup, open }) => {
  await page.clock.install();
  // Longer than the slowest machine needs to fetch what hears of it, and what remembers it.
  await open({ attributes: { 'data-trigger-delay': '20000' } });
  await toDecide(page, 'email+phone', 'unknown');
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('hello-again:answered')));
    expect((await explain(page)).reason).toBe('asked-lately');
  }).toPass();
  await page.clock.runFor(20_000);
  await toStayClosed(page, popup);
});

test('submitting another form does not discard what the visitor has begun to type in ours', async ({
  page,
  popup,
  open,
}) => {
  await open();
  await popup.email.fill(email);
  await klaviyoSays(page, 'submit');
  await expect.poll(async () => (await page.context().cookies()).length).toBeGreaterThan(0);
  await expect(popup.email).toHaveValue(email);
});

test('HubSpot’s message counts when it comes from the page, and not from a foreign frame', async ({
  page,
  popup,
  open,
  startSite,
}) => {
  const message = "{ type: 'hsFormCallback', eventName: 'onFormSubmitted' }, '*'";
  const ads = await startSite(html(`<script>parent.postMessage(${message})</script>`), 'ads.localhost');
  await open({ body: `<iframe src="${ads.origin}" title="An advertisement"></iframe>` });
  await expect(popup.host).toHaveCount(1);
  await page.waitForLoadState('networkidle');
  await expect(popup.host).toHaveCount(1);
  await page.evaluate(() => postMessage({ type: 'hsFormCallback', eventName: 'onFormSubmitted' }, '*'));
  await expect(popup.host).toHaveCount(0);
});

test.describe('data-also-identify', () => {
  const also = { 'data-also-identify': 'klaviyo, hubspot, segment' };
  /** The scripts that a page may have, and what each was told. */
  const scripts = `<script>
    window.told = [];
    window.klaviyo = { identify: (person) => Promise.resolve(told.push(['klaviyo', person])) };
    window._hsq = { push: (command) => told.push(['hubspot', ...command]) };
  </script>`;
  const toldOn = (page: Page) => page.evaluate(() => (window as unknown as { told: unknown[] }).told);

  test('tells the page’s scripts the typed email once', async ({ page, popup, open }) => {
    await answerWith(page, { status: 200, body: { outcome: 'pending' } });
    await open({ body: scripts, attributes: also });
    await popup.submit({ email, phone: freePhone.written, texts: true });
    await popup.toSucceed();
    await expect
      .poll(() => toldOn(page))
      .toEqual([
        ['klaviyo', { email }],
        ['hubspot', 'identify', { email }],
        ['hubspot', 'trackPageView'],
      ]);
  });

  test('tells nothing of a number that was given through a link', async ({ page, popup, open }) => {
    const posted = await answerWith(page, { status: 200, body: { outcome: 'linked' } });
    await open({ query: '?ha_id=penny', body: scripts, attributes: also });
    await popup.toAsk('phone');
    await popup.submit({ phone: freePhone.written, texts: true });
    await popup.toSucceed();
    expect(posted).toHaveLength(1);
    expect(await toldOn(page)).toEqual([]);
  });

  for (const [name, query, attributes] of [
    ['in a dry run', '?ha=dry', {}],
    ['for a test', '', { 'data-test': 'true' }],
    ['where the page may not store', '', { 'data-storage': 'none' }],
    ['unless it is named', '', { 'data-also-identify': 'segment' }],
  ] as const) {
    test(`tells nothing ${name}`, async ({ page, popup, open }) => {
      await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
      await open({ query, body: scripts, attributes: { ...also, ...attributes } });
      await popup.submit({ email, phone: freePhone.written, texts: true });
      await popup.toSucceed();
      await eventOf(page, 'sent');
      expect(await toldOn(page)).toEqual([]);
    });
  }
});
