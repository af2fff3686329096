import { describe, expect, test } from 'vitest';
import type { ConsentPlatform } from './consentPlatform.ts';
import { cookiebot } from './cookiebot.ts';
import { gpp } from './gpp.ts';
import { oneTrust } from './oneTrust.ts';
import { shopifyPrivacy } from './shopifyPrivacy.ts';
import { tcf } from './tcf.ts';
import { usercentrics } from './usercentrics.ts';
import { wordPress } from './wordPress.ts';

/** What a platform answers on a page; looked at twice, since it is looked at often. */
function answersOf(platform: ConsentPlatform, page: object): string[] {
  const answers: string[] = [];
  const reading = platform.read(page as Readonly<Record<string, unknown>>, (answer) => answers.push(answer));
  reading.look();
  reading.look();
  return [...new Set(answers)];
}

const tcData = (data: object, isSuccess = true) => ({
  __tcfapi: (_command: string, _version: number, tell: (data: object, isSuccess: boolean) => void) =>
    tell(data, isSuccess),
});
const gppData = (pingData: object) => ({
  __gpp: (_command: string, tell: (event: object) => void) => tell({ pingData }),
});
const shopify = (allowed: boolean, banner: boolean) => ({
  Shopify: { customerPrivacy: { preferencesProcessingAllowed: () => allowed, shouldShowBanner: () => banner } },
});
const groups = (active: string, isClosed?: boolean) => ({
  OnetrustActiveGroups: active,
  ...(isClosed === undefined ? {} : { OneTrust: { IsAlertBoxClosed: () => isClosed } }),
});
const usercentricsPage = (isInitialized: boolean, isAll: boolean, isRequired: boolean) => ({
  UC_UI: {
    isInitialized: () => isInitialized,
    areAllConsentsAccepted: () => isAll,
    isConsentRequired: () => isRequired,
  },
});
const wp = (has: boolean, cookie: string, type: string | undefined = 'optin') => ({
  wp_has_consent: () => has,
  wp_consent_type: type,
  consent_api_get_cookie: () => cookie,
});

describe('an answer of a consent platform', () => {
  test.each<[string, ConsentPlatform, object, readonly string[]]>([
    [
      'TCF, yes',
      tcf,
      tcData({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: true } } }),
      ['granted'],
    ],
    [
      'TCF, yes from before',
      tcf,
      tcData({ eventStatus: 'tcloaded', gdprApplies: true, purpose: { consents: { 1: true } } }),
      ['granted'],
    ],
    [
      'TCF, no',
      tcf,
      tcData({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: false, 2: true } } }),
      ['denied'],
    ],
    ['TCF, the question alone', tcf, tcData({ eventStatus: 'cmpuishown', purpose: { consents: { 1: true } } }), []],
    ['TCF, outside its law', tcf, tcData({ eventStatus: 'cmpuishown', gdprApplies: false }), ['granted']],
    ['TCF, failed', tcf, tcData({ eventStatus: 'tcloaded', purpose: { consents: { 1: true } } }, false), []],
    ['GPP, not ready', gpp, gppData({ signalStatus: 'not ready', applicableSections: [7] }), []],
    ['GPP, of the United States', gpp, gppData({ signalStatus: 'ready', applicableSections: [7] }), ['granted']],
    [
      'GPP, Europe, yes',
      gpp,
      gppData({
        signalStatus: 'ready',
        applicableSections: [2],
        parsedSections: { tcfeuv2: { PurposeConsent: [true] } },
      }),
      ['granted'],
    ],
    [
      'GPP, Europe, no',
      gpp,
      gppData({
        signalStatus: 'ready',
        applicableSections: [2],
        parsedSections: { tcfeuv2: [{ PurposeConsent: [false] }] },
      }),
      ['denied'],
    ],
    ['GPP, Europe, unparsed', gpp, gppData({ signalStatus: 'ready', applicableSections: [2] }), []],
    ['TCF, without purposes', tcf, tcData({ eventStatus: 'useractioncomplete', gdprApplies: true }), []],
    [
      'TCF, whose law is not known',
      tcf,
      tcData({ eventStatus: 'useractioncomplete', purpose: { consents: { 1: false } } }),
      [],
    ],
    ['Cookiebot, half loaded', cookiebot, { Cookiebot: { hasResponse: true } }, []],
    ['Shopify, allowed', shopifyPrivacy, shopify(true, false), ['granted']],
    ['Shopify, refused', shopifyPrivacy, shopify(false, false), ['denied']],
    ['Shopify, the banner still there', shopifyPrivacy, shopify(false, true), []],
    ['OneTrust, functional', oneTrust, groups(',C0001,C0003,', true), ['granted']],
    ['OneTrust, refused', oneTrust, groups(',C0001,', true), ['denied']],
    ['OneTrust, not answered', oneTrust, groups(',C0001,', false), []],
    ['OneTrust, its API not there yet', oneTrust, groups(',C0001,'), []],
    ['Cookiebot, yes', cookiebot, { Cookiebot: { hasResponse: true, consent: { preferences: true } } }, ['granted']],
    ['Cookiebot, no', cookiebot, { Cookiebot: { hasResponse: true, consent: { preferences: false } } }, ['denied']],
    ['Cookiebot, not answered', cookiebot, { Cookiebot: { hasResponse: false, consent: { preferences: false } } }, []],
    ['Usercentrics, everything', usercentrics, usercentricsPage(true, true, false), ['granted']],
    ['Usercentrics, answered with less', usercentrics, usercentricsPage(true, false, false), ['denied']],
    ['Usercentrics, not answered', usercentrics, usercentricsPage(true, false, true), []],
    ['Usercentrics, loading', usercentrics, usercentricsPage(false, true, false), []],
    ['WordPress, yes', wordPress, wp(true, 'allow'), ['granted']],
    ['WordPress, no', wordPress, wp(false, 'deny'), ['denied']],
    ['WordPress, not answered', wordPress, wp(false, ''), []],
    ['WordPress, no kind defined yet', wordPress, { ...wp(true, 'allow'), wp_consent_type: undefined }, []],
  ])('is read correctly: %s', (_what, platform, page, answers) => {
    expect(answersOf(platform, page)).toEqual(answers);
  });
});

