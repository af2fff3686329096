import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { shippedAdapter, shippedNames } from '../adapters/shipped.ts';
import { adapterTable } from '../config/adapterTable.ts';
import { fromDataset } from '../config/dataset.ts';
import { homeCountry } from '../core/contact/country.ts';
import { wholeRules as phoneRules } from '../phone/test/wholeRules.ts';
import type { SignupContext } from '../signup/session.ts';
import { sessionOf, settingsOf } from '../test/fixtures.ts';
import { adapterSettings } from './adapterSettings.ts';
import { readSetupOptions } from './readSetupOptions.ts';

beforeEach(() => vi.stubGlobal('navigator', { languages: ['en-GB'] }));
afterEach(() => vi.unstubAllGlobals());

async function settled(attributes: Record<string, string>, pageLanguage = 'en-GB') {
  const options = fromDataset({ brand: 'B', terms: '/t', privacy: '/p', ...attributes });
  const given: { collector?: unknown; country?: string; region?: string } = { collector: undefined, ...options };
  const settings = settingsOf(given);
  const context = sessionOf({
    settings,
    options: given,
    homeCountry: (_of: unknown, languages: readonly string[] = navigator.languages) =>
      homeCountry(given.country, given.region, [pageLanguage, ...languages]),
  });
  return { ...context, ...(await adapterSettings(context, readSetupOptions(settings))) };
}

const klaviyo = { to: 'klaviyo', klaviyoCompany: 'AbC123', klaviyoEmailList: 'MAIL01' };

describe('the settings that the ask depends on', () => {
  test('follow from the adapter’s manifest', async () => {
    const { settings } = await settled(klaviyo);
    expect(settings.collector.linksBy).toEqual(['email', 'phone', 'klaviyo']);
    expect(settings.isMisconfigured).toBe(false);
  });

  test('follow from the owner’s options, where there are any', async () => {
    const { settings } = await settled({ ...klaviyo, collectorLinksBy: 'email' });
    expect(settings.collector.linksBy).toEqual(['email']);
  });

  test.each([
    ['an adapter that there is not', { to: 'klavio' }],
    ['a name of every object', { to: 'toString' }],
    ['no account', { to: 'klaviyo' }],
    ['a private key', { ...klaviyo, klaviyoCompany: 'pk_0123456789' }],
    ['half of what it needs', { to: 'hubspot', hubspotPortal: '1' }],
  ])('keep the popup closed with %s', async (_what, attributes) => {
    expect((await settled(attributes)).settings.isMisconfigured).toBe(true);
  });
});

test('need the same options as the table', () => {
  const needed = Object.entries(adapterTable).map(([name, rows]) => [
    name,
    rows.filter(([, kind]) => kind.endsWith('!')).map(([attribute]) => attribute),
  ]);
  expect(shippedNames.map((name) => [name, shippedAdapter(name)?.needs])).toEqual(needed);
});

describe('the countries of the sender’s numbers', () => {
  const parse = async (context: SignupContext, text: string) => context.limitPhone?.(phoneRules).parse(text, 'GB').kind;

  test('with the visitor’s leave the ask unchanged, and no other country’s number is accepted', async () => {
    const context = await settled({ ...klaviyo, smsCountries: 'us, GB' });
    expect(context.settings.collect).toBe('both');
    expect(await parse(context, '07700 900982')).toBe('ok');
    expect(await parse(context, '+1 201 555 0123')).toBe('ok');
    expect(await parse(context, '+33 6 12 34 56 78')).toBe('uncovered');
    expect(await parse(context, 'no number')).toBe('impossible');
  });

  test('without the visitor’s prevent asking for a number', async () => {
    expect((await settled({ ...klaviyo, smsCountries: 'US' })).settings.collect).toBe('email');
    expect((await settled({ ...klaviyo, smsCountries: 'US', country: 'us' })).settings.collect).toBe('both');
    expect((await settled({ ...klaviyo, smsCountries: 'GB', region: 'us' })).settings.collect).toBe('email');
  });

  test('without the visitor’s ask for nothing in a store that wants numbers alone', async () => {
    const context = await settled({ ...klaviyo, smsCountries: 'US', collect: 'phone' });
    expect([context.suppressedBy, context.isPausedByHost, context.settings.collect]).toEqual([
      'smsCountries',
      undefined,
      'phone',
    ]);
  });

  test.each(['en-US', 'en-GB', 'en', 'de-DE'])(
    'are not told by the languages of a browser, %s for one: asked as ever',
    async (language) => {
      vi.stubGlobal('navigator', { languages: [language] });
      expect((await settled({ ...klaviyo, smsCountries: 'IT' }, 'it')).settings.collect).toBe('both');
      expect((await settled({ ...klaviyo, smsCountries: 'IT' }, 'it-IT')).settings.collect).toBe('both');
    },
  );

  test('reach what is under the same calling code and of the same operators', async () => {
    expect((await settled({ ...klaviyo, smsCountries: 'GB', country: 'JE' })).settings.collect).toBe('both');
    expect((await settled({ ...klaviyo, smsCountries: 'US', country: 'PR' })).settings.collect).toBe('both');
    expect((await settled({ ...klaviyo, smsCountries: 'US', country: 'CA' })).settings.collect).toBe('email');
    expect((await settled({ ...klaviyo, smsCountries: 'JE', country: 'GB' })).settings.collect).toBe('email');
  });

  test('apply with a collector as well', async () => {
    const { settings } = await settled({ collector: '/v1', smsCountries: 'US' });
    expect([settings.collect, settings.collector.url]).toEqual(['email', '/v1']);
  });
});
