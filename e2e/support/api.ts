import { type APIRequestContext, expect } from '@playwright/test';
import type { Submission } from '../../widget/index.ts';

/** A profile of the demo's platform. */
export interface Profile {
  readonly id: string;
  readonly email: string | null;
  readonly phones: readonly {
    /** E.164; null where what was written is no number. */
    readonly number: string | null;
    readonly asWritten: string;
    readonly isCurrent: boolean;
    readonly consent: 'subscribed' | 'lost' | 'never' | 'unsubscribed';
  }[];
}

/** The numbers of a profile, former ones among them. */
export function numbersOf({ phones }: Profile): readonly (string | null)[] {
  return phones.map(({ number }) => number);
}

/** The numbers of a profile that may be texted. */
export function textableOf({ phones }: Profile): readonly (string | null)[] {
  return phones.filter(({ consent }) => consent === 'subscribed').map(({ number }) => number);
}

type Identity = Submission['identity'];

/** A submission as the collector took it, and what really happened. */
export interface Received extends Pick<Submission, 'id' | 'ask' | 'contact' | 'consents'> {
  readonly certainty: Identity['certainty'];
  /** Without their values. */
  readonly identifiers: readonly Pick<Identity['identifiers'][number], 'field' | 'issuer' | 'source'>[];
  readonly setAside: Identity['setAside'];
  readonly replaces: Submission['replaces'] | null;
  readonly follows: string | null;
  readonly happened: 'created' | 'linked' | 'joined' | 'pending';
  /** What the receipt said, which may be less. */
  readonly outcome: string;
}

/** The demo's own API, for one store. */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly store: string,
  ) {}

  async #get(path: string): Promise<unknown> {
    const response = await this.request.get(path, { params: { store: this.store } });
    expect(response.ok(), `GET ${path} answered ${response.status()}`).toBe(true);
    return response.json();
  }

  async profiles(): Promise<readonly Profile[]> {
    return (await this.#get('/api/profiles')) as readonly Profile[];
  }

  /** Every submission of this store, the first one first. */
  async submissions(): Promise<readonly Received[]> {
    return (await this.#get('/api/submissions')) as readonly Received[];
  }

  async lastSubmission(): Promise<Received> {
    const last = (await this.submissions()).at(-1);
    if (!last) throw new Error('the collector has received nothing');
    return last;
  }

  /** The one profile that holds this email or number; fails where there are two, or none. */
  async onlyProfileWith(value: string): Promise<Profile> {
    const found = (await this.profiles()).filter(
      ({ email, phones }) => email === value || phones.some(({ number }) => number === value),
    );
    expect(found, `profiles with ${value}`).toHaveLength(1);
    const [profile] = found;
    if (!profile) throw new Error(`no profile with ${value}`);
    return profile;
  }

  /** Chooses the rules of the platform behind the store. */
  async useRules(rules: 'thread-2021' | 'merging' | 'careful'): Promise<void> {
    const response = await this.request.put('/api/rules', { params: { store: this.store }, data: { rules } });
    expect(response.ok(), `PUT /api/rules answered ${response.status()}`).toBe(true);
  }
}
