// What the cases, the layouts and the accessibility tests say in Chromium, in WebKit: whoever comes, what is asked, what is
// posted, and what the focus, the keys and the page's scrolling do.

import { freePhone, penny } from '../support/people.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';
import type { Driver } from './driver.ts';
import { expect, keys, test } from './fixtures.ts';

const allowed = { storage: 'allowed' } as const;

/** The link of somebody's mail in the demo shop. */
async function followMail(driver: Driver, origin: string, store: string, person: string): Promise<void> {
  const mails = (await (await fetch(`${origin}/api/mails?store=${store}`)).json()) as {
    readonly to: string;
    readonly links: readonly { readonly path: string }[];
  }[];
  const url = new URL(mails.find(({ to }) => to === person)?.links[0]?.path ?? '', origin);
  for (const [name, value] of Object.entries({ store, delay: '100', ...allowed })) url.searchParams.set(name, value);
  await driver.goto(url.href);
}

const explained = (driver: Driver) =>
  driver.evaluate(() =>
    (
      window as unknown as { HelloAgain: { explain(printed: boolean): Promise<{ reason: string; missing: string[] }> } }
    ).HelloAgain.explain(false),
  );

const scrollDown = (driver: Driver) =>
  driver.evaluate(() => {
    document.documentElement.style.scrollBehavior = 'auto';
    document.body.style.minHeight = '400vh';
    scrollTo({ top: 900, behavior: 'instant' });
  });

const settled = (driver: Driver) =>
  driver.evaluate(
    () => new Promise<number>((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen(scrollY)))),
  );

test('a link of a mail asks for the number alone, and one profile has both', async ({
  driver,
  popup,
  api,
  baseURL,
  store,
}) => {
  await followMail(driver, String(baseURL), store, penny.name);
  await popup.toAsk('phone');
  expect(await driver.evaluate(() => location.search)).not.toContain('ha_id');
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();
  expect((await api.onlyProfileWith(penny.email)).phones.map(({ number }) => number)).toContain(freePhone.e164);
});

test('a stranger is asked for both, and becomes one profile', async ({ driver, popup, api, shopUrl }) => {
  await driver.goto(shopUrl('/', allowed));
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'stranger@example.com', phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();
  const profile = await api.onlyProfileWith('stranger@example.com');
  expect(profile.phones.map(({ number, consent }) => [number, consent])).toEqual([[freePhone.e164, 'subscribed']]);
  expect((await api.lastSubmission()).consents.map(({ channel, granted }) => [channel, granted])).toEqual([
    ['email', true],
    ['sms', true],
  ]);
});

test('who closed it is remembered on the next page, and is who the link said', async ({
  driver,
  popup,
  baseURL,
  store,
  shopUrl,
}) => {
  await followMail(driver, String(baseURL), store, penny.name);
  await popup.toAsk('phone');
  await popup.click('close');
  await popup.toBeGone();
  await driver.goto(shopUrl('/', allowed));
  await expect.poll(async () => (await explained(driver)).reason).toBe('dismissed');
  await driver.goto(shopUrl('/', { ...allowed, ha: 'force' }));
  await popup.toAsk('phone');
});

test('“Not you?” asks for both', async ({ driver, popup, baseURL, store }) => {
  await followMail(driver, String(baseURL), store, penny.name);
  await popup.toAsk('phone');
  await popup.click('not-you');
  await popup.toAsk('email+phone');
});

test('who is subscribed is asked for nothing', async ({ driver, popup, baseURL, store }) => {
  await followMail(driver, String(baseURL), store, 'Ade');
  await expect.poll(async () => (await explained(driver)).reason).toBe('already-subscribed');
  expect(await popup.isOpen()).toBe(false);
});

test('a number that is none is refused, and the field says so and has the focus', async ({
  driver,
  popup,
  api,
  shopUrl,
}) => {
  await driver.goto(shopUrl('/', allowed));
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'wrong@example.com', phone: '12345', texts: true });
  await expect.poll(() => popup.attribute('[data-ha=phone]', 'aria-invalid')).toBe('true');
  await expect.poll(popup.focus).toBe('hello-again phone');
  expect(await api.submissions()).toEqual([]);
});

