import type { ConsentGiven, RuleSet } from '../../demo/collector/rules/actions.ts';
import { carefulProof } from '../../demo/collector/rules/carefulProof.ts';
import { entryFor } from '../../demo/collector/rules/edit.ts';
import {
  currentPhone,
  emailConsent,
  type Profile,
  phoneConsent,
  textState,
} from '../../demo/collector/rules/profile.ts';
import { MemoryStore } from '../../demo/collector/rules/store.ts';
import { maskEmail } from '../../widget/core/contact/mask.ts';
import { numberAt, type Person, type Population, start } from './population.ts';
import { asImported } from './typing.ts';

/** What a strategy posts. */
export interface Post {
  /** Who really sits there; only the measuring looks at it. */
  readonly by: Person;
  readonly tokens: readonly string[];
  readonly certainty: 'declared' | 'claimed' | 'disputed' | 'none';
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly consents: readonly ConsentGiven[];
  readonly replaces?: string | undefined;
}

export interface Receipt {
  readonly profileId: string;
  readonly outcome: 'linked' | 'accepted' | 'pending';
  readonly subscribed: { readonly email: boolean; readonly sms: boolean };
  /** The receipt’s identity. */
  readonly identity: string;
}

/** What the ids of consents begin with that people gave by a keyword from their own phone. */
export const keywordConsent = 'keyword-';

/** Reading a link’s token in full is for those that came by mail or text; a receipt’s may only add. */
type Scope = 'add' | 'read';

/** The platform: the real rules over a store in memory, and the collector’s answers. */
export class Platform {
  readonly store = new MemoryStore();
  /** Who caused a profile to be made, by its id. */
  readonly madeBy = new Map<string, number>();
  /** Seconds since 1970. */
  now = start;
  #ids = 0;

  constructor(readonly rules: RuleSet) {}

  readonly newId = (): string => `id-${++this.#ids}`;

