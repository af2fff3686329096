import type { Page } from '@playwright/test';
import { answerWith } from '../../support/answers.ts';
import { test as base, expect } from '../../support/fixtures.ts';
import { freePhone } from '../../support/people.ts';
import type { Popup } from '../../support/popup.ts';
import { builtFiles, html, routes } from '../../support/sites.ts';
import { scriptTag } from '../../support/tag.ts';

export type Layout = 'modal' | 'flyout';
export const layouts = ['modal', 'flyout'] as const;

/** A page that differs from a friendly one by what is given. */
export interface HostilePage {
  readonly layout?: Layout;
  /** Attributes of `<html>`. */
  readonly html?: string;
  /** Before the script tag. */
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Of every script tag. */
  readonly nonce?: string;
  /** The whole document, around the script tag. */
  readonly whole?: (tag: string) => string;
}

const email = 'stranger@example.com';

/** The page's own script and its own styles, which must go on as before. */
const own = `
  <style>#own { color: rgb(1, 2, 3) }</style>
  <button id="own" type="button">Add to cart</button>
  <p style="height: 200vh">Beans</p>`;
const ownScript = `
  window.pressed = 0;
  document.addEventListener('click', (event) => { if (event.target.id === 'own') window.pressed += 1; });`;

export const test = base.extend<{ open: (hostile?: HostilePage) => Promise<string> }>({
  open: async ({ page, startSite, store, baseURL }, use) => {
    let content = '';
    let headers: Readonly<Record<string, string>> = {};
    const site = await startSite(
      routes({
        '/hello-again': builtFiles('dist/embed'),
        '/own.js': (_request, response) =>
          void response.writeHead(200, { 'content-type': 'text/javascript' }).end(ownScript),
        '/': (request, response) => html(content, headers)(request, response),
      }),
      'shop.localhost',
    );
    await use(async (hostile = {}) => {
      const { layout = 'modal', head = '', body = '', attributes, nonce } = hostile;
      headers = hostile.headers ?? {};
      const tag = scriptTag({
        src: '/hello-again.js',
        collector: `${baseURL}/v1/submissions`,
        store,
        attributes: { 'data-layout': layout, ...attributes, ...(nonce ? { nonce } : {}) },
      });
      content =
        hostile.whole?.(tag) ??
        `<!doctype html><html lang="en-GB" ${hostile.html ?? ''}>
        <head><meta charset="utf-8"><title>A shop</title><meta name="viewport" content="width=device-width">
        <script src="/own.js"${nonce ? ` nonce="${nonce}"` : ''}></script>${head}</head>
        <body><main>${own}</main>${body}${tag}</body></html>`;
      await page.goto(site.origin);
      return site.origin;
    });
  },
});

export { expect };

/** As the popup's own styles have it; CSS pixels. */
const widths = { modal: 432, flyout: 384 };

/** It is there, on top of everything, and looks as it should. */
export async function toStand(page: Page, popup: Popup, layout: Layout = 'modal'): Promise<void> {
  await expect(popup.dialog).toBeVisible();
  await expect.poll(() => page.evaluate(topmostAtPopup)).toEqual(['hello-again', 'hello-again', 'hello-again']);
  // It may still be on its way in.
  await expect
    .poll(() =>
      popup.dialog.evaluate((dialog) => ({
        width: (dialog as HTMLElement).offsetWidth,
        inWindow: dialog.getBoundingClientRect().top >= 0 && dialog.getBoundingClientRect().bottom <= innerHeight + 1,
      })),
    )
    .toEqual({ width: widths[layout], inWindow: true });
  const look = {
    'font-size': '16px',
    'background-color': 'rgb(255, 255, 255)',
    color: 'rgb(28, 25, 23)',
    opacity: '1',
    visibility: 'visible',
    'pointer-events': 'auto',
    'letter-spacing': 'normal',
    'text-transform': 'none',
    direction: 'ltr',
  };
  for (const [name, value] of Object.entries(look)) await expect(popup.dialog).toHaveCSS(name, value);
  await expect(popup.heading).toHaveCSS('font-size', layout === 'modal' ? '24px' : '20.8px');
}

/** The topmost elements at the middle of the popup and near two of its corners. */
function topmostAtPopup(): (string | undefined)[] {
  const dialog = document.querySelector('hello-again')?.shadowRoot?.querySelector('[role=dialog],dialog');
  if (!dialog) return [];
  const { left, top, right, bottom } = dialog.getBoundingClientRect();
  const points: [number, number][] = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + 20, top + 20],
    [right - 20, bottom - 20],
  ];
  return points.map(([x, y]) => document.elementFromPoint(x, y)?.localName);
}

/** Fills it in, sends it, closes it; the posted JSON is what it should be. */
export async function toSignUp(page: Page, popup: Popup): Promise<void> {
  const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted' } });
  await popup.submit({ email, phone: freePhone.written, texts: true });
  await popup.toSucceed();
  expect(posted).toHaveLength(1);
  const [submission] = posted;
  expect(submission?.contact).toEqual({ email, phone: freePhone.e164, typedPhone: expect.any(String) });
  expect(submission?.consents).toMatchObject([
    { channel: 'email', to: email, granted: false },
    { channel: 'sms', to: freePhone.e164, granted: true },
  ]);
  expect(submission?.ask).toMatchObject({ kind: 'email+phone' });
  await popup.close.click();
  await expect(popup.host).toHaveCount(0);
}

/** The page's own script, focus, scroll and styles go on. */
export async function toGoOn(page: Page): Promise<void> {
  const button = page.locator('#own');
  await button.click();
  expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(1);
  await button.focus();
  await expect(button).toBeFocused();
  await expect(button).toHaveCSS('color', 'rgb(1, 2, 3)');
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.getAttribute('style') ?? '')).not.toContain('hidden');
}

/** How far the popup, or a part of it, is scrolled. CSS pixels. */
export function scrolledWithin(page: Page): Promise<number> {
  return page.locator('hello-again').evaluate((host) => {
    const all = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
    return Math.max(...all.map(({ scrollTop }) => scrollTop));
  });
}