test('a number without its box is not posted', async ({ driver, popup, api, shopUrl }) => {
  await driver.goto(shopUrl('/', allowed));
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'untick@example.com', phone: freePhone.written, mails: true });
  await expect.poll(() => popup.attribute('[data-ha=consent-sms]', 'aria-invalid')).toBe('true');
  expect(await api.submissions()).toEqual([]);
});

test('a code of a text confirms the number', async ({ driver, popup, api, baseURL, store, shopUrl }) => {
  await driver.goto(shopUrl('/', allowed));
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'robin@example.com', phone: '+447700900789', texts: true, mails: true });
  await popup.find('code');
  const texts = (await (await fetch(`${baseURL}/api/texts?store=${store}`)).json()) as { readonly code: string }[];
  await popup.type('code', `${texts.at(-1)?.code}${keys.enter}`);
  await expect.poll(() => popup.text('#heading')).toBe('Thank you');
  expect((await api.onlyProfileWith('+447700900789')).email).toBe('robin@example.com');
});

for (const layer of ['top', 'page']) {
  test.describe(`the modal in layer ${layer}`, () => {
    const query = { layout: 'modal', delay: '60000', ...(layer === 'page' ? { layer } : {}) };

    test.beforeEach(async ({ driver, popup, shopUrl }) => {
      await driver.goto(shopUrl('/plain', query));
      await driver.evaluate(() => {
        const button = document.createElement('button');
        button.id = 'opener';
        button.textContent = 'Open';
        button.addEventListener('click', () =>
          (window as unknown as { HelloAgain: { open(): void } }).HelloAgain.open(),
        );
        document.body.prepend(button);
      });
      await driver.evaluate(() => document.getElementById('opener')?.focus());
      await driver.press(keys.enter);
      await popup.toOpen();
      await expect.poll(popup.focus).toBe('hello-again email');
    });

    for (const [way, close] of [
      ['Escape', (driver: Driver) => driver.press(keys.escape)],
      ['a press beside it', (driver: Driver) => driver.clickAt(5, 300)],
    ] as const) {
      test(`is closed by ${way}, and the focus returns to the opener`, async ({ driver, popup }) => {
        await close(driver);
        await popup.toBeGone();
        await expect.poll(popup.focus).toBe('button opener');
      });
    }

    test('keeps the focus to itself, forwards and backwards', async ({ driver, popup }) => {
      const seen = new Set<string>();
      for (const pressed of [[keys.tab], [keys.shift, keys.tab]]) {
        for (let i = 0; i < 14; i += 1) {
          await driver.press(...pressed);
          seen.add((await popup.focus()).split(' ')[0] ?? '');
        }
      }
      // Past the last of it is the browser's own; and the owner's notice, which may come later, is to be read beside it.
      const beside = ['body', 'hello-again-notice'];
      expect([...seen].filter((name) => !beside.includes(name)).sort()).toEqual(['hello-again']);
    });
  });
}

for (const layout of ['modal', 'flyout']) {
  for (const [way, close] of [
    ['Escape', (driver: Driver) => driver.press(keys.escape)],
    [
      'close()',
      (driver: Driver) =>
        driver.evaluate(() => (window as unknown as { HelloAgain: { close(): void } }).HelloAgain.close()),
    ],
  ] as const) {
    test(`a ${layout} closed by ${way} while somebody types leaves the page where it was`, async ({
      driver,
      popup,
      shopUrl,
    }) => {
      await driver.goto(shopUrl('/plain', { layout, delay: '60000' }));
      await scrollDown(driver);
      await driver.evaluate(() => (window as unknown as { HelloAgain: { open(): void } }).HelloAgain.open());
      await popup.type('email', 'x');
      await close(driver);
      await popup.toBeGone();
      expect(await settled(driver)).toBe(900);
    });
  }
}

test('a flyout takes no focus, and Escape closes it from within alone', async ({ driver, popup, shopUrl }) => {
  await driver.goto(shopUrl('/', { layout: 'flyout', delay: '0' }));
  await expect.poll(popup.isOpen).toBe(true);
  expect(await popup.focus()).toBe('body');
  await driver.press(keys.escape);
  await settled(driver);
  expect(await popup.isOpen()).toBe(true);
  await popup.toOpen();
  await popup.type('email', 'x');
  await driver.press(keys.escape);
  await popup.toBeGone();
});

