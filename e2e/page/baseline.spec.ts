// What a browser that lacks something meets: below the README's baseline nothing at all, above it the whole popup or a reason.

import type { Page } from '@playwright/test';
import { eventsOf } from '../support/events.ts';
import { idleMoment } from '../support/idleMoment.ts';
import { expect, test } from './hostile/hostilePage.ts';

/** Takes away what a browser lacks, before the page's first script. */
const lacks = {
  'Array.prototype.at': () => Reflect.deleteProperty(Array.prototype, 'at'),
  'Object.hasOwn': () => Reflect.deleteProperty(Object, 'hasOwn'),
  'the dialog element': () => Reflect.deleteProperty(window, 'HTMLDialogElement'),
  structuredClone: () => Reflect.deleteProperty(window, 'structuredClone'),
  showModal: () => Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal'),
  popovers: () => {
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  },
  'the Navigation API': () => void Object.defineProperty(window, 'navigation', { value: undefined }),
  checkVisibility: () => Reflect.deleteProperty(Element.prototype, 'checkVisibility'),
  'adopted style sheets': () => {
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
    Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
    Object.assign(window, {
      CSSStyleSheet: class {
        constructor() {
          throw new TypeError('Illegal constructor');
        }
      },
    });
  },
} as const;

type Lacking = readonly (keyof typeof lacks)[];

const takeAway = async (page: Page, names: Lacking) => {
  for (const name of names) await page.addInitScript(lacks[name]);
};

/** Errors that reach the page, and lines in its console. */
function hear(page: Page): { readonly errors: string[]; readonly lines: string[] } {
  const heard = { errors: [] as string[], lines: [] as string[] };
  page.on('pageerror', (error) => heard.errors.push(error.message));
  page.on('console', (message) => heard.lines.push(message.text()));
  return heard;
}

const below: Readonly<Record<string, Lacking>> = {
  'Safari 15.3': [
    'the dialog element',
    'Array.prototype.at',
    'Object.hasOwn',
    'structuredClone',
    'adopted style sheets',
  ],
  'Firefox 97': ['the dialog element', 'adopted style sheets'],
  'Chrome 92': ['Object.hasOwn', 'structuredClone', 'popovers', 'the Navigation API'],
};

for (const [browser, names] of Object.entries(below)) {
  test(`in a browser like ${browser}, below the baseline, nothing happens, nothing throws, and the console says it once`, async ({
    page,
    open,
  }) => {
    await takeAway(page, names);
    const { errors, lines } = hear(page);
    await open({ head: '<script>HelloAgain = [["open"]]</script>', attributes: { 'data-trigger-delay': '0' } });
    // All that a page may do with it.
    await page.evaluate(() => {
      const page = window as unknown as Record<'HelloAgain', Record<string, (...all: unknown[]) => never>>;
      const { HelloAgain: api } = page;
      api.open?.();
      api.push?.(['identify', { email: 'penny@example.com' }]);
      const one = api.createSignup?.({}) as unknown as typeof api;
      one.on?.('sent', () => {});
      one.watchCheckout?.({});
      one.destroy?.();
    });
    await idleMoment(page);
    expect(errors).toEqual([]);
    expect(lines).toEqual(['hello-again: old browser']);
    await expect(page.locator('hello-again')).toHaveCount(0);
    expect(await eventsOf(page)).toEqual([]);
  });
}

const above: Readonly<Record<string, Lacking>> = {
  'Chrome 93': ['structuredClone', 'popovers', 'the Navigation API', 'checkVisibility'],
  'Firefox 98': ['popovers', 'the Navigation API', 'checkVisibility', 'adopted style sheets'],
  'Safari 15.4': ['popovers', 'the Navigation API', 'checkVisibility', 'adopted style sheets'],
};

for (const [browser, names] of Object.entries(above)) {
  for (const layout of ['modal', 'flyout'] as const) {
    test(`in a browser like ${browser} the ${layout} signs up, and beforeSubmit is asked`, async ({
      page,
      open,
      popup,
    }) => {
      await takeAway(page, names);
      const { errors } = hear(page);
      await page.addInitScript(() => {
        Object.assign(window, { asked: 0 });
      });
      await open({
        layout,
        attributes: { 'data-trigger-delay': '0' },
        // Told by a command: an attribute holds no function.
        head: `<script>HelloAgain = [['options', { beforeSubmit: (given) => { asked += 1; return { ...given, context: { told: 'yes' } } } }]]</script>`,
      });
      const posted = page.waitForRequest((request) => request.method() === 'POST');
      await popup.submit({ email: 'old@example.com', mails: true });
      await popup.toSucceed();
      expect((await posted).postDataJSON().context).toEqual({ told: 'yes' });
      expect(errors).toEqual([]);
    });
  }
}

test('without showModal the popup is announced as failed, never as open, and does not count as shown', async ({
  page,
  open,
  popup,
}) => {
  await takeAway(page, ['showModal']);
  await open({ attributes: { 'data-trigger-delay': '0', 'data-frequency-max-shows': '1' } });
  await expect.poll(async () => (await eventsOf(page)).map(({ name }) => name)).toContain('error');
  expect((await eventsOf(page)).map(({ name }) => name)).not.toContain('open');
  await expect(popup.host).toHaveCount(0);
  expect((await page.context().cookies()).find(({ name }) => name === 'hello_again')?.value ?? '').not.toContain(
    'shown',
  );
});

const explained = (page: Page) =>
  page.evaluate(() =>
    (
      window as unknown as {
        HelloAgain: { explain(isPrinted: boolean): Promise<{ keepsClosed: { says?: string }[] }> };
      }
    ).HelloAgain.explain(false).then(({ keepsClosed }) => keepsClosed.map(({ says }) => says)),
  );

test.describe('without adopted style sheets', () => {
  const policy = (styles: string) => ({
    'content-security-policy': `script-src 'self' 'unsafe-inline'; style-src ${styles}`,
  });

  test('under a policy that refuses its styles the popup is not shown, and explain() says why', async ({
    page,
    open,
    popup,
    surprises,
  }) => {
    surprises.tolerate(/style/);
    await takeAway(page, ['adopted style sheets']);
    await open({ headers: policy("'self'"), attributes: { 'data-trigger-delay': '0', 'data-teaser': 'true' } });
    await expect.poll(() => explained(page)).toContainEqual(expect.stringContaining('the policy refuses its styles'));
    await expect(popup.host).toHaveCount(0);
    await expect(page.locator('hello-again-teaser')).toHaveCount(0);
  });

  test('under a policy that knows its nonce the popup has its styles', async ({ page, open, popup, surprises }) => {
    surprises.tolerate(/style/);
    await takeAway(page, ['adopted style sheets']);
    await open({
      headers: policy("'nonce-abc'"),
      attributes: { 'data-trigger-delay': '0', 'data-nonce': 'abc' },
    });
    await expect(popup.dialog).toHaveCSS('border-radius', '14px');
  });

  test('Escape in a text field closes the modal, though the browser does nothing', async ({ page, open, popup }) => {
    await takeAway(page, ['adopted style sheets']);
    await open({ attributes: { 'data-trigger-delay': '0' } });
    await popup.email.focus();
    // No browser closes a dialog by a key that nobody pressed.
    await popup.email.dispatchEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    await expect(popup.dialog).toBeHidden();
  });
});
