import { expect, test } from 'vitest';
import { merging } from './merging.ts';
import { done, numbers, World } from './test/world.ts';

const email = 'penny@example.com';
const { first, second } = numbers;

test('a submission with both joins an email profile and a phone-only profile', () => {
  const world = new World(merging);
  const penny = world.person({ email });
  world.person({ phone: first, texts: true });
  expect(world.submit({ email, phone: first })).toEqual(done('joined', penny));
  expect(world.count()).toBe(1);
});

test('a verified id and the number of a phone-only profile join them', () => {
  const world = new World(merging);
  const penny = world.person({ email });
  world.person({ phone: first, texts: true });
  expect(world.submit({ profileId: penny, phone: first })).toEqual(done('joined', penny));
});

test('an order with both joins them too', () => {
  const world = new World(merging);
  const penny = world.person({ email });
  world.person({ phone: first, texts: true });
  world.checkout({ email, phone: first });
  expect(world.count()).toBe(1);
  expect(world.texts(penny)).toBe('subscribed');
});

test('a phone-only profile known by its link gets the typed email', () => {
  const world = new World(merging);
  const sam = world.person({ phone: first, texts: true });
  expect(world.submit({ profileId: sam, email })).toEqual(done('linked', sam));
  const rosa = world.person({ email: 'rosa@example.com' });
  const tom = world.person({ phone: second, texts: true });
  expect(world.submit({ profileId: tom, email: 'rosa@example.com' })).toEqual(done('joined', rosa));
});

test('a number of another email goes to the email that names it last', () => {
  const world = new World(merging);
  const penny = world.person({ email });
  const other = world.person({ email: 'other@example.com', phone: first, texts: true });
  expect(world.submit({ email, phone: first })).toEqual(done('linked', penny));
  expect(world.number(penny)).toBe(first);
  expect(world.profile(other).phones).toEqual([]);
});

test('a different number at checkout loses the consent, unless there is consent for it', () => {
  const world = new World(merging);
  const penny = world.person({ email, phone: first, texts: true });
  world.checkout({ email, phone: second });
  expect(world.texts(penny)).toBe('lost');
  world.submit({ email, phone: second });
  world.checkout({ email, phone: second });
  expect(world.texts(penny)).toBe('subscribed');
});
