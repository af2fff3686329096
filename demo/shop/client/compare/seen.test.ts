import { expect, it } from 'vitest';
import type { Person } from '../../compare/scenarios.ts';
import type { PhoneView, ProfileView } from '../../server/services.ts';
import { withLook } from './seen.ts';

const who: Person = { name: 'Penny', email: 'penny@example.com', written: '07700 900982', number: '+447700900982' };
const phone: PhoneView = {
  number: who.number,
  asWritten: who.number,
  isCurrent: true,
  isProven: false,
  consent: 'subscribed',
  consentId: null,
};
const blank = { name: null, emailConsent: 'never', identifiers: [], history: [] } as const;
const penny: ProfileView = { ...blank, id: 'penny', email: who.email, phones: [] };
const ade: ProfileView = { ...blank, id: 'ade', email: 'ade@example.com', phones: [] };
const nameless: ProfileView = { ...blank, id: 'new', email: null, phones: [phone] };

it('nothing is reported until something changes', () => {
  const first = withLook(undefined, [penny, ade], who);
  expect(first).toMatchObject({ most: 1, profiles: [], verdict: undefined });
  expect(withLook(first, [penny, ade], who).verdict).toBeUndefined();
});

it('what is new or different since the first look is reported, and that there were two profiles is remembered', () => {
  const first = withLook(undefined, [penny, ade], who);
  const second = withLook(first, [penny, ade, nameless], who);
  expect(second.profiles).toEqual([nameless]);
  expect(second.verdict?.finding).toBe('two');
  const joined = { ...penny, phones: [phone] };
  const third = withLook(second, [joined, ade], who);
  expect(third.profiles).toEqual([joined]);
  expect(third.verdict?.finding).toBe('joined');
});
