import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/root.mjs';
import { fromDataset } from '../../widget/config/dataset.ts';
import { normalize } from '../../widget/config/normalize.ts';
import { optionTable } from '../../widget/config/table.ts';
import type { Signup } from '../../widget/index.ts';
import { answerWith } from '../support/answers.ts';
import { eventOf, eventsOf, type HeardEvent } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { freePhone, otherPhone } from '../support/people.ts';
import { type Members, publicTypes } from '../support/publicTypes.ts';
import { call } from '../support/signup.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { shopPage } from '../support/tag.ts';

// The build shortens names that never leave the script. Each test here takes the names that do from the types and tables
// that declare them, and looks for every one of them in what the built script does.

/** A value of each option, such that the popup can be opened. */
const samples: Readonly<Record<string, unknown>> = {
  'collector.url': '/v1/submissions',
  'collector.linksBy': ['klaviyo', 'email', 'phone'],
  brand: 'Harbor Coffee',
  terms: 'https://harbor.example/terms',
  privacy: 'https://harbor.example/privacy',
  storage: 'allowed',
  region: 'uk',
  'sender.name': 'Harbor Coffee Ltd',
  'sender.address': '1 Quay',
  'sender.contact': 'hello@harbor.example',
  textsPerMonth: 4,
  store: 'a-store',
  id: 'newsletter',
  collect: 'both',
  ask: 'when-needed',
  allowPhoneOnly: true,
  trust: ['guessable'],
  identify: ['klaviyo'],
  alsoIdentify: ['segment'],
  keepUnsent: 3,
  clickDomains: ['click.example'],
  lookup: '/lookup',
  texts: { heading: 'Fresh beans' },
  'coupon.code': 'HELLO10',
  'coupon.when': 'submitted',
  layout: 'modal',
  into: '#nowhere',
  layer: 'top',
  teaser: true,
  'theme.preset': 'warm',
  'theme.accent': '#0a5',
  'theme.surface': '#fff',
  'theme.text': '#111',
  'theme.radius': 4,
  'theme.font': 'serif',
  'theme.picture': '/picture.png',
  'theme.pictureText': 'Beans',
  'theme.position': 'start',
  'theme.scheme': 'light',
  steps: 'one',
  fields: [{ name: 'roast', type: 'choice', label: { en: 'Roast' }, choices: { dark: 'Dark' }, required: true }],
  wording: { de: { version: 'own-1', sms: 'Ja' } },
  variants: { only: { share: 1 } },
  measure: 'dataLayer',
  config: 'data:application/json,{}',
  'trigger.delay': 60_000,
  'trigger.scroll': 90,
  'trigger.exit': true,
  'trigger.click': '.sign-up',
  'trigger.pages': 9,
  'trigger.when': { device: 'touch' },
  'trigger.once': 'visit',
  'trigger.manual': true,
  'frequency.quietDays': 5,
  'frequency.maxShows': 4,
  'frequency.afterSignup': 6,
  'target.include': ['/*'],
  'target.exclude': ['/nowhere'],
  locale: 'en',
  country: 'GB',
  smsCountries: ['GB'],
  keepParameters: ['page'],
  emailParameters: ['mail'],
  test: true,
  nonce: 'a-nonce',
  beforeSubmit: undefined,
};

const paths = optionTable.map(([path]) => path);

/** Options as a JSON block says them. */
function inGroups(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const [group = '', part] = path.split('.');
    options[group] = part ? { ...(options[group] as object), [part]: value } : value;
  }
  return options;
}

