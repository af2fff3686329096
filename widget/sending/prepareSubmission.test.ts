import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShownConsent } from '../core/contact/consent.ts';
import { remembersAcknowledged } from '../core/memory/acknowledged.ts';
import { emptyMemory } from '../core/memory/memory.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { fingerprintOf } from '../memory/remember.ts';
import schema from '../schema/submission.v1.json' with { type: 'json' };
import type { StorageConsent } from '../signup/page.ts';
import type { Given, SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { email, evidenceOf, identityOf, idOf, otherPhone, phone } from '../test/fixtures.ts';
import { sha256 } from '../test/sha256.ts';
import { prepareSubmission } from './prepareSubmission.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const isSubmission = new Ajv2020({ allErrors: true, strict: true }).compile<Submission>(schema);

beforeEach(() => {
  vi.stubGlobal('navigator', { languages: ['en-GB'], globalPrivacyControl: true });
});

afterEach(() => vi.unstubAllGlobals());

/** A page with a signup, seen as its popup sees it. */
async function open(options: object = {}, url = 'https://shop.example.com/p/1?utm_source=mail&ha_id=penny-1&q=a') {
  const page = new ControllerPage({ url, options });
  page.signup.open();
  await page.start();
  const context = page.context as SignupContext;
  let serial = 0;
  const prepare = (given: Partial<Given>) =>
    prepareSubmission(
      context,
      { decision: { ask: 'phone', reason: 'known-needs-phone' }, identity: identityOf(), shown: [], ...given },
      () => idOf(++serial),
    );
  return { page, context, prepare };
}

const sms: ShownConsent = {
  channel: 'sms',
  text: 'Text me offers.',
  textVersion: 'uk-1',
  links: ['https://shop.example.com/terms'],
  locale: 'en',
  region: 'uk',
  method: 'checkbox',
  checkedAt: '2026-01-31T11:59:30.000Z',
};
const { checkedAt: _, ...unticked } = sms;
const mail: ShownConsent = { ...sms, channel: 'email', text: 'Email me offers.' };

describe('the submission', () => {
  test('is valid by the published schema, and says where and by what it was made', async () => {
    const { prepare } = await open({ store: 'harbor-coffee', id: 'footer', test: true });
    const submission = await prepare({
      email,
      phone,
      shown: [mail, sms],
      identity: identityOf(evidenceOf()),
      follows: idOf(77),
    });
    isSubmission(submission);
    expect(isSubmission.errors ?? []).toEqual([]);
    expect(submission).toMatchObject({
      createdAt: '2026-01-31T12:00:00.000Z',
      follows: idOf(77),
      store: 'harbor-coffee',
      test: true,
      contact: { email, phone },
      page: { url: 'https://shop.example.com/p/1?utm_source=mail', utm: { source: 'mail' } },
      widget: { version: '0.0.0-test', signup: 'footer', gpc: true },
    });
  });

  test('says whether anything may be stored, and by which clock', async () => {
    const { prepare, context } = await open();
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-330);
    for (const permission of ['open', 'page', 'refused'] as const) {
      context.runtime.setStorageConsent(permission);
      expect(((await prepare({ email })) as Submission).page).toMatchObject({ storage: permission, utcOffset: 330 });
    }
    vi.restoreAllMocks();
  });

  test('has the same fingerprint for the same options, and another for others', async () => {
    const configOf = async (options: object, url?: string) => {
      const { prepare } = await open(options, url);
      return ((await prepare({ email })) as Submission).widget.config;
    };
    const plain = await configOf({ brand: 'Harbor Coffee' });
    expect(plain).toMatch(/^[0-9a-f]{12}$/);
    expect(await configOf({ brand: 'Harbor Coffee' }, 'https://shop.example.com/p/2')).toBe(plain);
    expect(await configOf({ brand: 'Harbor Coffee', nonce: 'of-this-page' })).toBe(plain);
    expect(await configOf({ brand: 'Harbour Coffee' })).not.toBe(plain);
    expect(await configOf({ brand: 'Harbor Coffee', coupon: { code: 'HELLO10' } })).not.toBe(plain);
  });

  test('has no fingerprint where the options are circular, and is made nevertheless', async () => {
    const variants: Record<string, unknown> = { a: { layout: 'modal' } };
    variants.b = variants;
    const { prepare } = await open({ variants });
    expect(((await prepare({ email })) as Submission).widget.config).toBeUndefined();
  });

  test('has an id of its own, and so has each consent', async () => {
    const { prepare } = await open();
    const made = (await prepare({ email, phone, shown: [mail, sms] })) as Submission;
    expect(new Set([made.id, ...made.consents.map(({ id }) => id)]).size).toBe(3);
  });

  test.each<[StorageConsent, object]>([
    ['open', { source: 'mail' }],
    ['page', { source: 'mail' }],
    ['waiting', {}],
    ['refused', {}],
  ])('has with the permission %s the campaign %o', async (permission, utm) => {
    const { page, prepare } = await open({}, 'https://shop.example.com/?utm_source=mail');
    page.platform.bar = 'https://shop.example.com/p/1';
    page.runtime.setStorageConsent(permission);
    expect(((await prepare({ email })) as Submission).page.utm ?? {}).toEqual(utm);
  });
});

