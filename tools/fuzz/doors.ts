import { fromDataset } from '../../widget/config/dataset.ts';
import { jsonMistake } from '../../widget/config/jsonMistake.ts';
import { normalize } from '../../widget/config/normalize.ts';
import { cleanText } from '../../widget/core/contact/cleanText.ts';
import { normalizeEmail } from '../../widget/core/contact/email.ts';
import { meantEmail } from '../../widget/core/contact/emailTypo.ts';
import { readIn } from '../../widget/core/contact/readIn.ts';
import { readLink, readLinkHint } from '../../widget/core/identity/link.ts';
import { readMemory } from '../../widget/core/memory/read.ts';
import { readAnswer } from '../../widget/core/submission/readAnswer.ts';
import { wholeRules } from '../../widget/phone/test/wholeRules.ts';
import { readPopupOptions } from '../../widget/popup/readPopupOptions.ts';
import { readSendingOptions } from '../../widget/sending/readSendingOptions.ts';
import { readSetupOptions } from '../../widget/setup/readSetupOptions.ts';
import type { Random } from './random.ts';
import { anything, recordOf, textLike } from './values.ts';

/** Where something from outside comes in. */
export interface Door {
  readonly name: string;
  /** Makes an input, and says how to put it in: what throws there is a mistake. */
  readonly make: (random: Random) => { readonly input: unknown; readonly enter: () => unknown };
}

function door<T>(name: string, make: (random: Random) => T, enter: (input: T) => unknown): Door {
  return {
    name,
    make: (random) => {
      const input = make(random);
      return { input, enter: () => enter(input) };
    },
  };
}

const now = 1_780_000_000;
const addresses = [
  'https://shop.example/p?ha_id=eyJhbGciOiJIUzI1NiJ9.e30.x&utm_medium=sms&ha_has=email.sms#top',
  'https://shop.example/%E0%A4%A?_kx=abc%3D&mc_eid=1&amp;ha_id=x&ha_id=y',
  'http://[::1]:8080/?a=%',
];
const cookies = [
  `1{'seen':{'count':2,'at':${now},'identifiers':[{'issuer':'own','field':'profile','value':'x','at':${now}}]},'acknowledged':{'consents':[{'at':${now}}]}}`,
  '2{}',
];
const numbers = ['+44 7911 123456', '07911 123456', '(020) 7946-0958 ext 3', '٠٧٩١١١٢٣٤٥٦', '0044 (0)7911/123456'];
const emails = ['penny@example.com', 'Penny <penny@gmial.con>', 'mailto:émile@bücher.example', 'a@b.c,', 'a@@b..c'];
const blocks = [
  '{"brand":"Harbor","collector":{"url":"https://x.example"},"trigger":{"delay":5}}',
  '{"a":[1,2,],}',
  "{'a':1}",
];
const receipt = {
  outcome: 'linked',
  identity: 'x.y.z',
  subscribed: { email: true, sms: true },
  coupon: { code: 'A' },
  next: 'verify',
};
const options = {
  ...{
    brand: 'Harbor',
    collector: { url: 'https://x.example' },
    trigger: { delay: 5, scroll: 50, pages: ['/a*'], when: {} },
  },
  ...{
    terms: '/t',
    privacy: '/p',
    region: 'uk',
    theme: { preset: 'dark' },
    layout: 'modal',
    teaser: true,
    to: {},
    texts: {},
  },
  ...{
    smsCountries: ['GB'],
    fields: [{ name: 'size', options: ['a'] }],
    variants: [{ name: 'a', weight: 1 }],
    storage: 'banner',
  },
};

/** Every door of the widget's. */
export const doors: readonly Door[] = [
  door(
    'an address',
    (random) => [textLike(random, addresses), textLike(random, addresses)] as const,
    ([url, referrer]) => {
      const link = readLink(url, referrer, ['click.example']);
      for (const name of ['ha_id', '_kx', 'mc_eid', 'utm_medium', '']) link.get(name);
      readLinkHint(link);
    },
  ),
  door(
    'the memory cookie',
    (random) => textLike(random, cookies),
    (text) => readMemory(text, now),
  ),
  door(
    'an answer',
    (random) => ({
      status: random.pick([200, 204, 301, 400, 409, 410, 422, 429, 500, 503, 0, Number.NaN]),
      retryAfter: random.pick([null, '5', '-1', '1e999', 'Wed, 21 Oct 2026 07:28:00 GMT', textLike(random, ['5'])]),
      body: random.chance(0.5) ? recordOf(random, receipt) : anything(random),
      isDocument: random.chance(0.1),
    }),
    (answer) => readAnswer(answer, now * 1000),
  ),
  door(
    'options',
    (random) => recordOf(random, options),
    (given) => {
      const settings = normalize(given, 'shop.example');
      readPopupOptions(settings as never);
      readSetupOptions(settings as never);
      readSendingOptions(settings as never);
    },
  ),
  door(
    'the attributes of the tag',
    (random) => {
      const names = [
        'brand',
        'triggerDelay',
        'collector',
        'coupon',
        'theme',
        'heading',
        'targetPages',
        '__proto__',
        'x',
      ];
      return Object.fromEntries(
        names.filter(() => random.chance(0.5)).map((name) => [name, textLike(random, ['5', '/a*'])]),
      );
    },
    (data) => normalize(fromDataset(data), 'shop.example'),
  ),
  door(
    'a block of JSON',
    (random) => textLike(random, blocks),
    (text) => {
      try {
        normalize(Object(JSON.parse(text)), 'shop.example');
      } catch (error) {
        // What is no JSON is told where; only what the widget makes of the rest may not throw.
        if (!(error instanceof SyntaxError)) throw error;
        jsonMistake(text);
      }
    },
  ),
  door(
    'a number',
    (random) => [textLike(random, numbers), random.pick(['GB', 'US', 'DE', 'XX', undefined])] as const,
    ([text, country]) => readIn(wholeRules, text, { country, rivals: ['US', 'IE'] }),
  ),
  door(
    'an email',
    (random) => textLike(random, emails),
    (text) => {
      normalizeEmail(text);
      meantEmail(text);
      cleanText(text);
    },
  ),
];
