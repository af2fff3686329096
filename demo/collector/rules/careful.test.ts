import { describe, expect, test } from 'vitest';
import { careful } from './careful.ts';
import { done, numbers, World } from './test/world.ts';

const email = 'penny@example.com';
const { first, second, third } = numbers;
const day = 24 * 60 * 60 * 1000;

describe('a verified profile id with a phone', () => {
  test('links a number that nobody has', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    expect(world.submit({ profileId: penny, phone: first })).toEqual(done('linked', penny));
    expect(world.number(penny)).toBe(first);
    expect(world.consent(penny, first)).toBe('subscribed');
    expect(world.count()).toBe(1);
  });

  test('links the profile’s own badly written number, and rewrites it', () => {
    const world = new World(careful);
    const penny = world.person({ email, phone: first, asWritten: '(07700) 900 001' });
    expect(world.submit({ profileId: penny, phone: first })).toEqual(done('linked', penny));
    expect(world.profile(penny).phones).toEqual([{ number: first, asWritten: first, isCurrent: true, isProven: true }]);
  });

  test('is answered 409 for a second, different number through the same link within 30 days', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    world.submit({ profileId: penny, phone: first });
    world.now += 29 * day;
    expect(world.submit({ profileId: penny, phone: second })).toEqual({ kind: 'ask-email' });
    expect(world.number(penny)).toBe(first);
    expect(world.submit({ profileId: penny, phone: first })).toEqual(done('linked', penny));
  });

  test('links a second number after that time, or in place of the first one’s consent', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    world.submit({ profileId: penny, phone: first });
    const [given] = world.store.ledgerOf(world.profile(penny));
    expect(world.submit({ profileId: penny, phone: second, replaces: given?.consentId ?? '' })).toEqual(
      done('linked', penny),
    );
    world.now += 31 * day;
    expect(world.submit({ profileId: penny, phone: third })).toEqual(done('linked', penny));
    expect(world.consent(penny, first)).toBe('subscribed');
  });

  test('joins a phone-only profile, and keeps both ledgers', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    const sam = world.person({ phone: first, texts: true });
    expect(world.submit({ profileId: penny, phone: first })).toEqual(done('joined', penny));
    expect(world.count()).toBe(1);
    expect(world.profile(sam).id).toBe(penny);
    const owners = world.store.ledgerOf(world.profile(penny)).map((entry) => entry.profileId);
    expect(owners.sort()).toEqual([penny, sam].sort());
  });

  test('is pending for the number of another email, and nothing is moved or taken away', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    const other = world.person({ email: 'other@example.com', phone: first, texts: true });
    const before = world.profile(other);
    expect(world.submit({ profileId: penny, phone: first })).toEqual(done('pending', penny));
    expect(world.profile(other)).toEqual(before);
    expect(world.consent(other, first)).toBe('subscribed');
    expect(world.number(penny)).toBeUndefined();
    expect(world.consent(penny, first)).toBe('never');
  });
});

describe('an email with a phone', () => {
  test('creates a profile when neither is on file', () => {
    const world = new World(careful);
    expect(world.submit({ email, phone: first })).toMatchObject({ happened: 'created' });
    expect(world.store.byEmail(email)?.phones).toMatchObject([{ number: first, isCurrent: true, isProven: false }]);
  });

  test('is linked unproven to a profile without this number, and a former number keeps its own record', () => {
    const world = new World(careful);
    const penny = world.person({ email, phone: first, texts: true });
    expect(world.submit({ email, phone: second })).toEqual(done('linked', penny));
    expect(world.profile(penny).phones).toMatchObject([
      { number: first, isCurrent: false },
      { number: second, isCurrent: true, isProven: false },
    ]);
    expect(world.consent(penny, first)).toBe('subscribed');
    expect(world.consent(penny, second)).toBe('subscribed');
  });

  test('adds the email to a phone-only profile when no profile has it', () => {
    const world = new World(careful);
    const sam = world.person({ phone: first, texts: true });
    expect(world.submit({ email, phone: first })).toEqual(done('linked', sam));
    expect(world.profile(sam).email).toBe(email);
    expect(world.count()).toBe(1);
  });

  test('joins an email profile and a phone-only profile', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    world.person({ phone: first, texts: true });
    expect(world.submit({ email: 'Penny@Example.com', phone: first })).toEqual(done('joined', penny));
    expect(world.count()).toBe(1);
    expect(world.profile(penny).phones).toMatchObject([{ number: first, isProven: true }]);
  });

  test.each([true, false])('is pending for the number of another email (the typed one on file: %s)', (isOnFile) => {
    const world = new World(careful);
    if (isOnFile) world.person({ email });
    const other = world.person({ email: 'other@example.com', phone: first, texts: true });
    expect(world.submit({ email, phone: first })).toMatchObject({ happened: 'pending' });
    expect(world.number(other)).toBe(first);
    expect(world.store.byEmail(email)?.phones).toEqual([]);
  });
});

