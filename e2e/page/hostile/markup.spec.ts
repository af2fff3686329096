// What strangers can put into a page or a link without running any script: named elements, a <base>, cookies of a subdomain,
// parameters.

import type { Page } from '@playwright/test';
import { eventOf, toDecide } from '../../support/events.ts';
import { freePhone, penny } from '../../support/people.ts';
import { explain } from '../../support/signup.ts';
import { shopPage } from '../../support/tag.ts';
import { expect, test, toSignUp } from './hostilePage.ts';

/** The sign-ups that the page posts, wherever they go. */
function watchPosts(page: Page): { readonly url: string; readonly body: Record<string, unknown> }[] {
  const posts: { readonly url: string; readonly body: Record<string, unknown> }[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/v1/submissions')) {
      posts.push({ url: request.url(), body: request.postDataJSON() as Record<string, unknown> });
    }
  });
  return posts;
}

test.describe('an element that is called like a member of the document', () => {
  const reads = [
    'currentScript',
    'cookie',
    'referrer',
    'head',
    'activeElement',
    'documentURI',
    'prerendering',
    'visibilityState',
  ];
  for (const name of reads) {
    test(`does not stand in its place: ${name}`, async ({ page, popup, open }) => {
      const evil = 'data-collector="https://evil.example/v1/submissions" data-base="https://evil.example/"';
      await open({ head: `<img name="${name}" ${evil}>`, body: `<form name="${name}"></form>` });
      await toSignUp(page, popup);
    });
  }

  for (const name of ['querySelector', 'createElement', 'addEventListener', 'querySelectorAll', 'body']) {
    test(`breaks nothing outside the popup: ${name}`, async ({ page, open }) => {
      await open({ head: `<form name="${name}"></form>` });
      await page.evaluate(() => document.getElementById('own')?.click());
      await expect.poll(() => page.evaluate(() => (window as Window & { pressed?: number }).pressed)).toBe(1);
    });
  }
});

test.describe('an element whose id is', () => {
  for (const id of [
    'HelloAgain',
    'HelloAgainOff',
    'HelloAgainNotice',
    'navigation',
    'Shopify',
    'dataLayer',
    'klaviyo',
  ]) {
    test(`${id} says nothing`, async ({ page, popup, open }) => {
      await open({
        head: `<a id="${id}" href="https://evil.example/">a</a><form id="${id}"><input name="createSignup"><input name="designMode"></form>`,
        attributes: { 'data-measure': 'dataLayer' },
      });
      await toSignUp(page, popup);
      await expect(page.locator('hello-again-notice')).toHaveCount(0);
      expect(await explain(page)).toHaveProperty('ask');
    });
  }
});

test('a <base> of another host is told nothing, and stands in no consent', async ({ page, popup, open }) => {
  const posts = watchPosts(page);
  const origin = await open({
    whole: (tag) =>
      shopPage({ head: `${tag}<base href="https://evil.example/">`, body: '<button id="own">Add to cart</button>' }),
    attributes: {
      'data-base': '/',
      'data-collector': '/v1/submissions',
      'data-terms': '/terms',
      'data-privacy': './privacy',
    },
  });
  await page.route(`${origin}/v1/submissions`, (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: '{"outcome":"accepted"}' }),
  );
  await expect(popup.dialog.getByRole('link', { name: 'Terms' })).toHaveAttribute('href', `${origin}/terms`);
  await popup.submit({ email: 'stranger@example.com', phone: freePhone.written, texts: true });
  await popup.toSucceed();
  expect(posts.map(({ url }) => url)).toEqual([`${origin}/v1/submissions`]);
  const consents = (posts[0]?.body.consents ?? []) as readonly { channel: string; links: readonly string[] }[];
  expect(consents.find(({ channel }) => channel === 'sms')?.links.toSorted()).toEqual([
    `${origin}/privacy`,
    `${origin}/terms`,
  ]);
  expect(JSON.stringify(posts)).not.toContain('evil.example');
});

