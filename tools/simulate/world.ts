import type { ConsentGiven, RuleSet } from '../../demo/collector/rules/actions.ts';
import { emailConsent } from '../../demo/collector/rules/profile.ts';
import type { Rates } from './assumptions.ts';
import type { Order, Visit } from './days.ts';
import { Platform, token } from './platformRun.ts';
import { day, type Person, type Population } from './population.ts';
import { draw } from './random.ts';

/** What is counted while the days pass; the rest is measured on the last evening. */
export interface Tally {
  signUps: number;
  /** Fields of the popups that led to a sign-up, a second question included. */
  fields: number;
  shown: number;
  /** Shown to somebody who had given all that it asked for. */
  shownInVain: number;
  /** Sign-ups of people whom the store mailed already, and the fields of those. */
  signUpsOfMailed: number;
  fieldsOfMailed: number;
  /** Sign-ups that the platform left waiting for a code. */
  pending: number;
  /** Answers that the platform would not take, and that came to nothing. */
  refused: number;
  consentsAtCheckout: number;
}

/** Names of cookies. */
export const platformCookie = 'pf';

/** One run: one strategy under one rule set. */
export class World {
  readonly platform: Platform;
  readonly tally: Tally = {
    signUps: 0,
    fields: 0,
    shown: 0,
    shownInVain: 0,
    signUpsOfMailed: 0,
    fieldsOfMailed: 0,
    pending: 0,
    refused: 0,
    consentsAtCheckout: 0,
  };
  /** Who really owns an address, slips of the pen included. */
  readonly ownerOfEmail: Map<string, number>;
  /** What people really agreed to: the number or address, by the id of its consent record. */
  readonly agreed = new Map<string, string>();
  readonly #cookies = new Map<string, { readonly value: string; readonly until: number }>();

  constructor(
    readonly population: Population,
    readonly rates: Rates,
    rules: RuleSet,
  ) {
    this.platform = new Platform(rules);
    this.ownerOfEmail = new Map(population.ownerOfEmail);
    this.platform.seed(population);
  }

  get now(): number {
    return this.platform.now;
  }

  cookie(device: number, name: string): string | undefined {
    const kept = this.#cookies.get(`${device}:${name}`);
    return kept && kept.until > this.now ? kept.value : undefined;
  }

  /** Stores a cookie as a script does: some browsers keep it for 7 days, or for 24 hours after a decorated link. */
  setCookie(at: Visit | Order, name: string, value: string): void {
    const isDecorated = at.kind === 'visit' && at.via !== 'own' && at.keepsParameters;
    const lasts = this.population.isShortLived[at.device] ? (isDecorated ? 1 : 7) : 365;
    this.#cookies.set(`${at.device}:${name}`, { value, until: this.now + lasts * day });
  }

  /** The platform's own script knows a browser from links, orders and its own forms. */
  recognises(at: Visit | Order, profileId: string): void {
    this.setCookie(at, platformCookie, token(profileId, 'add', platformCookie));
  }

  /** Whether all that a popup asks for was given before, by the person in front of it. */
  hasGiven(person: Person, asked: { readonly email: boolean; readonly phone: boolean }): boolean {
    if (asked.phone && !this.platform.texted(person)) return false;
    return !asked.email || this.#isMailed(person.email) || this.#isMailed(person.otherEmail);
  }

  #isMailed(email: string): boolean {
    const profile = this.platform.store.byEmail(email);
    return profile !== undefined && emailConsent(this.platform.store.ledgerOf(profile), email) === 'subscribed';
  }

  /** Notes that a popup is open, and says whether the person fills it in. */
  opens(visit: Visit, asked: { readonly email: boolean; readonly phone: boolean }): boolean {
    const { rates, tally } = this;
    const isInVain = this.hasGiven(visit.person, asked);
    tally.shown += 1;
    if (isInVain) tally.shownInVain += 1;
    const willing = asked.email && asked.phone ? rates.completesTwo : rates.completesOne;
    return draw(visit.seed, 'answers') < willing * (isInVain ? rates.repeats : 1);
  }

  /** A consent as it is posted. `isAgreed`: the person really agreed to it, which is all that the measuring believes. */
  consent(channel: 'email' | 'sms', to: string, isAgreed: boolean): ConsentGiven {
    const id = this.platform.newId();
    if (isAgreed) this.agreed.set(id, to);
    return { id, channel, to, granted: true, checkedAt: this.now * 1000 };
  }

  /** Counts a sign-up and the fields that were asked for it. `wasMailed`: before it. */
  signsUp(fields: number, wasMailed: boolean, isPending: boolean): void {
    this.tally.signUps += 1;
    this.tally.fields += fields;
    if (wasMailed) {
      this.tally.signUpsOfMailed += 1;
      this.tally.fieldsOfMailed += fields;
    }
    if (isPending) this.tally.pending += 1;
  }

  /** A typed address belongs to whoever typed it, slips included. */
  notes(email: string, person: Person): string {
    if (!this.ownerOfEmail.has(email)) this.ownerOfEmail.set(email, person.index);
    return email;
  }
}