  #circumstances() {
    return { now: this.now * 1000, newId: this.newId };
  }

  /** What is on file before the first day. */
  seed({ people }: Population): void {
    for (const person of people) {
      if (person.isOnFile) {
        const phones = person.hasBadNumber
          ? [{ number: person.number, asWritten: asImported(person.number), isCurrent: true, isProven: false }]
          : [];
        const profile = { ...blank(this.newId()), email: person.email, phones };
        this.store.save(profile);
        this.madeBy.set(profile.id, person.index);
        const entry = entryFor(profile, this.#circumstances(), {
          channel: 'email',
          to: person.email,
          state: 'granted',
        });
        this.store.append({ ...entry, consentId: `import-${profile.id}` });
      }
      if (person.hasKeyword) this.keyword(person);
    }
  }

  keyword(person: Person): void {
    const to = numberAt(person, this.now);
    const consent = {
      id: `${keywordConsent}${this.newId()}`,
      channel: 'sms' as const,
      to,
      granted: true,
      checkedAt: this.now * 1000,
    };
    const receipt = this.submit({ by: person, tokens: [], certainty: 'none', phone: to, consents: [consent] });
    const profile = receipt && this.store.byId(receipt.profileId);
    if (!profile) return;
    // Whoever texts from a number has it.
    const phones = profile.phones.map((phone) => (phone.number === to ? { ...phone, isProven: true } : phone));
    this.store.save({ ...profile, phones });
  }

  order(by: Person, email: string, phone: string | undefined): string | null {
    const action = { ...this.#circumstances(), email, ...(phone === undefined ? {} : { phone }) };
    const { profileId } = this.rules.checkout(this.store, action);
    if (profileId !== null && !this.madeBy.has(profileId)) this.madeBy.set(profileId, by.index);
    return profileId;
  }

  /** Undefined: the collector asks for the email, by a 409. As `demo/collector/submissions/takeSubmission.ts` does it. */
  submit(post: Post): Receipt | undefined {
    const { by, tokens, certainty, email, phone, consents, replaces } = post;
    const named = tokens.map((token) => readToken(token)).find(({ sub }) => this.store.byId(sub));
    const isUnverified = named === undefined && tokens.length > 0;
    if (email === undefined && isUnverified) return undefined;
    const id = this.newId();
    const taken = this.rules.submit(this.store, {
      ...this.#circumstances(),
      id,
      links: tokens,
      isMailed: named?.scope === 'read',
      stopped: {},
      provesAll: false,
      isUnverified,
      certainty,
      consents,
      issuers: tokens.length > 0 ? ['own'] : [],
      ...(named === undefined ? {} : { profileId: named.sub }),
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...(replaces === undefined ? {} : { replaces }),
    });
    if (taken.kind === 'ask-email') return undefined;
    // The number is theirs, so the code is in their hand.
    const proof = { ...this.#circumstances(), id, consents, stopped: {}, profileId: taken.profileId };
    const result =
      taken.happened === 'pending' && phone !== undefined
        ? (carefulProof(this.store, { ...proof, phone }) ?? taken)
        : taken;
    const { profileId, happened } = result;
    if (!this.madeBy.has(profileId)) this.madeBy.set(profileId, by.index);
    const profile = this.store.byId(profileId);
    const ledger = profile ? this.store.ledgerOf(profile) : [];
    const isByLink = named !== undefined && email === undefined && certainty !== 'disputed';
    const mayRead = isByLink && named.scope === 'read';
    const granted = (channel: 'email' | 'sms') => consents.some((c) => c.channel === channel && c.granted);
    const isTexted = phone !== undefined && granted('sms') && phoneConsent(ledger, phone).state === 'subscribed';
    return {
      profileId,
      outcome: happened === 'pending' ? 'pending' : isByLink ? 'linked' : 'accepted',
      subscribed: {
        email: granted('email') || (mayRead && emailConsent(ledger, profile?.email ?? null) === 'subscribed'),
        sms:
          happened !== 'pending' && (isTexted || (mayRead && !!profile && textState(profile, ledger) === 'subscribed')),
      },
      identity: token(profileId, 'add', this.newId()),
    };
  }

  /** What the collector’s lookup says of the holder of a mail’s link, as text: `demo/collector/submissions/lookUp.ts`. */
  lookUp(tokens: readonly string[], keys: readonly string[]): string {
    const known = tokens.map((sent) => readToken(sent)).filter(({ sub }) => this.store.byId(sub));
    const readable = known.find(({ scope }) => scope === 'read');
    const profile = readable && this.store.byId(readable.sub);
    if (!profile) return JSON.stringify({ for: keys, known: known.length > 0 });
    const ledger = this.store.ledgerOf(profile);
    const email = emailConsent(ledger, profile.email);
    const hint = profile.email === null ? {} : { hint: maskEmail(profile.email) };
    return JSON.stringify({ for: keys, known: true, email, sms: textState(profile, ledger), ...hint });
  }

  /** The profile that mails to this person go to, where there is consent to mail. */
  mailed({ email }: Person): Profile | undefined {
    const profile = this.store.byEmail(email);
    return profile && emailConsent(this.store.ledgerOf(profile), email) === 'subscribed' ? profile : undefined;
  }

  /** The profile by which this person gets texts at their present number. */
  texted(person: Person): Profile | undefined {
    const number = numberAt(person, this.now);
    return this.store
      .byNumber(number)
      .find(
        (p) =>
          currentPhone(p)?.number === number && phoneConsent(this.store.ledgerOf(p), number).state === 'subscribed',
      );
  }
}

function blank(id: string): Profile {
  return { id, name: null, email: null, phones: [], issuers: [], linkUses: [], history: [], absorbed: [] };
}

/** A token of the shape that `hello-again/link` mints; here nobody forges one, so none is signed. */
export function token(profileId: string, scope: Scope, nonce: string): string {
  return `e30.${btoa(JSON.stringify({ sub: profileId, scope, nonce })).replace(/=+$/, '')}.e30`;
}

export function readToken(text: string): { readonly sub: string; readonly scope: Scope } {
  return JSON.parse(atob(text.split('.')[1] ?? ''));
}
