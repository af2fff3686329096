import { beforeEach, describe, expect, test, vi } from 'vitest';
import { remembersAcknowledged } from '../core/memory/acknowledged.ts';
import { emptyMemory, type Memory } from '../core/memory/memory.ts';
import type { Answer, Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { remember, settle } from '../memory/remember.ts';
import type { Runtime } from '../signup/page.ts';
import { writeCookiesOf } from '../test/cookies.ts';
import { consentOf, email, idOf, phone, runtimeOf, submissionOf, tokenOf } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { sha256 } from '../test/sha256.ts';
import { acknowledge } from './acknowledge.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

let browser: MemoryPlatform;

function visit(search = ''): Runtime {
  browser = new MemoryPlatform({ url: `https://shop.example.com/${search}`, browser });
  writeCookiesOf(browser);
  return runtimeOf(browser);
}

/** A submission for the person whom a link token names. */
function of(value: string, about: Partial<Submission> = {}): Submission {
  const link = { field: 'profile', issuer: 'own', source: 'link', strength: 'token' } as const;
  const identifier = { ...link, value, observedAt: '2026-01-31T12:00:00.000Z' };
  return submissionOf({ identity: { certainty: 'claimed', identifiers: [identifier], setAside: [] }, ...about });
}

const withPhone = { contact: { phone }, consents: [consentOf()] };
const typedEmail = { contact: { email }, consents: [consentOf({ id: idOf(902), channel: 'email', to: email })] };

function take(runtime: Runtime, submission: Submission, receipt: Partial<Receipt> = {}): Promise<void> {
  const answer: Answer = { kind: 'taken', receipt: { outcome: 'accepted', ...receipt } };
  return acknowledge(runtime, submission, answer);
}

const remembered = () => visit().memory().acknowledged;
const seconds = Date.UTC(2026, 0, 31, 12) / 1_000;
const tag = async (text: string) => (await sha256(text)).slice(0, 6);

beforeEach(() => {
  browser = new MemoryPlatform();
});

describe('the outcome of a sign-up', () => {
  test.each(['linked', 'accepted'] as const)(
    '%s makes the visitor subscribed, as far as the receipt says',
    async (outcome) => {
      await take(visit(), of('penny-1', withPhone), { outcome, subscribed: { email: false, sms: true } });
      expect(remembered()).toMatchObject({ subscribed: { email: false, sms: true }, signedUpAt: seconds });
      expect(remembered().askedAt).toBeUndefined();
    },
  );

  test.each(['pending', 'unknown'] as const)(
    '%s makes the visitor asked, whatever the receipt says',
    async (outcome) => {
      await take(visit(), of('penny-1', withPhone), { outcome, subscribed: { email: true, sms: true } });
      expect(remembered()).toMatchObject({ subscribed: {}, askedAt: seconds });
      expect(remembered().signedUpAt).toBeUndefined();
    },
  );

  test('confirmed later settles what was asked', async () => {
    await take(visit(), of('penny-1', withPhone), { outcome: 'pending' });
    await take(visit(), of('penny-1', withPhone), { outcome: 'linked', subscribed: { sms: true } });
    expect(remembered()).toMatchObject({ subscribed: { sms: true }, signedUpAt: seconds });
    expect(remembered().askedAt).toBeUndefined();
  });
});

describe('the memory of a sign-up', () => {
  test('has its consents by reference, with a fingerprint of the number', async () => {
    await take(visit(), of('penny-1', withPhone));
    expect(remembered().consents).toEqual([{ id: idOf(901), channel: 'sms', tag: await tag(phone), at: seconds }]);
  });

  test('has no consent that was refused', async () => {
    const refused = consentOf({ id: idOf(902), channel: 'email', to: email, granted: false });
    await take(visit(), of('penny-1', { contact: { email }, consents: [refused] }));
    expect(remembered().consents).toEqual([]);
  });

  test('has no email and no number, neither in clear nor in full', async () => {
    await take(visit(), of('penny-1', { contact: { email, phone }, consents: [consentOf(), ...typedEmail.consents] }));
    const text = browser.jar.get('hello_again') ?? '';
    for (const secret of [email, 'penny@', phone, phone.slice(1), await sha256(email), await sha256(phone)]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain(await tag(email));
  });

  test('has no identifier that is an email or a number', async () => {
    const link = { source: 'link', strength: 'token', observedAt: '2026-01-31T12:00:00.000Z' } as const;
    const identifiers = [
      { ...link, field: 'email' as const, issuer: 'mail', value: email },
      { ...link, field: 'profile' as const, issuer: 'mail', value: 'penny-at-mail' },
    ];
    await take(visit(), submissionOf({ identity: { certainty: 'claimed', identifiers, setAside: [] } }));
    expect(remembered().identifiers.map(({ value }) => value)).toEqual(['penny-at-mail']);
  });
});

describe('the receipt’s identity', () => {
  test('is remembered as the store’s own, and identifies the visitor later', async () => {
    await take(visit(), submissionOf(typedEmail), { identity: tokenOf('penny') });
    expect(visit().evidence()).toMatchObject([{ issuer: 'own', key: 'penny', source: 'cookie', strength: 'token' }]);
  });

  test('replaces the link’s token of the same person', async () => {
    await take(visit(), of(tokenOf('penny', 1)), { identity: tokenOf('penny', 2) });
    expect(remembered().identifiers.map(({ value }) => value)).toEqual([tokenOf('penny', 2)]);
  });

  test('is kept beside a token that identifies the person differently', async () => {
    await take(visit(), of('penny-1'), { identity: tokenOf('penny') });
    expect(remembered().identifiers.map(({ value }) => value)).toEqual(['penny-1', tokenOf('penny')]);
  });
});

describe('a sign-up belongs to the remembered person or to another', () => {
  const signedUp = (memory: Memory): Memory =>
    remembersAcknowledged(memory, {
      isConfirmed: true,
      subscribed: { email: true },
      identifiers: [{ field: 'profile', issuer: 'own', value: tokenOf('penny'), strength: 'token', at: 1 }],
      consents: [{ id: idOf(800), channel: 'email', tag: 'aaaaaa', at: 1 }],
      emailTag: 'pppppp',
      isOfThisPerson: false,
      at: 1,
    });

  test.each<[string, boolean, Submission]>([
    ['by a token of the same person', true, of(tokenOf('penny', 2), withPhone)],
    ['by a token of another person', false, of(tokenOf('sam'), withPhone)],
    ['by an email that is not known', false, submissionOf(typedEmail)],
  ])('%s: it is added to what was remembered: %s', async (_how, isAdded, submission) => {
    remember(visit(), signedUp);
    await take(visit(), submission, { subscribed: { sms: true } });
    const { subscribed, consents } = remembered();
    expect(subscribed.email === true).toBe(isAdded);
    expect(consents.some(({ id }) => id === idOf(800))).toBe(isAdded);
  });

  test('capitals of an email do not make two people', async () => {
    const typedAs = (email: string, about: Partial<Submission> = {}) =>
      submissionOf({ ...typedEmail, ...about, contact: { ...about.contact, email } });
    await take(visit(), typedAs('Penny@example.com'), { subscribed: { email: true } });
    await take(visit(), typedAs('penny@example.com', withPhone), { subscribed: { sms: true } });
    expect(remembered().subscribed).toEqual({ email: true, sms: true });
  });

  test('a browser that remembers an email in its capitals knows it again', async () => {
    const tagOf = async (text: string) => (await sha256(text)).slice(0, 6);
    const asTyped = await tagOf('Penny@example.com');
    remember(visit(), (memory) => ({
      ...signedUp(memory),
      acknowledged: { ...signedUp(memory).acknowledged, emailTag: asTyped },
    }));
    await take(visit(), submissionOf({ ...typedEmail, contact: { email: 'Penny@example.com' } }));
    expect(remembered().subscribed).toEqual({ email: true });
    expect(remembered().emailTag).toBe(await tagOf('penny@example.com'));
  });

  test('by the email typed before, it is the same person', async () => {
    await take(visit(), submissionOf(typedEmail), { identity: tokenOf('penny'), subscribed: { email: true } });
    await take(visit(), submissionOf({ ...typedEmail, ...withPhone, contact: { email, phone } }), {
      subscribed: { sms: true },
    });
    expect(remembered().subscribed).toMatchObject({ sms: true });
    expect(remembered().identifiers).toHaveLength(1);
  });

  test('and a pending one of another person leaves nothing of the former', async () => {
    remember(visit(), signedUp);
    await take(visit(), of(tokenOf('sam'), withPhone), { outcome: 'pending' });
    expect(remembered()).toMatchObject({ subscribed: {}, askedAt: seconds });
    expect(JSON.stringify(remembered())).not.toMatch(/pppppp|aaaaaa/);
  });
});

describe('a typed email settles who the visitor is', () => {
  test('so the link of this page view identifies nobody any more', async () => {
    const runtime = visit('?ha_id=sam-1');
    runtime.amend({ isRefusedHere: true });
    await take(runtime, submissionOf(typedEmail));
    expect(runtime.evidence().filter(({ source }) => source === 'link')).toEqual([]);
    expect(runtime.isRefusedHere).toBe(false);
  });

  test('but a number alone leaves the link as it was', async () => {
    const runtime = visit('?ha_id=penny-1');
    await take(runtime, of('penny-1', withPhone));
    expect(runtime.evidence().some(({ source }) => source === 'link')).toBe(true);
  });

  test('so what was only seen is deleted', async () => {
    const runtime = visit('?ha_id=sam-1');
    await settle(runtime);
    await take(runtime, submissionOf(typedEmail), { identity: tokenOf('penny') });
    expect(visit().memory().seen.identifiers).toEqual([]);
  });
});

describe('another answer', () => {
  test('410 keeps the popup closed for as long as it says', async () => {
    await acknowledge(visit(), of('penny-1'), { kind: 'pause', seconds: 3_600 });
    expect(visit().memory()).toEqual({ ...emptyMemory, seen: { ...emptyMemory.seen, pausedUntil: seconds + 3_600 } });
  });

  test('with an identity in its receipt lifts a refusal, because an expired link still identifies its person', async () => {
    const expired = tokenOf('penny', 1);
    const runtime = visit(`?ha_id=${expired}`);
    await acknowledge(runtime, of(expired, withPhone), { kind: 'ask-again', ask: 'email+phone' });
    expect(visit().memory().seen.refused).toEqual([await tag('penny')]);
    await take(runtime, submissionOf(typedEmail), { identity: tokenOf('penny', 2) });
    const next = visit();
    expect([next.memory().seen.refused, next.evidence().map(next.refusal)]).toEqual([[], [undefined]]);
    expect(runtime.refusedKeys.size).toBe(0);
  });

  test('a receipt that is sealed names nobody here: the link that was asked about is refused no longer all the same', async () => {
    const runtime = visit(`?ha_id=${tokenOf('mailed.penny')}`);
    const first = of(tokenOf('mailed.penny'), withPhone);
    await acknowledge(runtime, first, { kind: 'ask-again', ask: 'email+phone' });
    const other = submissionOf({ ...typedEmail, id: idOf(77) });
    await take(runtime, { ...other, follows: idOf(78) }, { identity: tokenOf('sealed.1') });
    expect(visit().memory().seen.refused).toEqual([await tag('mailed.penny')]);
    await take(runtime, { ...other, follows: first.id }, { identity: tokenOf('sealed.2') });
    expect(visit().memory().seen.refused).toEqual([]);
  });

  test('of sealed receipts each new one was kept beside the former, until the cookie was full', async () => {
    for (const [n, link] of [tokenOf('sealed.1'), tokenOf('mailed.penny')].entries()) {
      await take(visit(), of(link, typedEmail), { identity: tokenOf(`sealed.${n + 2}`) });
    }
    expect(remembered().identifiers.map(({ value }) => value)).toEqual([tokenOf('mailed.penny'), tokenOf('sealed.3')]);
  });

  test('409 refuses the identifiers that the collector cannot link by', async () => {
    const runtime = visit('?ha_id=penny-1');
    await acknowledge(runtime, of('penny-1'), { kind: 'ask-again', ask: 'email+phone' });
    expect(runtime.evidence().map(runtime.refusal)).toEqual(['refused']);
    expect(visit().memory().seen.refused).toEqual([await tag('penny-1')]);
  });

  test.each<Answer>([
    { kind: 'invalid', errors: [{ field: 'contact.phone', code: 'phone.impossible' }] },
    { kind: 'error', status: 404 },
    { kind: 'retry', after: 5 },
  ])('$kind changes nothing', async (answer) => {
    await acknowledge(visit(), of('penny-1', withPhone), answer);
    expect(browser.jar.size).toBe(0);
  });
});
