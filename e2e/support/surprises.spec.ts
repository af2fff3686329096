import { test as base, expect } from '@playwright/test';
import { html, Site } from './sites.ts';
import { Surprises } from './surprises.ts';

/** Not the suite's own fixtures: what fails a test there is what is looked at here. */
const test = base.extend<{ visit: (body: string, headers?: Record<string, string>) => Promise<Surprises> }>({
  visit: async ({ context, page }, use) => {
    const sites: Site[] = [];
    await use(async (body, headers) => {
      const site = await Site.start(html(`<title>A page</title>${body}`, headers));
      sites.push(site);
      const surprises = new Surprises(site.origin);
      surprises.watch(context);
      await surprises.watchPolicy(context);
      await page.goto(site.origin);
      return surprises;
    });
    for (const site of sites) await site.stop();
  },
});

test('a quiet page reports no surprise', async ({ visit, page }) => {
  const surprises = await visit('<p>quiet</p><script>console.log("a line"); console.warn("a warning")</script>');
  await expect(page.getByText('quiet')).toBeVisible();
  expect(surprises.report()).toEqual([]);
});

for (const [name, body, headers, told] of [
  ['a console error', '<script>console.error("bad")</script>', {}, /^console: bad/],
  ['an uncaught error', '<script>throw new Error("worse")</script>', {}, /^page error: .*worse/],
  ['an unhandled rejection', '<script>Promise.reject(new Error("late"))</script>', {}, /^page error: .*late/],
  [
    'a violation of the policy',
    '<p style="color: red">styled</p>',
    { 'content-security-policy': "style-src 'none'" },
    /^csp: style-src-attr/,
  ],
  [
    'a violation that is only reported',
    '<p style="color: red">styled</p>',
    { 'content-security-policy-report-only': "style-src 'none'" },
    /^csp: .*\(report\)/,
  ],
  [
    'a request to elsewhere',
    '<img alt="" src="http://127.0.0.1:6553/x.png">',
    {},
    /^request: GET http:\/\/127\.0\.0\.1:6553/,
  ],
] as const) {
  test(`${name} is reported as a surprise`, async ({ visit }) => {
    const surprises = await visit(body, headers);
    await expect.poll(() => surprises.report()).toContainEqual(expect.stringMatching(told));
  });
}

test('an expected error is not reported, and its absence is', async ({ visit }) => {
  const surprises = await visit('<button>Now</button>');
  surprises.expect(/later/);
  expect(surprises.report()).toEqual(['expected, and did not come: /later/']);
});

test('an expected error that comes is not reported', async ({ visit, page }) => {
  const surprises = await visit('<p>ready</p>');
  surprises.expect(/later/);
  await page.evaluate(() => console.error('sooner or later'));
  await expect.poll(() => surprises.report()).toEqual([]);
});
