import { beforeEach, describe, expect, test, vi } from 'vitest';
import { homeCountry } from '../core/contact/country.ts';
import { checkForm } from '../core/flow/check.ts';
import { openingState } from '../core/flow/state.ts';
import { wholeRules } from '../phone/test/wholeRules.ts';
import { sessionOf, settingsOf } from '../test/fixtures.ts';
import { placeOf } from './placeOf.ts';

const zone = vi.hoisted(() => ({ timeZone: vi.fn(() => ''), isZoneOf: vi.fn((): boolean | undefined => undefined) }));
vi.mock('../platform/timeZone.ts', () => zone);

interface Visit {
  readonly country?: string;
  readonly region?: string;
  readonly pageLang?: string;
  readonly browser?: string;
  readonly timeZone?: string;
  readonly reach?: readonly string[];
}

const languagesOf = (language = '') => (language ? [language] : []);

function place({ country, region, pageLang, browser, timeZone = 'UTC', reach }: Visit) {
  zone.timeZone.mockReturnValue(timeZone);
  const settings = settingsOf({ country, region });
  const context = sessionOf({
    settings,
    runtime: { platform: { schedule: {} } },
    reach,
    homeCountry: (of = settings, languages = languagesOf(browser)) =>
      homeCountry(of.country, of.region, [...languagesOf(pageLang), ...languages]),
  });
  return placeOf(context);
}

/** What a form does with a number that such a visitor types. */
async function whatBecomesOf(typed: string, visit: Visit): Promise<unknown> {
  const { country, rivals } = await place(visit);
  const opened = openingState({ ask: 'phone', reason: 'unknown' }, undefined, '', { country });
  const state = { ...opened, entered: { ...opened.entered, phone: typed, ticks: { sms: '2026-01-31T12:00:00.000Z' } } };
  const shown = { email: false, phone: true, sms: true, isPhoneOptional: false };
  const options = { shown, isWithoutTexts: false, hasEmailBox: false, country, rivals, pageNumber: undefined };
  const result = checkForm(state, wholeRules, options);
  if (result.kind === 'right') return result.checked.phone;
  return result.problems.phone?.numbers ?? result.problems.phone?.code;
}

beforeEach(() => {
  zone.isZoneOf.mockReset();
});

