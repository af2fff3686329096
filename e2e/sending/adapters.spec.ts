import type { Page, Request } from '@playwright/test';
import { eventOf, toDecide } from '../support/events.ts';
import { expect, test } from '../support/fixtures.ts';
import { freePhone, penny } from '../support/people.ts';
import type { Surprises } from '../support/surprises.ts';
import { scriptTag, shopSite } from '../support/tag.ts';

/** Synthetic: in the shape of Klaviyo's exchange ids, minted by nobody. */
const token = 'Syn7het1c_-ExchangeIdOfNobody0123456789Wg=.SYNTH1';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, revision',
  'access-control-expose-headers': 'x-klaviyo-partial-failure',
};

/** Stands in for a vendor: answers its preflights and its requests, and keeps the latter. */
async function vendor(
  page: Page,
  surprises: Surprises,
  origin: string,
  answer: (request: Request) => Answer,
): Promise<readonly Request[]> {
  const requests: Request[] = [];
  surprises.allowOrigin(origin);
  await page.route(`${origin}/**`, (route) => {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
    requests.push(request);
    const { status, headers = {}, body } = answer(request);
    return route.fulfill({
      status,
      headers: { ...cors, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  });
  return requests;
}

test.describe('data-to', () => {
  /** Opens a shop whose tag names an adapter. */
  let open: (page: Page, attributes: Readonly<Record<string, string>>, query?: string, head?: string) => Promise<void>;

  test.beforeEach(({ startSite }) => {
    open = async (page, attributes, query = '', head = '') => {
      const body = scriptTag({ src: '/hello-again.js', attributes });
      const shop = await startSite(shopSite({ head, body }), 'shop.localhost');
      await page.goto(`${shop.origin}/${query}`);
    };
  });

  test.describe('klaviyo', () => {
    const tag = {
      'data-to': 'klaviyo',
      'data-klaviyo-company': 'SYNTH1',
      'data-klaviyo-email-list': 'MAIL01',
      'data-klaviyo-sms-list': 'TEXT01',
    };
    const pathOf = (request: Request) => new URL(request.url()).pathname.replace('/client/', '');
    const profileOf = (request: Request | undefined) =>
      request?.postDataJSON().data.attributes.profile.data.attributes as object;

    test('asks a visitor from its mail’s link for the number alone, and writes it to the profile of the exchange id', async ({
      page,
      popup,
      surprises,
    }) => {
      const requests = await vendor(page, surprises, 'https://a.klaviyo.com', () => ({ status: 202 }));
      await open(page, { ...tag, 'data-identify': 'klaviyo' }, `?_kx=${encodeURIComponent(token)}`);
      await toDecide(page, 'phone', 'known-needs-phone');
      await popup.toAsk('phone');
      await popup.submit({ phone: freePhone.written, texts: true });
      await popup.toSucceed();
      // A 202 proves nothing, and no more is claimed.
      expect((await eventOf(page, 'sent')).detail).toMatchObject({ outcome: 'unknown' });
      await expect(popup.status).not.toContainText(/signed up/i);
      expect(requests.map(pathOf)).toEqual(['profiles', 'subscriptions', 'events']);
      expect(requests[1]?.url()).toContain('?company_id=SYNTH1');
      expect(await requests[1]?.headerValue('revision')).toBe('2026-07-15');
      expect(profileOf(requests[1])).toEqual({
        _kx: token,
        phone_number: freePhone.e164,
        subscriptions: { sms: { marketing: { consent: 'SUBSCRIBED' } } },
      });
    });

    test('subscribes a stranger’s email and number on one profile to a list each, with the consent as shown', async ({
      page,
      popup,
      surprises,
    }) => {
      const requests = await vendor(page, surprises, 'https://a.klaviyo.com', () => ({ status: 202 }));
      await open(page, tag);
      await popup.toAsk('email+phone');
      const shown = (await popup.dialog.textContent()) ?? '';
      await popup.submit({ email: penny.email, phone: freePhone.written, texts: true, mails: true });
      await popup.toSucceed();
      expect(requests.map(pathOf)).toEqual(['subscriptions', 'subscriptions', 'events', 'events']);
      const person = { email: penny.email, phone_number: freePhone.e164 };
      expect(profileOf(requests[0])).toMatchObject({ ...person, subscriptions: { sms: {} } });
      expect(profileOf(requests[1])).toMatchObject({ ...person, subscriptions: { email: {} } });
      const proof = requests[2]?.postDataJSON().data.attributes.properties as { text: string };
      expect(shown.replace(/\s+/g, ' ')).toContain(proof.text.slice(0, 40));
    });

    test('shows a number that Klaviyo dropped as an error at the field, and accepts the next one', async ({
      page,
      popup,
      surprises,
    }) => {
      let isRefused = true;
      await vendor(page, surprises, 'https://a.klaviyo.com', () => ({
        status: 202,
        headers: isRefused ? { 'x-klaviyo-partial-failure': 'phone_number' } : {},
      }));
      await open(page, tag);
      await popup.submit({ email: penny.email, phone: freePhone.written, texts: true, mails: true });
      await expect(popup.phone).toHaveAttribute('aria-invalid', 'true');
      await expect(popup.phone).toHaveAccessibleDescription(/\S/);
      isRefused = false;
      await popup.submit({ phone: '07700 900461' });
      await popup.toSucceed();
    });

    test('keeps the popup closed with a private key, and tells the owner without repeating the key', async ({
      page,
      surprises,
    }) => {
      const requests = await vendor(page, surprises, 'https://a.klaviyo.com', () => ({ status: 202 }));
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await open(page, { ...tag, 'data-klaviyo-company': 'pk_0123456789abcdef' });
      await toDecide(page, 'nothing', 'misconfigured');
      await expect.poll(() => said.join()).toContain('klaviyoCompany');
      expect(said.join()).not.toContain('pk_0');
      expect(requests).toEqual([]);
    });
  });

  test('hubspot receives the fields of the form, its cookie, and consent in its own format', async ({
    page,
    popup,
    surprises,
  }) => {
    const requests = await vendor(page, surprises, 'https://api.hsforms.com', () => ({
      status: 200,
      body: { inlineMessage: 'Thanks' },
    }));
    await open(
      page,
      {
        'data-to': 'hubspot',
        'data-hubspot-portal': '1234567',
        'data-hubspot-form': 'f0-1',
        'data-hubspot-email-subscription': '7',
        'data-hubspot-sms-subscription': '8',
      },
      '',
      '<script>document.cookie = "hubspotutk=0123456789abcdef0123456789abcdef"</script>',
    );
    await popup.submit({ email: penny.email, phone: freePhone.written, texts: true, mails: true });
    await popup.toSucceed();
    expect(requests).toHaveLength(1);
    expect(new URL(requests[0]?.url() ?? '').pathname).toBe('/submissions/v3/integration/submit/1234567/f0-1');
    expect(requests[0]?.postDataJSON()).toMatchObject({
      fields: [{ value: penny.email }, { value: freePhone.e164 }],
      context: { hutk: '0123456789abcdef0123456789abcdef' },
      legalConsentOptions: { consent: { communications: [{ subscriptionTypeId: 7 }, { subscriptionTypeId: 8 }] } },
    });
  });

  for (const format of ['form', 'text'] as const) {
    test(`a webhook as ${format} needs no preflight and is sent though its answer cannot be read`, async ({
      page,
      popup,
      startSite,
    }) => {
      const seen: { method: string | undefined; type: string | undefined; body: string }[] = [];
      const hook = await startSite(async (request, response) => {
        let body = '';
        for await (const part of request) body += part;
        seen.push({ method: request.method, type: request.headers['content-type'], body });
        response.writeHead(200).end('thanks');
      }, 'hook.localhost');
      await open(page, {
        'data-to': 'webhook',
        'data-webhook-url': `${hook.origin}/catch`,
        'data-webhook-format': format,
      });
      await popup.submit({ email: penny.email, phone: freePhone.written, texts: true, mails: true });
      await popup.toSucceed();
      expect(seen.map(({ method }) => method)).toEqual(['POST']);
      expect(seen[0]?.type).toMatch(format === 'form' ? /^application\/x-www-form-urlencoded/ : /^text\/plain/);
      const text = format === 'form' ? new URLSearchParams(seen[0]?.body).get('submission') : seen[0]?.body;
      expect(JSON.parse(text ?? '')).toMatchObject({ version: 1, contact: { email: penny.email } });
    });
  }

  test('segment waits for the page’s script, then is told once', async ({ page, popup }) => {
    await open(page, { 'data-to': 'segment' });
    await popup.submit({ email: penny.email, phone: freePhone.written, texts: true, mails: true });
    await eventOf(page, 'submit');
    await page.evaluate(() => {
      const heard: unknown[] = [];
      const hear = (name: string) => (first: unknown) => heard.push([name, first]);
      const late = document.createElement('script');
      late.src = 'data:text/javascript,';
      Object.assign(window, { heard });
      Object.assign(window, { analytics: { identify: hear('identify'), track: hear('track') } });
      document.head.append(late);
    });
    await popup.toSucceed();
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[][] }).heard)).toEqual([
      ['identify', { email: penny.email, phone: freePhone.e164 }],
      ['track', 'Signed Up for Messages'],
    ]);
  });

  test('dataLayer receives one event without personal data', async ({ page, popup }) => {
    await open(page, { 'data-to': 'dataLayer' });
    await popup.submit({ email: penny.email, phone: freePhone.written, texts: true, mails: true });
    await popup.toSucceed();
    const list = await page.evaluate(() => JSON.stringify((window as unknown as { dataLayer: unknown }).dataLayer));
    expect(JSON.parse(list)).toMatchObject([{ event: 'hello_again_signup', hello_again: { ask: 'email+phone' } }]);
    expect(list).not.toMatch(/penny|7700/);
  });

  test('data-sms-countries without the visitor’s country asks for no number', async ({ page, popup }) => {
    await open(page, { 'data-to': 'dataLayer', 'data-sms-countries': 'US,CA' });
    await toDecide(page, 'email', 'unknown');
    await popup.toAsk('email');
  });

  test('data-sms-countries with the visitor’s country neither accepts nor lists numbers of others', async ({
    page,
    popup,
  }) => {
    await open(page, { 'data-to': 'dataLayer', 'data-sms-countries': 'GB,IE' });
    await popup.toAsk('email+phone');
    await expect(page.locator('[data-ha=country] option')).toHaveText([
      /^Guernsey/,
      /^Ireland/,
      /^Isle of Man/,
      /^Jersey/,
      /^United Kingdom/,
    ]);
    await popup.submit({ email: penny.email, phone: '+33 6 12 34 56 78', texts: true, mails: true });
    await expect(popup.phone).toHaveAccessibleDescription(/can’t text numbers of that country/);
    await popup.submit({ phone: freePhone.written });
    await popup.toSucceed();
  });
});