test('a phone alone with a tampered, expired or unknown profile id is answered 409', () => {
  const world = new World(careful);
  world.person({ phone: first, texts: true });
  expect(world.submit({ isUnverified: true, phone: first })).toEqual({ kind: 'ask-email' });
  expect(world.submit({ isUnverified: true, phone: second })).toEqual({ kind: 'ask-email' });
});

test('a typed email decides against a verified profile id that is not that profile’s', () => {
  const world = new World(careful);
  const penny = world.person({ email });
  const friend = world.person({ email: 'friend@example.com' });
  expect(world.submit({ profileId: penny, email: 'friend@example.com', phone: first })).toEqual(done('linked', friend));
  expect(world.submit({ profileId: penny, email: 'new@example.com', phone: second })).toMatchObject({
    happened: 'created',
  });
  expect(world.profile(penny)).toMatchObject({ phones: [], issuers: [], linkUses: [] });
});

test('the typed email alone decides when certainty is disputed', () => {
  const world = new World(careful);
  const penny = world.person({ email });
  const rosa = world.person({ email: 'rosa@example.com' });
  const disputed = { certainty: 'disputed', profileId: penny, phone: first } as const;
  expect(world.submit(disputed)).toEqual({ kind: 'ask-email' });
  expect(world.submit({ ...disputed, email: 'rosa@example.com' })).toEqual(done('linked', rosa));
  expect(world.profile(penny).phones).toEqual([]);
});

describe('a phone-only profile known by a verified id', () => {
  test('gets the typed email when nobody has it', () => {
    const world = new World(careful);
    const sam = world.person({ phone: first, texts: true });
    expect(world.submit({ profileId: sam, email })).toEqual(done('linked', sam));
    expect(world.profile(sam).email).toBe(email);
    expect(world.texts(sam)).toBe('subscribed');
  });

  test('is joined with the email-only profile that has it', () => {
    const world = new World(careful);
    const sam = world.person({ phone: first, texts: true });
    const penny = world.person({ email });
    expect(world.submit({ profileId: sam, email })).toEqual(done('joined', penny));
    expect(world.profile(sam).id).toBe(penny);
    expect(world.texts(penny)).toBe('subscribed');
    expect(world.number(penny)).toBe(first);
  });

  test('stays as it is when a profile with another number has it, and the typed email decides', () => {
    const world = new World(careful);
    const sam = world.person({ phone: first, texts: true });
    const penny = world.person({ email, phone: second });
    expect(world.submit({ profileId: sam, email })).toEqual(done('linked', penny));
    expect(world.profile(sam).email).toBeNull();
  });
});

test('a number alone goes to its holder or a new profile, where the owner allows that', () => {
  const world = new World(careful);
  const penny = world.person({ email, phone: first });
  expect(world.submit({ certainty: 'none', phone: first })).toEqual(done('linked', penny));
  expect(world.submit({ certainty: 'none', phone: second })).toMatchObject({ happened: 'created' });
});

test('consents that a later step repeats are written once', () => {
  const world = new World(careful);
  const consents = [{ id: 'c', channel: 'sms' as const, to: first, granted: true, checkedAt: world.now }];
  world.submit({ email, phone: first, consents });
  world.submit({ email, phone: first, consents });
  const penny = world.store.byEmail(email);
  expect(penny && world.store.ledgerOf(penny)).toHaveLength(1);
});

test('a consent older than a withdrawal does not count', () => {
  const world = new World(careful);
  const penny = world.person({ email, phone: first, texts: true });
  const { now, newId } = world;
  const entry = {
    id: newId(),
    profileId: penny,
    channel: 'sms',
    to: first,
    consentId: null,
    submissionId: null,
  } as const;
  world.store.append({ ...entry, state: 'withdrawn', at: now });
  const consents = [{ id: 'c', channel: 'sms' as const, to: first, granted: true, checkedAt: now - 1 }];
  world.submit({ profileId: penny, phone: first, consents });
  expect(world.texts(penny)).toBe('unsubscribed');
  world.submit({
    profileId: penny,
    phone: first,
    consents: consents.map((c) => ({ ...c, id: 'd', checkedAt: now + 1 })),
  });
  expect(world.texts(penny)).toBe('subscribed');
});
