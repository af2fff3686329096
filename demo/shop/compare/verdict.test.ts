import { describe, expect, it } from 'vitest';
import type { PhoneView, ProfileView } from '../server/services.ts';
import type { Person } from './scenarios.ts';
import { judge } from './verdict.ts';

const who: Person = { name: 'Penny', email: 'penny@example.com', written: '07700 900982', number: '+447700900982' };

const phone = (about: Partial<PhoneView> = {}): PhoneView => ({
  number: who.number,
  asWritten: who.number,
  isCurrent: true,
  isProven: false,
  consent: 'subscribed',
  consentId: null,
  ...about,
});

const profile = (about: Partial<ProfileView>): ProfileView => ({
  id: Math.random().toString(),
  name: null,
  email: null,
  emailConsent: 'never',
  phones: [],
  identifiers: [],
  history: [],
  ...about,
});

const findingOf = (profiles: readonly ProfileView[], most?: number) => judge(profiles, who, most).finding;

describe('judge', () => {
  it('is satisfied by one profile that holds email, number and consent', () => {
    const profiles = [profile({ email: 'Penny@example.com', phones: [phone()] }), profile({ email: 'x@example.com' })];
    expect(judge(profiles, who)).toEqual({ finding: 'one', profiles: 1, strayedTo: [] });
  });

  it('remembers that there were two', () => {
    expect(findingOf([profile({ email: who.email, phones: [phone()] })], 2)).toBe('joined');
  });

  it('counts a profile of the number alone, whatever its consent', () => {
    const own = profile({ email: who.email, phones: [phone({ consent: 'never' })] });
    const profiles = [own, profile({ phones: [phone()] })];
    expect(judge(profiles, who)).toEqual({ finding: 'two', profiles: 2, strayedTo: [] });
  });

  it('says that the only profile has no email', () => {
    expect(findingOf([profile({ phones: [phone()] })])).toBe('nameless');
  });

  it('names whose profile holds the number, before anything else', () => {
    const profiles = [
      profile({ email: who.email, phones: [phone()] }),
      profile({ name: 'Ade', email: 'ade@example.com', phones: [phone()] }),
    ];
    expect(judge(profiles, who)).toEqual({ finding: 'strayed', profiles: 1, strayedTo: ['Ade'] });
  });

  it('distinguishes a lost consent from one that never existed', () => {
    const former = phone({ number: '+447700900789', isCurrent: false, consent: 'lost' });
    const now = phone({ consent: 'never' });
    expect(findingOf([profile({ email: who.email, phones: [former, now] })])).toBe('lost');
    const kept = { ...former, consent: 'subscribed' } as const;
    expect(findingOf([profile({ email: who.email, phones: [kept, now] })])).toBe('missing');
  });

  it('accepts a lost consent of a former number when the present one has its own', () => {
    const former = phone({ number: '+447700900789', isCurrent: false, consent: 'lost' });
    expect(findingOf([profile({ email: who.email, phones: [former, phone()] })])).toBe('one');
  });

  it('finds nobody in an empty store', () => {
    expect(judge([], who)).toEqual({ finding: 'none', profiles: 0, strayedTo: [] });
  });
});