describe('a consent', () => {
  test('is recorded as it was shown, for the exact number, at the time of its tick', async () => {
    const { prepare } = await open();
    const made = (await prepare({ phone, shown: [sms] })) as Submission;
    expect(made.consents).toEqual([
      {
        ...sms,
        id: made.consents[0]?.id,
        to: phone,
        granted: true,
        textHash: `sha256-${await sha256('Text me offers.')}`,
        page: 'https://shop.example.com/p/1?utm_source=mail',
      },
    ]);
  });

  test.each<[string, Partial<Given>, [string, boolean][]]>([
    [
      'both boxes ticked',
      { email, phone, shown: [mail, sms] },
      [
        ['email', true],
        ['sms', true],
      ],
    ],
    ['no number given: its box is not recorded', { email, shown: [mail, sms] }, [['email', true]]],
    ['no email given: its box is not recorded', { phone, shown: [mail, sms] }, [['sms', true]]],
    ['the box for email left unticked', { email, shown: [{ ...unticked, channel: 'email' }] }, [['email', false]]],
    ['the box for texts left unticked', { email, phone, shown: [unticked] }, []],
  ])('is recorded correctly with %s', async (_what, given, consents) => {
    const { prepare } = await open();
    const made = (await prepare(given)) as Submission;
    expect(made.consents.map(({ channel, granted }) => [channel, granted])).toEqual(consents);
  });

  test('that is not given withholds the number, too', async () => {
    const { prepare } = await open();
    expect(JSON.stringify(await prepare({ email, phone, shown: [unticked] }))).not.toContain('7700900982');
  });
});

describe('the consent of a former number', () => {
  const remembered = { ...identityOf(evidenceOf()), isRemembered: true };
  const former = idOf(800);

  test.each<[string, Partial<Given>, string | undefined]>([
    ['is replaced by that of a new one', { phone: otherPhone }, former],
    ['stays where the number is the same', { phone }, undefined],
    ['stays where it is somebody else’s', { phone: otherPhone, identity: identityOf(evidenceOf()) }, undefined],
    ['stays where only the email is given', { email }, undefined],
    ['stays where the new number has no tick', { email, phone: otherPhone, shown: [unticked] }, undefined],
  ])('%s', async (_title, given, replaced) => {
    const { context, prepare } = await open();
    const tag = await fingerprintOf(context.runtime, phone);
    context.runtime.setMemory(
      remembersAcknowledged(emptyMemory, {
        isConfirmed: true,
        subscribed: { sms: true },
        identifiers: [],
        consents: [{ id: former, channel: 'sms', tag, at: 1 }],
        isOfThisPerson: false,
        at: 1,
      }),
    );
    const made = (await prepare({ identity: remembered, shown: [sms], ...given })) as Submission;
    expect(made.replaces?.consentId).toBe(replaced);
  });
});

describe('the host’s beforeSubmit', () => {
  const made = async (beforeSubmit: (submission: Submission) => unknown) => {
    const { prepare } = await open({ beforeSubmit });
    return prepare({ email, phone, shown: [sms] });
  };

  test('stops the submission by false, and by nothing else', async () => {
    expect(await made(() => false)).toBe(false);
    for (const answer of [undefined, null, 0, '', true])
      expect(await made(() => answer)).toMatchObject({ contact: { email } });
  });

  test('can add a context', async () => {
    expect(await made((submission) => ({ ...submission, context: { cart: 7 } }))).toMatchObject({
      context: { cart: 7 },
    });
  });

  test('can change nothing else, neither in its answer nor in place', async () => {
    const changed = await made((submission) => {
      Object.assign(submission.contact, { phone: otherPhone });
      submission.consents.length = 0;
      return { ...submission, store: 'another' };
    });
    expect(changed).toMatchObject({ store: 'shop.example.com', contact: { email, phone }, consents: [{ to: phone }] });
  });

  test('is asked in a browser without structuredClone, too', async () => {
    vi.stubGlobal('structuredClone', undefined);
    const given = await made((submission) => ({ ...submission, context: { cart: 7 } }));
    vi.unstubAllGlobals();
    expect(given).toMatchObject({ context: { cart: 7 } });
  });

  test('that throws does not stop the submission', async () => {
    const given = await made(() => {
      throw new Error('the host’s own');
    });
    expect(given).toMatchObject({ contact: { email, phone } });
  });
});