/** Names of attributes that differ from their option's. */
const attributeNames: Readonly<Record<string, string>> = {
  'collector.url': 'collector',
  'coupon.code': 'coupon',
  'theme.preset': 'theme',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The same options as `data-*` attributes, by the names that `dataset` has; without those that only JSON can say. */
function asDataset(): Record<string, string> {
  const texts = Object.entries(samples).flatMap(([path, value]): [string, string][] => {
    const [group = '', part] = path.split('.');
    const name = attributeNames[path] ?? (part ? group + capital(part) : path);
    if (path === 'trigger.manual') return [['trigger', 'manual']];
    const isPlain = typeof value !== 'object' || Array.isArray(value);
    return isPlain && value !== undefined && path !== 'coupon.when' ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(texts);
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

interface Recorded {
  haDigested?: string[];
  HelloAgain: Signup;
}

/** The settings as the script has them: it hashes them for the submission's `widget.config`. */
async function settingsOf(page: Page): Promise<{ readonly text: string; readonly settings: unknown }> {
  const digested = await page.evaluate(() => (window as unknown as Recorded).haDigested ?? []);
  const text = digested.find((entry) => entry.includes('"frequency"')) ?? '';
  return { text, settings: JSON.parse(text) };
}

/** What the sources make of the same options; what the hash leaves out is left out. */
function settingsFrom(given: object): unknown {
  const { into, nonce, collector, isMisconfigured, ...settings } = normalize(given, 'shop.localhost');
  return JSON.parse(JSON.stringify(settings));
}

const test = base.extend<{ visit: (tag: string, query?: string) => Promise<void> }>({
  visit: async ({ page, startSite }, use) => {
    let content = '';
    const site = await startSite(
      routes({
        '/hello-again': builtFiles('dist/embed'),
        '/lookup': html('{}'),
        '/': (request, response) => html(content)(request, response),
      }),
      'shop.localhost',
    );
    await page.addInitScript(() => {
      const { digest } = SubtleCrypto.prototype;
      const digested: string[] = [];
      Object.assign(window, { haDigested: digested });
      SubtleCrypto.prototype.digest = function (algorithm, data) {
        digested.push(new TextDecoder().decode(data));
        return digest.call(this, algorithm, data);
      };
    });
    await use(async (tag, query = '') => {
      content = shopPage({ body: tag });
      await page.goto(`${site.origin}/${query}`);
    });
  },
});

const json = (options: object) =>
  `<script type="application/json" data-hello-again>${JSON.stringify(options)}</script><script src="/hello-again.js"></script>`;

/** What the popup cannot be shown without. */
const few = inGroups(
  Object.fromEntries(
    ['collector.url', 'brand', 'terms', 'privacy', 'storage', 'region', 'locale'].map((path) => [path, samples[path]]),
  ),
);

let types: readonly Members[] | undefined;
/** The members of `Signup` and of `SignupEvents`; read once, and by no run that does not need them. */
function membersOfApi(): readonly [signup: Members, events: Members] {
  types ??= publicTypes('TagSignup', 'SignupEvents');
  return types as unknown as readonly [Members, Members];
}

/** Every event that was heard has the members that its type declares: all that must be there, and no others. */
function expectDocumented(heard: readonly HeardEvent[]): void {
  for (const { name, detail } of heard) {
    const members: Members = membersOfApi()[1].get(name)?.members ?? new Map();
    const needed = [...members].filter(([, { isOptional }]) => !isOptional).map(([member]) => member);
    expect([...members.keys()], `members of ${name}`).toEqual(expect.arrayContaining(Object.keys(detail)));
    expect(Object.keys(detail), `members of ${name}`).toEqual(expect.arrayContaining(needed));
  }
}

interface Schema {
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const { $defs: definitions, ...schema } = JSON.parse(
  readFileSync(join(root, 'widget/schema/submission.v1.json'), 'utf8'),
) as Schema & { readonly $defs: Readonly<Record<string, Schema>> };

/** All that was posted is named in the schema, and all that must be posted was. */
function expectOfSchema(posted: unknown, { $ref = '', ...given }: Schema = { items: schema }): void {
  const { properties, required = [], items } = definitions[$ref.slice('#/$defs/'.length)] ?? given;
  if (Array.isArray(posted)) for (const item of posted) expectOfSchema(item, items);
  if (!properties) return;
  const own = posted as Readonly<Record<string, unknown>>;
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(own)));
  expect(Object.keys(own)).toEqual(expect.arrayContaining([...required]));
  for (const [name, value] of Object.entries(own)) expectOfSchema(value, properties[name]);
}

/** Names of the events that were heard. */
const namesOf = (heard: readonly HeardEvent[]) => heard.map(({ name }) => name);

const email = 'named@example.com';
const accepted = { status: 200, body: { outcome: 'accepted' } };

test('every option has a sample in this file', () => {
  expect(Object.keys(samples).sort()).toEqual([...paths].sort());
});

test('every option of a JSON block arrives under its name, and every method exists', async ({ visit, page, popup }) => {
  const posted = await answerWith(page, accepted);
  const options = inGroups(samples);
  await visit(json(options), '?_kx=Ab.Cd&utm_source=news&page=2');
  const names = [...membersOfApi()[0].keys()];
  const kinds = await page.evaluate((all) => {
    const { HelloAgain } = window as unknown as { HelloAgain: Record<string, unknown> };
    return all.map((name) => typeof HelloAgain[name]);
  }, names);
  expect(kinds).toEqual(names.map((name) => (name === 'ready' ? 'object' : 'function')));
  await call(page, 'open');
  await popup.dialog.getByLabel('Roast').selectOption('dark');
  await popup.submit({ email, phone: freePhone.written, texts: true, mails: true });
  await eventOf(page, 'sent');
  const { text, settings } = await settingsOf(page);
  expect(settings).toEqual(settingsFrom(options));
  expect(posted[0]?.widget.config).toBe(createHash('sha256').update(text).digest('hex').slice(0, 12));
  await call(page, 'forget');
  await eventOf(page, 'forget');
  const heard = await eventsOf(page);
  expectDocumented(heard);
  expectOfSchema(posted);
  expect(namesOf(heard)).toEqual(expect.arrayContaining(['decide', 'open', 'step', 'submit', 'sent', 'forget']));
});

test('every option of an attribute arrives under its name', async ({ visit, page, popup, surprises }) => {
  surprises.expect(/503/);
  const posted = await answerWith(page, { status: 503 });
  const dataset = asDataset();
  const attributes = Object.entries(dataset).map(([name, value]) => ` data-${kebab(name)}="${value}"`);
  await visit(`<script src="/hello-again.js"${attributes.join('')}></script>`);
  await call(page, 'open');
  await popup.submit({ email, phone: freePhone.written, texts: true });
  await eventOf(page, 'waiting');
  expect((await settingsOf(page)).settings).toEqual(settingsFrom(fromDataset(dataset)));
  expect(posted[0]?.store).toBe(samples.store);
  await call(page, 'close');
  await eventOf(page, 'close');
  expectDocumented(await eventsOf(page));
});

test('rare events have the members that their types declare', async ({ visit, page, popup, surprises }) => {
  surprises.expect(/400/);
  const posted = await answerWith(page, { status: 400, body: { code: 'malformed' } });
  await visit(json({ ...few, teaser: true, trigger: { delay: 0 } }));
  await popup.toAsk('email+phone');
  await popup.close.click();
  await page.locator('[data-ha=teaser]').click();
  await popup.submit({ email, phone: freePhone.written, texts: true });
  await eventOf(page, 'failed');
  const heard = [...(await eventsOf(page))];

  await page.route(/hello-again\.popup-/, (route) => route.abort());
  surprises.expect(/ERR_FAILED/);
  await visit(json({ ...few, id: 'broken' }));
  await call(page, 'open');
  heard.push(await eventOf(page, 'error'));
  expectDocumented(heard);
  expectOfSchema(posted);
  expect(namesOf(heard)).toEqual(expect.arrayContaining(['close', 'teaser', 'failed', 'error']));
});

/** The members of a submission that the schema names, as paths: `ask.kind`, `consents.to`. */
function membersOf({ $ref = '', ...given }: Schema, above = ''): string[] {
  const { properties, items } = definitions[$ref.slice('#/$defs/'.length)] ?? given;
  if (items) return membersOf(items, above);
  const below = above && `${above}.`;
  return properties ? Object.entries(properties).flatMap(([name, it]) => membersOf(it, `${below}${name}`)) : [above];
}

/** The paths of the members that were posted. */
function pathsOf(posted: unknown, above: string, known: readonly string[]): string[] {
  if (known.includes(above)) return [above];
  if (Array.isArray(posted)) return posted.flatMap((item) => pathsOf(item, above, known));
  const below = above && `${above}.`;
  return Object.entries(Object(posted) as object).flatMap(([name, it]) => pathsOf(it, `${below}${name}`, known));
}

test('every member of a submission is posted under the name in the schema', async ({ visit, page, popup }) => {
  const posted = await answerWith(page, { status: 200, body: { outcome: 'accepted', identity: 'penny-3' } });
  const options = { ...few, store: 'a-store', test: true, variants: { only: { share: 1 } }, fields: samples.fields };
  const tag = json({ ...options, identify: ['klaviyo'], trigger: { manual: true }, steps: 'two' });

  // In two steps: the second follows the first. A bot fills the honeypot.
  await visit(tag, '?_kx=Ab.Cd&ha_id=penny-1&utm_source=news');
  await call(page, 'open');
  await popup.toShowItsForm();
  await popup.notYou.click();
  await popup.dialog.locator('.trap').evaluate((field: HTMLInputElement) => {
    field.value = 'https://spam.example';
  });
  await popup.dialog.getByLabel('Roast').selectOption('dark');
  await popup.submit({ email, mails: true });
  await popup.submit({ phone: freePhone.written, texts: true });
  await popup.toSucceed();

  // At the checkout: another number replaces the one that was given.
  await visit(`${tag}<form><input name="email"><input name="phone"><p id="slot"></p></form>`, '?ha_id=penny-3');
  await page.evaluate(() => {
    addEventListener('submit', (event) => event.preventDefault());
    (window as unknown as Recorded).HelloAgain.watchCheckout({
      email: '[name=email]',
      phone: '[name=phone]',
      slot: '#slot',
    });
  });
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=phone]').fill(otherPhone.written);
  await page.locator('#slot').getByRole('checkbox').check();
  await page
    .locator('form')
    .last()
    .evaluate((form: HTMLFormElement) => form.requestSubmit());
  await expect.poll(() => posted.length).toBe(3);

  expectOfSchema(posted);
  // What `beforeSubmit` adds is the host's; a JSON block has no functions. `referrerOrigin` needs another site.
  const named = membersOf(schema).filter((path) => path !== 'context' && path !== 'page.referrerOrigin');
  expect([...new Set(pathsOf(posted, '', named))].sort()).toEqual(named.sort());
});

test('the event of a visitor who is held out has the members that its type declares', async ({ visit, page }) => {
  await visit(json({ ...few, trigger: { delay: 0 }, variants: { none: { share: 1, isHoldout: true } } }));
  const heard = await eventOf(page, 'holdout');
  expectDocumented([heard]);
});
