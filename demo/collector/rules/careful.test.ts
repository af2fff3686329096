import { describe, expect, test } from 'vitest';
import { careful } from './careful.ts';
import { carefulProof } from './carefulProof.ts';
import { entryFor } from './edit.ts';
import { emailConsent } from './profile.ts';
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

  test('takes no number without a code that a profile without an email has proven', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    const sam = world.person({ phone: first, texts: true });
    const before = world.profile(sam);
    expect(world.submit({ profileId: penny, phone: first })).toEqual(done('pending', penny));
    expect(world.profile(sam)).toEqual(before);
    expect(world.count()).toBe(2);
  });

  test('is pending for a number that another email has proven, and nothing is moved or taken away', () => {
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

  test('the link of a mail is that person’s: their own proven number was asked to be proven once more', () => {
    const world = new World(careful);
    const penny = world.person({ email, phone: first, texts: true });
    for (const provesAll of [false, true]) {
      expect(world.submit({ profileId: penny, phone: first, provesAll })).toEqual(done('linked', penny));
    }
  });

  test('thirty days are counted by where a receipt comes from: its own token passed them', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    world.submit({ profileId: penny, phone: first, links: ['mail'] });
    // A receipt carries the fingerprint of the link that it was answered to.
    expect(world.submit({ profileId: penny, phone: second, links: ['mail'], isMailed: false })).toEqual({
      kind: 'ask-email',
    });
    // One that was got by typing knows nothing of that, or it would tell that the email is on file.
    expect(world.submit({ profileId: penny, phone: second, links: ['typed'], isMailed: false })).toEqual(
      done('linked', penny),
    );
  });

  test('uses that an earlier version noted by a longer fingerprint count', () => {
    const world = new World(careful);
    const penny = world.person({ email });
    world.submit({ profileId: penny, phone: first, links: ['fingerprint-and-more'] });
    expect(world.submit({ profileId: penny, phone: second, links: ['fingerprint'] })).toEqual({ kind: 'ask-email' });
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
    const penny = world.person({ email, phone: first, texts: true, isProven: false });
    expect(world.submit({ email, phone: second })).toEqual(done('linked', penny));
    expect(world.profile(penny).phones).toMatchObject([
      { number: first, isCurrent: false },
      { number: second, isCurrent: true, isProven: false },
    ]);
    expect(world.consent(penny, first)).toBe('subscribed');
    expect(world.consent(penny, second)).toBe('subscribed');
  });

  test('does not put a typed number in the place of one that a code had proven', () => {
    const world = new World(careful);
    const penny = world.person({ email, phone: first, texts: true });
    expect(world.submit({ email, phone: second })).toEqual(done('linked', penny));
    expect(world.profile(penny).phones).toMatchObject([
      { number: first, isCurrent: true, isProven: true },
      { number: second, isCurrent: false, isProven: false },
    ]);
    expect([world.consent(penny, first), world.consent(penny, second)]).toEqual(['subscribed', 'subscribed']);
    world.checkout({ email, phone: third });
    expect(world.number(penny)).toBe(first);
  });

  test.each([true, false])('joins no profile of a number alone (the email on file: %s)', (isOnFile) => {
    const world = new World(careful);
    if (isOnFile) world.person({ email });
    const sam = world.person({ phone: first, texts: true, isProven: false });
    const before = world.profile(sam);
    expect(world.submit({ email, phone: first })).toMatchObject({ happened: isOnFile ? 'linked' : 'created' });
    world.checkout({ email, phone: first });
    expect(world.profile(sam)).toEqual(before);
    expect(world.store.byEmail(email)?.phones).toMatchObject([{ number: first, isProven: false }]);
    expect(world.count()).toBe(2);
  });

  test('keeps nobody’s number waiting by a made-up email', () => {
    const world = new World(careful);
    const made = world.submit({ email: 'made-up@example.com', phone: first });
    const before = made.kind === 'done' && world.profile(made.profileId);
    expect(world.submit({ email, phone: first })).toMatchObject({ happened: 'created' });
    const own = world.store.byEmail(email);
    expect(own && world.texts(own.id)).toBe('subscribed');
    // Nor is anything taken from whoever came first.
    expect(made.kind === 'done' && world.profile(made.profileId)).toEqual(before);
  });

  test.each([true, false])(
    'is pending for a number that another email has proven (the typed one on file: %s)',
    (isOnFile) => {
      const world = new World(careful);
      if (isOnFile) world.person({ email });
      const other = world.person({ email: 'other@example.com', phone: first, texts: true });
      expect(world.submit({ email, phone: first })).toMatchObject({ happened: 'pending' });
      expect(world.number(other)).toBe(first);
      expect(world.store.byEmail(email)?.phones).toEqual([]);
    },
  );

  test('is asked for a code as well where the number was proven beside that email: no code would tell that the two belong together', () => {
    const world = new World(careful);
    const penny = world.person({ email, phone: first, texts: true });
    expect(world.submit({ email, phone: first })).toEqual(done('pending', penny));
    expect(world.submit({ profileId: penny, isMailed: false, phone: first })).toEqual(done('pending', penny));
    expect(world.texts(penny)).toBe('subscribed');
    expect(world.number(penny)).toBe(first);
  });

  test('whoever types a number has to prove it, where the owner wants that of all', () => {
    const world = new World(careful);
    expect(world.submit({ email, phone: first, provesAll: true })).toMatchObject({ happened: 'pending' });
    expect(world.submit({ phone: second, provesAll: true })).toMatchObject({ happened: 'pending' });
    expect(world.submit({ email: 'mail@example.com', provesAll: true })).toMatchObject({ happened: 'created' });
    expect(world.store.byNumber(first)).toEqual([]);
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

  test('is not joined with the email-only profile that has it', () => {
    const world = new World(careful);
    const sam = world.person({ phone: first, texts: true });
    const penny = world.person({ email });
    expect(world.submit({ profileId: sam, email })).toEqual(done('linked', penny));
    expect(world.profile(sam)).toMatchObject({ id: sam, email: null });
    expect(world.number(penny)).toBeUndefined();
  });

  test('stays as it is when a profile with another number has it, and the typed email decides', () => {
    const world = new World(careful);
    const sam = world.person({ phone: first, texts: true });
    const penny = world.person({ email, phone: second });
    expect(world.submit({ profileId: sam, email })).toEqual(done('linked', penny));
    expect(world.profile(sam).email).toBeNull();
  });
});

describe('a number alone, where the owner allows it', () => {
  test.each(['nobody has it', 'an email’s profile has it', 'a profile without an email has it'])(
    'where %s gets a profile of its own',
    (who) => {
      const world = new World(careful);
      const holder =
        who === 'nobody has it'
          ? undefined
          : world.person({
              phone: first,
              isProven: false,
              texts: true,
              ...(who.startsWith('an email') ? { email } : {}),
            });
      const before = holder && world.profile(holder);
      const result = world.submit({ certainty: 'none', phone: first });
      expect(result).toMatchObject({ happened: 'created' });
      expect(result).not.toMatchObject({ profileId: holder });
      expect(holder && world.profile(holder)).toEqual(before);
    },
  );

  test('that was proven before waits for its code, whoever has proven it', () => {
    const world = new World(careful);
    const penny = world.person({ email, phone: first });
    const result = world.submit({ certainty: 'none', phone: first });
    expect(result).toMatchObject({ happened: 'pending' });
    expect(result).not.toMatchObject({ profileId: penny });
  });
});

test('consents that a later step repeats are written once', () => {
  const world = new World(careful);
  const consents = [{ id: 'c', channel: 'sms' as const, to: first, granted: true, checkedAt: world.now }];
  world.submit({ email, phone: first, consents });
  world.submit({ email, phone: first, consents });
  const penny = world.store.byEmail(email);
  expect(penny && world.store.ledgerOf(penny)).toHaveLength(1);
});

describe('after a stop', () => {
  /** Penny has said stop to her texts and her mails. */
  function stopped() {
    const world = new World(careful);
    const penny = world.person({ email, phone: first, texts: true, isProven: false });
    const at = world.now;
    for (const [channel, to] of [
      ['sms', first],
      ['email', email],
    ] as const) {
      world.store.append({ ...entryFor(world.profile(penny), world, { channel, to, state: 'withdrawn' }), at });
    }
    const box = (channel: 'email' | 'sms', checkedAt: number) => {
      return { id: world.newId(), channel, to: channel === 'sms' ? first : email, granted: true, checkedAt };
    };
    return { world, penny, at, box, stops: { sms: at, email: at } };
  }
  const mails = (world: World, id: string) => emailConsent(world.store.ledgerOf(world.profile(id)), email);

  test.each([-1, 0])('a consent ticked %d ms after it does not count', (later) => {
    const { world, penny, at, box } = stopped();
    // As a rule set sees it that was not told of the stop.
    world.submit({ profileId: penny, phone: first, consents: [box('sms', at + later)] });
    expect(world.texts(penny)).toBe('unsubscribed');
  });

  test('a new consent of the number or the email waits, whoever types it', () => {
    const { world, penny, at, box, stops } = stopped();
    world.now += 60_000;
    const consents = [box('sms', at + 30_000), box('email', at + 30_000)];
    expect(world.submit({ email, phone: first, consents, stopped: stops })).toEqual(done('pending', penny));
    expect([world.texts(penny), mails(world, penny)]).toEqual(['unsubscribed', 'unsubscribed']);
    const waiting = world.store.ledgerOf(world.profile(penny)).filter(({ state }) => state === 'pending');
    expect(waiting.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
  });

  test('the code brings the texts back, and says nothing about the mails; by a clock that is behind as well', () => {
    const { world, penny, at, box, stops } = stopped();
    const consents = [box('sms', at + 1), box('email', at + 1)];
    const about = { id: 'again', consents, stopped: stops };
    world.submit({ ...about, email, phone: first });
    carefulProof(world.store, { ...about, profileId: penny, phone: first, now: at - 3_000, newId: world.newId });
    expect([world.texts(penny), mails(world, penny)]).toEqual(['subscribed', 'unsubscribed']);
  });

  test('the link of a mail brings the mails back, and a receipt does not', () => {
    const { world, penny, at, box, stops } = stopped();
    const about = { profileId: penny, stopped: stops };
    world.submit({ ...about, isMailed: false, email, consents: [box('email', at + 1)] });
    expect(mails(world, penny)).toBe('unsubscribed');
    world.submit({
      ...about,
      email: 'other@example.com',
      consents: [{ ...box('email', at + 1), to: 'other@example.com' }],
    });
    expect(mails(world, penny)).toBe('unsubscribed');
    world.submit({ ...about, consents: [box('email', at + 1)] });
    expect(mails(world, penny)).toBe('subscribed');
  });

  test('two processes with clocks that differ: of what was said at one time the stop counts, in whatever order it stands', () => {
    for (const order of [
      ['granted', 'withdrawn'],
      ['withdrawn', 'granted'],
    ] as const) {
      const world = new World(careful);
      const penny = world.person({ email, phone: first });
      for (const state of order)
        world.store.append(entryFor(world.profile(penny), world, { channel: 'sms', to: first, state }));
      expect(world.texts(penny)).toBe('unsubscribed');
    }
  });
});