test.describe('a link that was mangled', () => {
  const mangled: readonly [how: string, query: (token: string) => string][] = [
    ['by markup', (token) => `?utm_source=news&amp;ha_id=${token}`],
    ['by a second question mark', (token) => `?utm_source=news?ha_id=${token}`],
    ['by the end of a sentence', (token) => `?utm_source=news&ha_id=${token}.`],
    ['by a bracket', (token) => `?utm_source=news&ha_id=${token}%3E`],
    ['by encoding it twice', (token) => `?utm_source=news&ha_id=${token.replaceAll('.', '%252E')}`],
  ];
  for (const [how, query] of mangled) {
    test(`names the same person, and is posted nowhere else: ${how}`, async ({ page, popup, open, shop }) => {
      const token = (await shop.linkOf(penny.name)).searchParams.get('ha_id') ?? '';
      const origin = await open();
      const posts = watchPosts(page);
      await page.goto(origin + query(token));
      await popup.toAsk('phone');
      expect(page.url()).toBe(`${origin}/?utm_source=news`);
      await popup.submit({ phone: freePhone.written, texts: true });
      await eventOf(page, 'sent');
      const { identity, page: told } = (posts[0]?.body ?? {}) as {
        identity: { identifiers: { value: string }[] };
        page: object;
      };
      expect(identity.identifiers.map(({ value }) => value)).toEqual([token]);
      expect(told).toMatchObject({ url: `${origin}/?utm_source=news`, utm: { source: 'news' } });
      expect(JSON.stringify(told)).not.toContain(token);
    });
  }

  const nobodys: readonly [what: string, query: (token: string) => string][] = [
    ['a token that was cut', (token) => `?ha_id=${token.slice(0, -9)}`],
    ['a token without its last part', (token) => `?ha_id=${token.split('.').slice(0, 2).join('.')}`],
    ['a token in small letters', (token) => `?ha_id=${token.toLowerCase()}`],
    ['a placeholder', () => '?ha_id={{person.ha_id}}'],
    ['a placeholder of Mailchimp', () => '?ha_id=*|HA_ID|*'],
    ['undefined', () => '?ha_id=undefined'],
  ];
  for (const [what, query] of nobodys) {
    test(`names nobody, and leaves the address bar: ${what}`, async ({ page, popup, open, shop }) => {
      const token = (await shop.linkOf(penny.name)).searchParams.get('ha_id') ?? '';
      const origin = await open();
      await page.goto(origin + query(token));
      await popup.toAsk('email+phone');
      expect(page.url()).toBe(`${origin}/`);
      expect((await explain(page)).evidence).toEqual([]);
    });
  }
});

test.describe('memory that another page under the same domain has forged', () => {
  const cookie = (seen: object) => `1${JSON.stringify({ seen, acknowledged: {} }).replaceAll('"', "'")}`;
  const year2096 = Date.UTC(2096, 0, 1) / 1000;

  for (const [what, seen] of [
    ['a dismissal', { dismissedAt: year2096 }],
    ['a showing', { shown: 9, shownAt: year2096 }],
    ['a pause', { pausedUntil: year2096 }],
  ] as const) {
    test(`closes the popup for no longer than the owner said: ${what} of 2096`, async ({
      page,
      context,
      popup,
      open,
    }) => {
      await context.addCookies([
        { name: 'hello_again', value: encodeURIComponent(cookie(seen)), domain: 'shop.localhost', path: '/' },
      ]);
      await open();
      await popup.toAsk('email+phone');
      await toDecide(page, 'email+phone', 'unknown');
    });
  }
});

test('a link with ?ha=dry sends nothing, says so, and counts for its page alone', async ({ page, popup, open }) => {
  const posts = watchPosts(page);
  const origin = await open();
  await page.goto(`${origin}/?ha=dry`);
  await popup.submit({ email: 'stranger@example.com', phone: freePhone.written, texts: true });
  await popup.toSucceed('This was a test: nothing was sent, and you are not signed up.');
  expect(posts).toEqual([]);
  await popup.close.click();
  await page.goto(`${origin}/?ha=force`);
  await toSignUp(page, popup);
  expect(posts).toHaveLength(1);
});