const all = [tcf, gpp, shopifyPrivacy, oneTrust, cookiebot, usercentrics, wordPress];

test.each(all.map((platform) => [platform.name, platform] as const))(
  '%s that is missing or a stub answers nothing',
  (_name, platform) => {
    const names = [
      '__tcfapi',
      '__gpp',
      'Shopify',
      'OnetrustActiveGroups',
      'OneTrust',
      'Cookiebot',
      'UC_UI',
      'wp_has_consent',
    ];
    for (const value of [undefined, null, 7, 'text', {}, [], () => undefined]) {
      expect(answersOf(platform, Object.fromEntries(names.map((name) => [name, value])))).toEqual([]);
    }
  },
);

test('a platform that comes late and a changed answer are reported', () => {
  const page: Record<string, unknown> = {};
  const answers: string[] = [];
  const reading = cookiebot.read(page, (answer) => answers.push(answer));
  reading.look();
  page.Cookiebot = { hasResponse: true, consent: { preferences: true } };
  reading.look();
  page.Cookiebot = { hasResponse: true, consent: { preferences: false } };
  reading.look();
  expect(answers).toEqual(['granted', 'denied']);
});

test('TCF is listened to once, however often it is looked at', () => {
  let listeners = 0;
  const reading = tcf.read(
    {
      __tcfapi: () => {
        listeners += 1;
      },
    },
    () => {},
  );
  for (let i = 0; i < 3; i += 1) reading.look();
  expect(listeners).toBe(1);
});

test('Shopify’s feature is requested once, and read when it has loaded', () => {
  const page: { Shopify: Record<string, unknown> } = { Shopify: {} };
  let asked = 0;
  page.Shopify.loadFeatures = (_features: unknown, done: (error?: unknown) => void) => {
    asked += 1;
    page.Shopify.customerPrivacy = { preferencesProcessingAllowed: () => true };
    done();
  };
  expect(answersOf(shopifyPrivacy, page)).toEqual(['granted']);
  expect(asked).toBe(1);
});

test.each(all)('$name names the source of its shapes and its date', ({ source, lastVerified, verification }) => {
  expect(source).toMatch(/^https:\/\//);
  expect(lastVerified).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(['documented', 'unverified']).toContain(verification);
});
