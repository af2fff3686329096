import { expect, it } from 'vitest';
import type { PhoneView, ProfileView } from '../../server/services.ts';
import { compareProfiles } from './compareProfiles.ts';

const penny: ProfileView = {
  id: 'penny',
  name: 'Penny',
  email: 'penny@example.com',
  emailConsent: 'subscribed',
  phones: [],
  identifiers: [],
  history: ['Subscribed to the newsletter.'],
};
const phone: PhoneView = {
  number: '+447700900982',
  asWritten: '07700 900982',
  isCurrent: true,
  isProven: false,
  consent: 'subscribed',
  consentId: null,
};

it('only the parts that changed are named', () => {
  const now = { ...penny, phones: [phone], history: [...penny.history, 'Signed up through a signed link.'] };
  const { changes, gone } = compareProfiles([penny], [now]);
  expect(changes.get('penny')?.isNew).toBe(false);
  expect([...(changes.get('penny')?.parts ?? [])]).toEqual(['phone +447700900982', 'Signed up through a signed link.']);
  expect(gone).toEqual([]);
});

it('a new profile is distinguished from a deleted one', () => {
  const { changes, gone } = compareProfiles([penny], [{ ...penny, id: 'other' }]);
  expect([...changes]).toEqual([['other', { isNew: true, parts: new Set() }]]);
  expect(gone).toEqual([penny]);
});

it('two equal states have no difference', () => {
  expect(compareProfiles([penny], [structuredClone(penny)]).changes.size).toBe(0);
});
