import type { CheckoutAction, RuleSet, SubmissionAction } from '../actions.ts';
import { entryFor } from '../edit.ts';
import { currentPhone, type Profile, phoneConsent, textState } from '../profile.ts';
import { MemoryStore } from '../store.ts';

export const numbers = { first: '+447700900001', second: '+447700900002', third: '+447700900003' } as const;

/** A small platform to try rules on: ids count up, and time stands still until a test moves it. */
export class World {
  readonly store = new MemoryStore();
  now = Date.UTC(2026, 0, 31);
  #ids = 0;

  constructor(readonly rules: RuleSet) {}

  readonly newId = () => `id-${++this.#ids}`;

  /** Puts a person on file; `texts` and `mails` say what they agreed to. */
  person(about: {
    readonly email?: string;
    readonly phone?: string;
    readonly asWritten?: string;
    readonly texts?: boolean;
    /** @default true */
    readonly isProven?: boolean;
  }): string {
    const { email = null, phone, asWritten = phone, isProven = true } = about;
    const phones =
      phone === undefined || asWritten === undefined ? [] : [{ number: phone, asWritten, isCurrent: true, isProven }];
    const blank = { name: null, issuers: [], linkUses: [], history: [], absorbed: [] };
    const profile: Profile = { ...blank, id: this.newId(), email, phones };
    this.store.save(profile);
    if (about.texts && phone !== undefined) {
      this.store.append({
        ...entryFor(profile, this, { channel: 'sms', to: phone, state: 'granted' }),
        consentId: `c-${profile.id}`,
      });
    }
    return profile.id;
  }

  /** A submission; a phone comes with its granted consent unless the test brings its own. */
  submit(about: Partial<SubmissionAction>) {
    const id = this.newId();
    const { phone } = about;
    const consents =
      phone === undefined
        ? []
        : [{ id: `consent-${id}`, channel: 'sms' as const, to: phone, granted: true, checkedAt: this.now }];
    const links = about.profileId === undefined ? [] : ['link'];
    const issuers = about.profileId === undefined ? [] : ['own'];
    return this.rules.submit(this.store, {
      id,
      certainty: 'claimed',
      isUnverified: false,
      isMailed: about.profileId !== undefined,
      stopped: {},
      provesAll: false,
      consents,
      links,
      issuers,
      now: this.now,
      newId: this.newId,
      ...about,
    });
  }

  checkout(about: Omit<CheckoutAction, 'now' | 'newId'>) {
    return this.rules.checkout(this.store, { ...about, now: this.now, newId: this.newId });
  }

  profile(id: string): Profile {
    const profile = this.store.byId(id);
    if (!profile) throw new Error(`no profile ${id}`);
    return profile;
  }

  /** The state of texts to a person, as a lookup tells it. */
  texts(id: string) {
    return textState(this.profile(id), this.store.ledgerOf(this.profile(id)));
  }

  /** The consent of one number on a profile. */
  consent(id: string, number: string) {
    return phoneConsent(this.store.ledgerOf(this.profile(id)), number).state;
  }

  number(id: string): string | null | undefined {
    return currentPhone(this.profile(id))?.number;
  }

  count(): number {
    return this.store.all().length;
  }
}

export function done(happened: string, profileId: unknown) {
  return { kind: 'done', happened, profileId };
}
