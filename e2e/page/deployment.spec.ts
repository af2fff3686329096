// What docs/deployment.md promises to who uploads the files: releases, caches, and the hint `modulepreload`.

import { eventOf, eventsOf, toDecide } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { freePhone } from '../support/people.ts';
import type { Popup } from '../support/popup.ts';
import { Cdn, type Files, otherRelease, thisRelease } from '../support/releases.ts';
import { explain } from '../support/signup.ts';
import { html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

interface Visit {
  readonly files: Files;
  /** What stands in the head, where `CDN` is the folder of the script. */
  readonly head?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const test = base.extend<{ visit: (visit: Visit) => Promise<Cdn> }>({
  visit: async ({ page, store, baseURL, startSite }, use) => {
    await use(async ({ files, head = '', attributes = {}, headers = {} }) => {
      const cdn = new Cdn(files);
      const { origin } = await startSite(cdn.serve);
      const collector = `${baseURL}/v1/submissions?store=${store}`;
      const tag = scriptTag({ src: `${origin}/hello-again.js`, collector, store, attributes });
      const site = await startSite(
        routes({ '/': html(shopPage({ head: head.replaceAll('CDN', origin) + tag }), headers) }),
        'shop.localhost',
      );
      await page.goto(site.origin);
      return cdn;
    });
  },
});

const now = thisRelease();
const before = otherRelease('0ld0ld');

/** What opening needs on these pages, as hints of a build. */
const hinted = ['popup', 'memory', 'strings-en-uk', 'phone-44'];
const hintsOf = ({ build }: { readonly build: string }, attributes = '') =>
  hinted.map((name) => `<link${attributes} rel="modulepreload" href="CDN/hello-again.${name}-${build}.js">`).join('');

async function toSignUp(popup: Popup): Promise<void> {
  await popup.toAsk('email+phone');
  await popup.submit({ email: 'release@example.com', phone: freePhone.written, texts: true, mails: true });
  await popup.toSucceed();
}

/** The builds of all files that were asked for; those of the same name on every release are left out. */
const buildsOf = ({ asked }: Cdn) => [...new Set(asked.map((name) => /-(\w{6})\.js$/.exec(name)?.[1]).filter(Boolean))];

/** Both releases lie on the CDN, and the entry is of this one. */
const bothWith = (entry: Files): Files =>
  new Map([...before.files, ...now.files, ['hello-again.js', entry.get('hello-again.js') ?? '']]);

test('the file with the unchanging name states the build’s name', () => {
  expect(JSON.parse(now.files.get('hello-again.json') ?? '')).toEqual({
    build: now.build,
    integrity: expect.stringMatching(/^sha384-/),
  });
});

test.describe('a release', () => {
  for (const [name, entry] of [
    ['an entry that a cache still has finds its own files beside newer ones', before],
    ['a new entry finds its own files beside older ones', now],
  ] as const) {
    test(name, async ({ visit, popup }) => {
      const cdn = await visit({ files: bothWith(entry.files) });
      await toSignUp(popup);
      expect(buildsOf(cdn)).toEqual([entry.build]);
    });
  }

  test('whose files are deleted makes the entry throw nothing into the page and show nothing', async ({
    page,
    visit,
    popup,
    surprises,
  }) => {
    surprises.expect(/Failed to load resource/);
    await visit({ files: new Map([...now.files, ['hello-again.js', before.files.get('hello-again.js') ?? '']]) });
    expect((await eventOf(page, 'error')).detail).toEqual({ code: 'popup-failed' });
    await expect(popup.host).toHaveCount(0);
    await expect(explain(page)).rejects.toThrow(`hello-again.explain-${before.build}.js`);
  });

  test('whose popup file alone is deleted has it named by explain()', async ({ page, visit, surprises }) => {
    surprises.expect(/Failed to load resource/);
    await visit({ files: new Map([...now.files].filter(([name]) => !name.startsWith('hello-again.popup'))) });
    expect((await eventOf(page, 'error')).detail).toEqual({ code: 'popup-failed' });
    expect((await explain(page)).missing).toEqual(['hello-again.popup']);
  });
});

test.describe('the hints', () => {
  test('fetch each file once, and before the entry asks for it', async ({ visit, popup }) => {
    const cdn = await visit({ files: now.files, head: hintsOf(now) });
    await toSignUp(popup);
    const files = hinted.map((name) => `hello-again.${name}-${now.build}.js`);
    expect(cdn.asked.slice(0, 5).toSorted()).toEqual(['hello-again.js', ...files].toSorted());
    expect(cdn.asked.filter((name) => files.includes(name))).toHaveLength(files.length);
  });

  test('of a former release cost a download, and its own files are what runs', async ({ visit, popup }) => {
    const cdn = await visit({ files: bothWith(now.files), head: hintsOf(before) });
    await toSignUp(popup);
    for (const name of hinted) expect(cdn.asked).toContain(`hello-again.${name}-${now.build}.js`);
    expect(cdn.asked).not.toContain(`hello-again.sending-${before.build}.js`);
  });

  for (const [policy, nonce] of [
    ['', ''],
    [
      "script-src 'nonce-r4nd0m'; connect-src http:; require-trusted-types-for 'script'; trusted-types 'none'",
      'r4nd0m',
    ],
  ] as const) {
    test(`are written by the file whose name never changes${policy && ', under a policy of nonces'}`, async ({
      visit,
      popup,
    }) => {
      const head = `<script async nonce="${nonce}" src="CDN/hello-again-hints.js" data-files="${hinted.join(' ')}"></script>`;
      const cdn = await visit({
        files: now.files,
        head,
        attributes: nonce ? { nonce } : {},
        headers: policy ? { 'content-security-policy': policy } : {},
      });
      await toSignUp(popup);
      const files = hinted.map((name) => `hello-again.${name}-${now.build}.js`);
      expect(cdn.asked.filter((name) => files.includes(name)).toSorted()).toEqual(files.toSorted());
    });
  }

  test('are not written from the address of an element that the page calls currentScript', async ({ page, visit }) => {
    const cdn = await visit({
      files: now.files,
      head: '<img name="currentScript"><script src="CDN/hello-again-hints.js"></script>',
      attributes: { 'data-target-include': '/elsewhere*' },
    });
    await toDecide(page, 'nothing', 'not-targeted');
    await expect(page.locator('link[rel=modulepreload]')).toHaveCount(0);
    expect(cdn.asked).toContain('hello-again-hints.js');
  });

  test('cost their files where nothing is asked, and run nothing', async ({ page, visit, popup }) => {
    const cdn = await visit({
      files: now.files,
      head: hintsOf(now),
      attributes: { 'data-target-include': '/elsewhere*' },
    });
    await toDecide(page, 'nothing', 'not-targeted');
    await expect.poll(() => cdn.asked.length).toBe(1 + hinted.length);
    await expect(popup.host).toHaveCount(0);
  });

  test.describe('under a policy of nonces', () => {
    const policy = (sources: string) => ({
      'content-security-policy': [
        "default-src 'none'",
        `script-src 'nonce-r4nd0m' ${sources}`,
        'connect-src http:',
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
    });
    const attributes = { nonce: 'r4nd0m' };

    for (const [sources, nonce, says] of [
      ['', ' nonce="r4nd0m"', 'with the nonce'],
      ["'strict-dynamic'", ' nonce="r4nd0m"', 'and strict-dynamic, with the nonce'],
      // A preload counts as inserted by a script. https://html.spec.whatwg.org/multipage/links.html#link-type-modulepreload
      ["'strict-dynamic'", '', 'and strict-dynamic, without the nonce'],
    ] as const) {
      test(`run their files ${says}`, async ({ visit, popup }) => {
        const cdn = await visit({ files: now.files, head: hintsOf(now, nonce), attributes, headers: policy(sources) });
        await toSignUp(popup);
        expect(cdn.asked.filter((name) => /popup|memory|strings|phone-44/.test(name))).toHaveLength(hinted.length);
      });
    }

    test('are refused without the nonce, and the popup opens nevertheless', async ({
      page,
      visit,
      popup,
      surprises,
    }) => {
      surprises.expect(/csp: script-src-elem .*hello-again\.popup-/);
      surprises.tolerate(/csp: script-src-elem|console: .*Content Security Policy/);
      await visit({ files: now.files, head: hintsOf(now), attributes, headers: policy('') });
      await toSignUp(popup);
      expect((await eventsOf(page)).filter(({ name }) => name === 'error')).toEqual([]);
    });
  });
});
