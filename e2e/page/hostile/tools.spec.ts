// Tag managers and optimisers: they take attributes away, combine scripts, and run them from elsewhere.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../../scripts/root.mjs';
import { Notice } from '../../support/notice.ts';
import { jsonOptions } from '../../support/tag.ts';
import { expect, test, toSignUp } from './hostilePage.ts';

const options = (origin: string, more?: object) => jsonOptions(`${origin}/v1/submissions`, 'harbor', more);

const queueOf = (given: object) => `<script>window.HelloAgain = [['options', ${JSON.stringify(given)}]];</script>`;
const page = (parts: string) =>
  `<!doctype html><html lang="en-GB"><head><title>A shop</title></head><body><main><button id="own">Add</button></main>${parts}</body></html>`;
const fetched = '/hello-again.js';

/** Runs the script as text that was fetched, in the way of `run`. */
const runAs = (run: string) => `<script>(async () => {
  const code = await (await fetch('${fetched}')).text();
  const script = document.createElement('script');
  ${run}
  document.head.append(script);
})();</script>`;

const ways: readonly [how: string, script: (code: string) => string, needsBase: boolean][] = [
  ['with its attributes taken away', () => `<script async src="${fetched}"></script>`, false],
  [
    'inserted by a tag manager',
    () =>
      `<script>document.head.append(Object.assign(document.createElement('script'), { src: '${fetched}' }));</script>`,
    false,
  ],
  [
    'from a blob:',
    () => runAs(`script.src = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));`),
    false,
  ],
  ['from a data:', () => runAs(`script.src = 'data:text/javascript,' + encodeURIComponent(code);`), false],
  ['as the text of a script', () => runAs('script.textContent = code;'), false],
  ['by eval', () => runAs('setTimeout(() => (0, eval)(code));'), false],
  ['combined inline with others', (code) => `<script>window.first = 1;\n${code}\n;window.second = 2;</script>`, true],
  [
    'combined into a file of another name',
    () => '<script src="/own.js"></script><script src="/combined.js"></script>',
    true,
  ],
  ['as a module', () => `<script type="module" src="${fetched}"></script>`, false],
];

/** Never an exception of the page, whatever became of the script. */
function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

test.describe('the options that a queue gives arrive where the script runs', () => {
  for (const [how, script, needsBase] of ways) {
    for (const order of ['before it', 'after it'] as const) {
      test(`${how}, and stand ${order}`, async ({ page: tab, popup, open, baseURL }) => {
        const errors = watchErrors(tab);
        const code = await readFile(join(root, 'dist/embed/hello-again.js'), 'utf8');
        await tab.route('**/combined.js', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: `window.first = 1;\n${code}` }),
        );
        const queue = queueOf(options(baseURL ?? '', needsBase ? { base: '/' } : {}));
        await open({
          whole: () => page(order === 'before it' ? queue + script(code) : script(code) + queue),
        });
        await toSignUp(tab, popup);
        expect(errors).toEqual([]);
      });
    }
  }
});

test('a queue keeps its other commands, and attributes of the tag come before its options', async ({
  page: tab,
  popup,
  open,
}) => {
  await open({
    head: `<script>window.HelloAgain = [['on', 'open', () => { window.heard = true; }], ['options', { brand: 'Queue', texts: { heading: 'From the queue' } }]];</script>`,
  });
  await expect(popup.heading).toHaveText('From the queue');
  await expect(popup.texts).toHaveAccessibleName(/Harbor Coffee/);
  expect(await tab.evaluate(() => Object(window).heard)).toBe(true);
});

test('commands that are pushed after the options find the signup', async ({ page: tab, popup, open, baseURL }) => {
  await open({ whole: () => page(`<script src="${fetched}"></script>`) });
  await tab.evaluate(
    (given) => {
      Object(window).HelloAgain.push(['options', given], ['open']);
    },
    options(baseURL ?? '', { trigger: { manual: true } }),
  );
  await toSignUp(tab, popup);
});

