import { expect, test, vi } from 'vitest';
import { createSignup, type Signup, type SignupOptions } from '../index.ts';

// What is tested is that it compiles: the repository compiles with `exactOptionalPropertyTypes`.

interface Customer {
  readonly email?: string;
  readonly subscribed?: boolean;
}

/** What an app passes on that does not know everything. */
const optionsOf = (locale: string | undefined, theme: SignupOptions['theme']): SignupOptions => ({
  collector: '/v1/submissions',
  brand: 'Harbor Coffee',
  terms: '/terms',
  privacy: '/privacy',
  locale,
  theme,
  trigger: { delay: undefined, when: undefined },
  texts: { heading: undefined },
  beforeSubmit: undefined,
});

test('what an app does not know may be passed as undefined', () => {
  const customer: Customer = {};
  const signup = createSignup(optionsOf(undefined, undefined));
  signup.identify({ email: customer.email, subscribed: { email: customer.subscribed } });
  signup.update({ locale: undefined });
  expect(signup.decide().ask).toBe('nothing');
});

test('the globals of the script tag have types, and a module’s signup may be put there for the console', () => {
  const page = { addEventListener: vi.fn() } as unknown as Window;
  page.HelloAgain = [['options', { brand: 'Harbor Coffee' }]];
  page.HelloAgain = [['identify', { email: 'ann@example.com' }]];
  const signup: Signup = createSignup(optionsOf('de', 'warm'));
  page.HelloAgain = signup;
  void page.HelloAgain?.explain();
  const outcomes: string[] = [];
  page.addEventListener('hello-again:sent', ({ detail }) => void outcomes.push(detail.outcome));
  page.addEventListener('hello-again:close', ({ detail }) => void outcomes.push(detail.reason));
  expect(page.addEventListener).toHaveBeenCalledTimes(2);
});
