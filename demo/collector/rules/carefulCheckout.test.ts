import { expect, test } from 'vitest';
import { careful } from './careful.ts';
import { numbers, World } from './test/world.ts';

const email = 'penny@example.com';
const { first, second } = numbers;

test('another number leaves the old one its record, inherits no consent, and is reported as lost', () => {
  const world = new World(careful);
  const penny = world.person({ email, phone: first, texts: true, isProven: false });
  expect(world.checkout({ email, phone: second })).toEqual({ profileId: penny });
  expect(world.number(penny)).toBe(second);
  expect(world.consent(penny, first)).toBe('subscribed');
  expect(world.consent(penny, second)).toBe('never');
  expect(world.texts(penny)).toBe('lost');
});

test.each(['order', 'submission'] as const)('consent for the new number stands when the %s comes first', (earlier) => {
  const world = new World(careful);
  const penny = world.person({ email, phone: first, texts: true, isProven: false });
  const steps = [() => world.checkout({ email, phone: second }), () => world.submit({ email, phone: second })];
  for (const step of earlier === 'order' ? steps : steps.reverse()) step();
  expect(world.number(penny)).toBe(second);
  expect(world.texts(penny)).toBe('subscribed');
});

test('the same number on file in another format changes nothing', () => {
  const world = new World(careful);
  const penny = world.person({ email, phone: first, asWritten: '07700 900001', texts: true });
  const before = world.profile(penny).phones;
  world.checkout({ email, phone: first });
  expect(world.profile(penny).phones).toEqual(before);
  expect(world.texts(penny)).toBe('subscribed');
});

test.each([true, false])(
  'an order with both folded a profile of the number alone in (it is proven: %s)',
  (isProven) => {
    const world = new World(careful);
    const penny = world.person({ email });
    const sam = world.person({ phone: first, texts: true, isProven });
    const before = world.profile(sam);
    world.checkout({ email, phone: first });
    expect(world.profile(sam)).toEqual(before);
    expect(world.profile(penny).phones).toMatchObject(isProven ? [] : [{ number: first, isProven: false }]);
    expect(world.texts(penny)).toBe('never');
  },
);

test('an order by a number alone stood in the record of the email beside which it is', () => {
  const world = new World(careful);
  const penny = world.person({ email, phone: first });
  const before = world.profile(penny);
  const { profileId } = world.checkout({ phone: first });
  expect(world.profile(penny)).toEqual(before);
  expect(world.checkout({ phone: first })).toEqual({ profileId });
});

test('a number that another email has proven stays where it is', () => {
  const world = new World(careful);
  const penny = world.person({ email });
  const other = world.person({ email: 'other@example.com', phone: first, texts: true });
  world.checkout({ email, phone: first });
  expect(world.number(other)).toBe(first);
  expect(world.profile(penny).phones).toEqual([]);
});

test('an order without a known buyer makes no profile, and a new buyer becomes one', () => {
  const world = new World(careful);
  expect(world.checkout({})).toEqual({ profileId: null });
  expect(world.count()).toBe(0);
  world.checkout({ email, phone: first });
  world.checkout({ phone: second });
  expect(world.count()).toBe(2);
});