test.describe('the owner is told what to paste', () => {
  test('where the script has no options', async ({ page: tab, open }) => {
    const notice = new Notice(tab);
    await notice.allow();
    await open({ whole: () => page(`<script async src="${fetched}"></script>`) });
    await notice.toSay(/runs without any option/, /window\.HelloAgain = \[\['options', \{ collector:/);
  });

  test('and customers are not', async ({ page: tab, open }) => {
    await open({ whole: () => page(`<script async src="${fetched}"></script>`) });
    await expect
      .poll(() =>
        tab.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('tagNotice'))),
      )
      .toBe(true);
    await expect(tab.locator('hello-again-tag-notice')).toHaveCount(0);
  });

  test('and not where the page makes its signup itself', async ({ page: tab, open, baseURL }) => {
    await new Notice(tab).allow();
    const call = `<script>HelloAgain.createSignup(${JSON.stringify(options(baseURL ?? ''))})</script>`;
    await open({ whole: () => page(`<script src="${fetched}"></script>${call}`) });
    await expect(tab.locator('hello-again-notice')).toHaveCount(1);
    await expect(tab.locator('hello-again-tag-notice')).toHaveCount(0);
  });

  test('where nothing says which folder the files are in', async ({ page: tab, open }) => {
    const errors = watchErrors(tab);
    const lines: string[] = [];
    tab.on('console', (message) => lines.push(message.text()));
    const code = await readFile(join(root, 'dist/embed/hello-again.js'), 'utf8');
    await open({ whole: () => page(`<script>${code}</script>`) });
    await expect.poll(() => lines.join('\n')).toMatch(/hello-again: add data-base or \['options', \{ base \}\]/);
    expect(errors).toEqual([]);
    expect(await tab.evaluate(() => typeof Object(window).HelloAgain.createSignup)).toBe('function');
  });
});

test.describe('attributes that were pasted from a word processor', () => {
  test('are read as they were meant: blanks, capitals, typographic quotes', async ({
    page: tab,
    popup,
    open,
    baseURL,
  }) => {
    const posts: string[] = [];
    tab.on('request', (request) => {
      if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
    });
    await open({
      attributes: {
        'data-collector': `“${baseURL}/v1/submissions”`,
        'data-region': 'UK ',
        'data-storage': ' “Allowed”',
        'data-layout': '‘Modal’',
        'data-steps': 'One ',
        'data-terms': '“https://harbor.example/terms”',
        'data-privacy': '“/privacy”',
      },
    });
    await expect(popup.dialog.getByRole('link', { name: 'Terms' })).toHaveAttribute(
      'href',
      'https://harbor.example/terms',
    );
    await expect(popup.dialog.getByRole('link', { name: 'Privacy' }).first()).toHaveAttribute(
      'href',
      /localhost:\d+\/privacy$/,
    );
    await toSignUp(tab, popup);
    expect(posts).toEqual(['/v1/submissions']);
  });

  test('get no note of the owner’s notice', async ({ page: tab, open }) => {
    const notice = new Notice(tab);
    await notice.allow();
    await open({ attributes: { 'data-region': ' UK', 'data-layout': '“flyout”', 'data-trigger-delay': '60000' } });
    await notice.toSay(/Asks for email and phone number/);
    await expect(notice.badge).not.toContainText(/data-region|data-layout/);
  });

  test('keep it closed where they say so: a trigger “Manual”', async ({ page: tab, popup, open }) => {
    await tab.clock.install();
    await open({ attributes: { 'data-trigger': '“Manual”' } });
    await tab.clock.runFor(60_000);
    await expect(popup.host).toHaveCount(0);
  });
});

test.describe('a JSON block that is none', () => {
  const block = (text: string) => `<script type="application/json" data-hello-again>${text}</script>`;

  test('keeps the popup closed, and the owner is told line and column', async ({ page: tab, popup, open }) => {
    const notice = new Notice(tab);
    await notice.allow();
    await tab.clock.install();
    await open({ head: block('{\n  "target": { "exclude": ["*"] },\n}') });
    await notice.toSay(/JSON block cannot be read, so nothing is shown: line 3, column 1: a comma too many/, /Mend it/);
    await tab.clock.runFor(60_000);
    await expect(popup.host).toHaveCount(0);
  });

  test('is named in the console of everybody', async ({ page: tab, open }) => {
    const lines: string[] = [];
    tab.on('console', (message) => lines.push(message.text()));
    await open({ head: block('{ “brand”: “Harbor” }') });
    await expect.poll(() => lines.join('\n')).toMatch(/line 1, column 3: a typographic quote/);
  });
});