describe('the country of a number in national form', () => {
  test.each<[Visit, string, unknown]>([
    // The page's language with its region, before the browser's.
    [{ region: 'eu', pageLang: 'it-IT', browser: 'en-US', timeZone: 'Europe/Rome' }, '347 223 4567', '+393472234567'],
    [{ region: 'eu', pageLang: 'fr-FR', browser: 'en-US', timeZone: 'Europe/Paris' }, '06 12 34 56 78', '+33612345678'],
    [{ region: 'eu', pageLang: 'de-AT', browser: 'de-DE', timeZone: 'Europe/Vienna' }, '0664 1234567', '+436641234567'],
    [{ pageLang: 'es-MX', browser: 'en-US', timeZone: 'America/Mexico_City' }, '55 1234 5678', '+525512345678'],
    // The store's region.
    [
      { region: 'us', pageLang: 'en', browser: 'it-IT', timeZone: 'America/New_York' },
      '(202) 555-0143',
      '+12025550143',
    ],
    [{ region: 'uk', pageLang: 'en', browser: 'en-US', timeZone: 'Europe/London' }, '07911 123456', '+447911123456'],
    [{ region: 'au', browser: 'en-GB', timeZone: 'Australia/Sydney' }, '0491 570 006', '+61491570006'],
    // The time zone, where neither says one.
    [{ region: 'eu', pageLang: 'en', browser: 'en-US', timeZone: 'Europe/Berlin' }, '0151 23456789', '+4915123456789'],
    [{ pageLang: 'en', browser: 'en-US', timeZone: 'Asia/Calcutta' }, '98765 43210', '+919876543210'],
    [{ browser: 'en-GB', timeZone: 'America/Argentina/Buenos_Aires' }, '11 15-2345-6789', '+5491123456789'],
    // The browser's languages, where nothing else does.
    [{ region: 'eu', pageLang: 'en', browser: 'nl-NL', timeZone: 'UTC' }, '06 12345678', '+31612345678'],
    [{ browser: 'sv-SE', timeZone: 'Etc/GMT-1' }, '070-174 06 12', '+46701740612'],
    [{ browser: 'es-ES', timeZone: '' }, '612 34 56 78', '+34612345678'],
    // The owner's option, whatever all others say.
    [
      { country: 'IT', region: 'us', pageLang: 'en-GB', browser: 'en-US', timeZone: 'America/New_York' },
      '347 223 4567',
      '+393472234567',
    ],
    // They disagree, and the number is valid in several.
    [{ region: 'us', pageLang: 'en', timeZone: 'Europe/Rome' }, '347 223 4567', ['+13472234567', '+393472234567']],
    [{ pageLang: 'en-US', timeZone: 'Europe/Rome' }, '347 223 4567', ['+13472234567', '+393472234567']],
    [{ region: 'us', pageLang: 'it-IT', timeZone: 'UTC' }, '347 223 4567', ['+13472234567', '+393472234567']],
    // They disagree, and the number is valid in one alone.
    [{ region: 'us', pageLang: 'en', timeZone: 'Europe/Rome' }, '(202) 555-0143', '+12025550143'],
    [{ pageLang: 'it-IT', timeZone: 'Europe/Paris' }, '+39 347 223 4567', '+393472234567'],
    [{ region: 'us', pageLang: 'en', timeZone: 'Europe/Paris' }, '06 12 34 56 78', '+33612345678'],
    [{ pageLang: 'en-GB', timeZone: 'Europe/Berlin' }, '0151 23456789', '+4915123456789'],
    [{ pageLang: 'en-US', timeZone: 'Europe/Berlin' }, '0151 23456789', '+4915123456789'],
    // A landline where the page is, a mobile number where the clock is.
    [{ pageLang: 'de-DE', timeZone: 'America/New_York' }, '(202) 555-0143', ['+12025550143']],
    // A browser's languages never disagree.
    [{ region: 'us', pageLang: 'en', browser: 'it-IT', timeZone: 'UTC' }, '347 223 4567', '+13472234567'],
  ])('of a visit like %j, where %s is typed', async (visit, typed, expected) => {
    expect(await whatBecomesOf(typed, visit)).toEqual(expected);
  });

  test('is one that the sender reaches', async () => {
    const reach = ['IT', 'VA'];
    expect(await place({ pageLang: 'it', browser: 'en-US', timeZone: 'UTC', reach })).toEqual({
      country: 'IT',
      rivals: [],
    });
    expect((await place({ browser: 'en-US', timeZone: 'America/New_York', reach })).country).toBe('IT');
  });
});

describe('the time zone', () => {
  test('is not read where the owner says the country', async () => {
    zone.timeZone.mockClear();
    await place({ country: 'FR', timeZone: 'Europe/Rome' });
    // Once by this test.
    expect(zone.timeZone).not.toHaveBeenCalled();
  });

  test('is asked of the browser before the table is fetched', async () => {
    zone.isZoneOf.mockImplementation((...asked: unknown[]) => asked[0] === 'IT');
    const { country } = await place({ pageLang: 'it-IT', timeZone: 'Somewhere/That_the_table_lacks' });
    expect(country).toBe('IT');
  });

  test.each(['UTC', 'Etc/GMT+5', 'EST', '', 'Mars/Olympus', 'America/Indiana'])(
    'says nothing: %j',
    async (timeZone) => {
      expect(await place({ browser: 'en-GB', timeZone })).toEqual({ country: 'GB', rivals: [] });
    },
  );
});