test('an inline form signs up where it stands', async ({ driver, popup, api, shopUrl }) => {
  await driver.goto(shopUrl('/', { layout: 'inline', delay: '60000' }));
  await popup.toOpen();
  await driver.evaluate(() =>
    document.querySelector('hello-again')?.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  await popup.submit({ email: 'inline@example.com', mails: true });
  await popup.toSucceed();
  expect((await api.lastSubmission()).contact.email).toBe('inline@example.com');
});

test('the teaser brings a closed popup back', async ({ driver, popup, shopUrl }) => {
  await driver.goto(shopUrl('/plain', { layout: 'modal', teaser: 'true', delay: '0' }));
  await popup.toOpen();
  await popup.click('close');
  await popup.toBeGone();
  await expect
    .poll(() =>
      driver.evaluate(
        () =>
          !!document
            .querySelector('hello-again-teaser')
            ?.shadowRoot?.querySelector('[data-ha=teaser]')
            ?.getClientRects().length,
      ),
    )
    .toBe(true);
  await driver.click(await driver.find('[data-ha=teaser]', 'hello-again-teaser'));
  await expect.poll(popup.isOpen).toBe(true);
});

test('the teaser stands at the foot of the window, clear of nothing but what others have fixed there', async ({
  driver,
  popup,
  shopUrl,
}) => {
  await driver.goto(shopUrl('/plain', { layout: 'modal', teaser: 'true', delay: '0' }));
  await popup.toOpen();
  await popup.click('close');
  await popup.toBeGone();
  const below = () =>
    driver.evaluate(() => {
      const tab = document.querySelector('hello-again-teaser')?.shadowRoot?.querySelector('.tab');
      return tab?.getClientRects().length ? Math.round(innerHeight - tab.getBoundingClientRect().bottom) : undefined;
    });
  await expect.poll(below).toBe(12);
});

test('a scroll of half the page opens it, and less does not', async ({ driver, popup, shopUrl }) => {
  await driver.goto(shopUrl('/plain', { layout: 'modal', 'trigger-scroll': '50', delay: '' }));
  await scrollDown(driver);
  await driver.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await expect.poll(popup.isOpen).toBe(true);
});

test.describe('a page of its own', () => {
  const built = builtFiles('dist/embed');

  test('a file that failed once is asked for at another address, and the popup opens', async ({
    driver,
    popup,
    startSite,
    baseURL,
    store,
  }) => {
    const failed = new Set<string>();
    const collector = `${baseURL}/v1/submissions?store=${store}`;
    const site = await startSite(
      routes({
        '/hello-again': (request, response) => {
          const { pathname } = new URL(request.url ?? '/', 'http://any');
          if (!/-\w{6}\.js$/.test(pathname) || failed.has(pathname)) return built(request, response);
          failed.add(pathname);
          response.writeHead(503).end();
        },
        '/': html(shopPage({ head: scriptTag({ src: '/hello-again.js', collector, store }) })),
      }),
    );
    await driver.goto(site.origin);
    await popup.toAsk('email+phone');
    expect([...failed].join()).toMatch(/memory.*popup|popup.*memory/);
  });

  test('a policy without inline styles leaves the popup its styles', async ({
    driver,
    popup,
    startSite,
    baseURL,
    store,
  }) => {
    const collector = `${baseURL}/v1/submissions?store=${store}`;
    const policy = `default-src 'none'; script-src 'self'; connect-src ${baseURL}`;
    const site = await startSite(
      routes({
        '/hello-again': built,
        '/': html(shopPage({ head: scriptTag({ src: '/hello-again.js', collector, store }) }), {
          'content-security-policy': policy,
        }),
      }),
    );
    await driver.goto(site.origin);
    await popup.toOpen();
    expect(
      await driver.evaluate(() => {
        const drawn = document.querySelector('hello-again')?.shadowRoot?.querySelector('.popup');
        return drawn && getComputedStyle(drawn).borderTopLeftRadius;
      }),
    ).toBe('14px');
  });
});
