import { expect, test } from 'vitest';
import { careful } from './careful.ts';
import { carefulProof } from './carefulProof.ts';
import { entryFor } from './edit.ts';
import { numbers, World } from './test/world.ts';

const email = 'penny@example.com';
const other = 'other@example.com';
const { first, second } = numbers;

/** Penny has left a number that is on somebody else's profile. */
function waiting(about: { readonly texts?: boolean } = { texts: true }) {
  const world = new World(careful);
  const penny = world.person({ email, phone: second, texts: true });
  const holder = world.person({ email: other, phone: first, ...about });
  const id = 'submission';
  const consents = [{ id: 'ticked', channel: 'sms' as const, to: first, granted: true, checkedAt: world.now }];
  world.submit({ id, email, phone: first, consents });
  world.now += 60_000;
  const prove = () =>
    carefulProof(world.store, {
      id,
      profileId: penny,
      phone: first,
      consents,
      stopped: {},
      now: world.now,
      newId: world.newId,
    });
  return { world, penny, holder, prove };
}

test('nothing moves before the code, and with it the number and its consent go to whoever has proven them', () => {
  const { world, penny, holder, prove } = waiting();
  expect([world.number(penny), world.number(holder)]).toEqual([second, first]);
  expect(prove()).toEqual({ happened: 'linked', profileId: penny });
  expect(world.profile(penny).phones).toEqual([
    { number: second, asWritten: second, isCurrent: false, isProven: true },
    { number: first, asWritten: first, isCurrent: true, isProven: true },
  ]);
  expect([world.consent(penny, first), world.consent(penny, second)]).toEqual(['subscribed', 'subscribed']);
  expect(world.store.byNumber(first).map(({ id }) => id)).toEqual([penny]);
});

test('the former holder keeps everything else, and may be asked for another number', () => {
  const { world, holder, prove } = waiting();
  const ledger = world.store.ledgerOf(world.profile(holder));
  prove();
  expect(world.profile(holder)).toMatchObject({ email: other, phones: [] });
  // Their ledger is kept as it was, with a line more.
  expect(world.store.ledgerOf(world.profile(holder)).slice(0, ledger.length)).toEqual(ledger);
  expect(world.consent(holder, first)).toBe('lost');
  expect(world.texts(holder)).toBe('lost');
});

test('a former holder without consent has none to lose', () => {
  const { world, holder, prove } = waiting({});
  prove();
  expect(world.store.ledgerOf(world.profile(holder))).toEqual([]);
  expect(world.texts(holder)).toBe('never');
});

test('the ledger has the same record first as waiting and then as granted', () => {
  const { world, penny, prove } = waiting();
  prove();
  const own = world.store.ledgerOf(world.profile(penny)).filter(({ to }) => to === first);
  expect(own.map(({ state, consentId, submissionId }) => [state, consentId, submissionId])).toEqual([
    ['pending', 'ticked', 'submission'],
    ['granted', 'ticked', 'submission'],
  ]);
});

test('proving twice gives the same result, and nothing is written twice', () => {
  const { world, penny, prove } = waiting();
  prove();
  const before = world.store.ledgerOf(world.profile(penny));
  expect(prove()).toEqual({ happened: 'linked', profileId: penny });
  expect(world.store.ledgerOf(world.profile(penny))).toEqual(before);
});

test('a withdrawal in between is not undone by an older tick', () => {
  const { world, penny, prove } = waiting();
  world.store.append(entryFor(world.profile(penny), world, { channel: 'sms', to: first, state: 'withdrawn' }));
  prove();
  expect(world.number(penny)).toBe(first);
  expect(world.consent(penny, first)).toBe('unsubscribed');
});

test('a profile that holds only the number by then is merged in, and both ledgers are kept', () => {
  const { world, penny, prove } = waiting();
  const alone = world.person({ phone: first, texts: true });
  expect(prove()).toEqual({ happened: 'joined', profileId: penny });
  expect(world.profile(alone).id).toBe(penny);
  const owners = world.store.ledgerOf(world.profile(penny)).map(({ profileId }) => profileId);
  expect(new Set(owners)).toEqual(new Set([penny, alone]));
});

test('the number goes to the profile that the waiting one was merged into', () => {
  const { world, penny, prove } = waiting();
  const into = world.profile(world.person({ email: 'into@example.com' }));
  const from = world.profile(penny);
  world.store.fold(from, into);
  world.store.save({ ...into, absorbed: [from.id] });
  expect(prove()).toEqual({ happened: 'linked', profileId: into.id });
  expect(world.number(into.id)).toBe(first);
});

test('a code for a deleted profile changes nothing', () => {
  const { world } = waiting();
  const nobody = {
    id: 'x',
    profileId: 'nobody',
    phone: first,
    consents: [],
    stopped: {},
    now: world.now,
    newId: world.newId,
  };
  expect(carefulProof(world.store, nobody)).toBeUndefined();
  expect(world.store.byNumber(first)).toHaveLength(1);
});

test('a number alone that an email’s profile has proven: two profiles were left of one person', () => {
  const world = new World(careful);
  const penny = world.person({ email, phone: first, texts: true });
  const consents = [{ id: 'ticked', channel: 'sms' as const, to: first, granted: true, checkedAt: world.now }];
  const result = world.submit({ id: 'alone', certainty: 'none', phone: first, consents });
  if (result.kind !== 'done') throw new Error('it was not taken');
  const { now, newId } = world;
  const proof = { id: 'alone', profileId: result.profileId, phone: first, consents, stopped: {}, now, newId };
  expect(carefulProof(world.store, proof)).toEqual({ happened: 'joined', profileId: penny });
  expect(world.count()).toBe(1);
  expect(world.profile(penny)).toMatchObject({ email, phones: [{ number: first, isProven: true }] });
});
