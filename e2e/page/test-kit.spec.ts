// `hello-again/testing` as QA of a shop uses it: on a page with the script tag, and no server of ours behind it.

import {
  CollectorDouble,
  expectNoDuplicate,
  PopupPage,
  type Reason,
  visitAs,
  visitors,
} from '../../widget/testing/index.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { freePhone } from '../support/people.ts';
import { scriptTag, shopSite } from '../support/tag.ts';

const subject = 'contact-1';
const email = 'kit@example.com';

const test = base.extend<{
  startShop: (attributes?: Readonly<Record<string, string>>) => Promise<string>;
  double: CollectorDouble;
  kit: PopupPage;
}>({
  startShop: async ({ startSite }, use) => {
    await use(async (attributes = {}) => {
      const tag = scriptTag({ src: '/hello-again.js', collector: '/v1/submissions', store: 'kit', attributes });
      const site = await startSite(shopSite({ head: tag }));
      return `${site.origin}/`;
    });
  },
  double: async ({ page }, use) => {
    const double = new CollectorDouble({ people: [{ subject, email }] });
    await double.intercept(page);
    await use(double);
  },
  kit: async ({ page }, use) => {
    await use(new PopupPage(page));
  },
});

for (const reason of Object.keys(visitors) as Reason[]) {
  test(`the kit’s visitor of the row ${reason} is decided by that row`, async ({ page, kit, startShop, surprises }) => {
    // A tag without its legal links says so in the console.
    surprises.tolerate(/hello-again/);
    await visitAs(page, reason, await startShop());
    await expect.poll(async () => (await kit.explain()).reason).toBe(reason);
  });
}

test('a stranger and the same person by a mail’s link are one person to the collector’s double', async ({
  page,
  kit,
  double,
  startShop,
}) => {
  const shop = await startShop();
  await visitAs(page, 'unknown', shop);
  await kit.toAsk('email+phone');
  await kit.submit({ email, mails: true });
  await kit.toSucceed();
  await page.context().clearCookies();
  await visitAs(page, 'known-needs-phone', shop, { subject });
  await kit.toAsk('phone');
  await kit.submit({ phone: freePhone.written, texts: true });
  await kit.toSucceed();
  expect(double.people()).toMatchObject([{ emails: [email], phones: [freePhone.e164] }]);
  expectNoDuplicate(double);
});

test('who is asked for the email as well, after a 409, stays one person', async ({
  page,
  kit,
  double,
  startShop,
  surprises,
}) => {
  surprises.tolerate(/status of 409/);
  await visitAs(page, 'known-needs-phone', await startShop(), { subject });
  await kit.toAsk('phone');
  double.answerNext('ask-email');
  await kit.submit({ phone: freePhone.written, texts: true });
  await kit.toAsk('email+phone');
  await kit.submit({ email, mails: true });
  await kit.toSucceed();
  expectNoDuplicate(double);
});

test('the page object finds the popup in another language, as a flyout and from its teaser', async ({
  page,
  kit,
  double,
  startShop,
}) => {
  const attributes = { 'data-locale': 'de', 'data-region': 'eu', 'data-layout': 'flyout', 'data-teaser': 'true' };
  await visitAs(page, 'unknown', await startShop({ ...attributes, 'data-trigger-delay': '600000' }));
  await kit.open();
  await kit.dismiss();
  await kit.reopen();
  expect(await kit.state()).toBe('form');
  await kit.submit({ email, mails: true });
  await kit.toBe('success');
  expect(double.signUps).toHaveLength(1);
});

test('a collector that is slow, then broken, then well again gets one sign-up', async ({
  page,
  kit,
  double,
  startShop,
  surprises,
}) => {
  surprises.tolerate(/status of 503|status of 500|ERR_INTERNET_DISCONNECTED/);
  await page.clock.install();
  double.answerNext('lost-answer', 'unavailable', 'server-error', 'html');
  await visitAs(page, 'unknown', await startShop());
  await kit.open();
  await kit.submit({ email, mails: true });
  await kit.toBe('waiting');
  await expect
    .poll(async () => {
      await page.clock.runFor(60_000);
      return double.posted.length;
    })
    .toBe(5);
  expect(double.signUps).toHaveLength(1);
  expectNoDuplicate(double);
});
