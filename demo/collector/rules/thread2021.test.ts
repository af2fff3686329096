import { expect, test } from 'vitest';
import { done, numbers, World } from './test/world.ts';
import { thread2021 } from './thread2021.ts';

const email = 'penny@example.com';
const { first, second } = numbers;

test('1: a recognised visitor need not type the email', () => {
  const world = new World(thread2021);
  const penny = world.person({ email });
  expect(world.submit({ profileId: penny, phone: first })).toEqual(done('linked', penny));
  expect(world.texts(penny)).toBe('subscribed');
});

test('2: a number in an unaccepted format makes a second profile, and an order with both does not merge them', () => {
  const world = new World(thread2021);
  const penny = world.person({ email, phone: first, asWritten: '(07700) 900001' });
  expect(world.submit({ phone: first })).toMatchObject({ happened: 'created' });
  expect(world.count()).toBe(2);
  expect(world.checkout({ email, phone: first })).toEqual({ profileId: penny });
  expect(world.count()).toBe(2);
  expect(world.texts(penny)).toBe('never');
});

test('2: a number in the accepted format is found', () => {
  const world = new World(thread2021);
  const penny = world.person({ email, phone: first });
  expect(world.submit({ phone: first })).toEqual(done('linked', penny));
});

test('3: a different number at checkout replaces the one on file, and the consent is lost', () => {
  const world = new World(thread2021);
  const penny = world.person({ email, phone: first, texts: true });
  world.checkout({ email, phone: second });
  expect(world.number(penny)).toBe(second);
  expect(world.consent(penny, first)).toBe('lost');
  expect(world.texts(penny)).toBe('lost');
  world.checkout({ email, phone: first });
  expect(world.texts(penny)).toBe('lost');
});

test('3: a different number with consent of its own keeps that consent', () => {
  const world = new World(thread2021);
  const penny = world.person({ email, phone: first, texts: true });
  world.submit({ email, phone: second });
  world.checkout({ email, phone: second });
  expect(world.texts(penny)).toBe('subscribed');
});

test('4: with the email everything goes to the email’s profile', () => {
  const world = new World(thread2021);
  const penny = world.person({ email, phone: first, asWritten: '(07700) 900001' });
  expect(world.submit({ email, phone: first })).toEqual(done('linked', penny));
  expect(world.count()).toBe(1);
});
