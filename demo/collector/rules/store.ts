import { contactKey } from '../../../widget/relay/index.ts';
import type { LedgerEntry, Profile } from './profile.ts';

/** All that a rule set sees of the world: the profiles that an action may touch. */
export interface ProfileStore {
  /** The profile of this id, or the one that it was folded into. */
  byId(id: string): Profile | undefined;
  byEmail(email: string): Profile | undefined;
  /** The profiles that hold a number, in whatever writing; the oldest first. */
  byNumber(number: string): readonly Profile[];
  /** The profile's own entries and those of the profiles folded into it, the oldest first. */
  ledgerOf(profile: Profile): readonly LedgerEntry[];
  /** Adds a profile, or takes the place of the one of the same id. */
  save(profile: Profile): void;
  append(entry: LedgerEntry): void;
  /** Takes a profile away; its id and its ledger are the other one's from now on, which must be saved with it absorbed. */
  fold(from: Pick<Profile, 'id'>, into: Pick<Profile, 'id'>): void;
}

/** Profiles in memory, found by id, email and number without a search. Serves one action, or ten thousand people. */
export class MemoryStore implements ProfileStore {
  readonly #profiles = new Map<string, Profile>();
  readonly #foldedInto = new Map<string, string>();
  readonly #emails = new Map<string, string>();
  readonly #numbers = new Map<string, Set<string>>();
  readonly #ledgers = new Map<string, LedgerEntry[]>();

  byId(id: string): Profile | undefined {
    const into = this.#foldedInto.get(id);
    return into === undefined ? this.#profiles.get(id) : this.byId(into);
  }

  byEmail(email: string): Profile | undefined {
    return this.#profiles.get(this.#emails.get(contactKey(email)) ?? '');
  }

  byNumber(number: string): readonly Profile[] {
    return [...(this.#numbers.get(number) ?? [])].flatMap((id) => this.#profiles.get(id) ?? []);
  }

  ledgerOf(profile: Profile): readonly LedgerEntry[] {
    const entries = [profile.id, ...profile.absorbed].flatMap((id) => this.#ledgers.get(id) ?? []);
    // Stable: what one profile wrote at one moment keeps its order.
    return profile.absorbed.length > 0 ? entries.sort((a, b) => a.at - b.at) : entries;
  }

  save(profile: Profile): void {
    this.#forget(profile.id);
    this.#profiles.set(profile.id, profile);
    if (profile.email !== null) this.#emails.set(contactKey(profile.email), profile.id);
    for (const { number } of profile.phones) {
      if (number === null) continue;
      const holders = this.#numbers.get(number);
      if (holders) holders.add(profile.id);
      else this.#numbers.set(number, new Set([profile.id]));
    }
  }

  append(entry: LedgerEntry): void {
    const ledger = this.#ledgers.get(entry.profileId);
    if (ledger) ledger.push(entry);
    else this.#ledgers.set(entry.profileId, [entry]);
  }

  fold(from: Pick<Profile, 'id'>, into: Pick<Profile, 'id'>): void {
    this.#forget(from.id);
    this.#foldedInto.set(from.id, into.id);
  }

  all(): readonly Profile[] {
    return [...this.#profiles.values()];
  }

  #forget(id: string): void {
    const before = this.#profiles.get(id);
    if (!before) return;
    this.#profiles.delete(id);
    if (before.email !== null && this.#emails.get(contactKey(before.email)) === id) {
      this.#emails.delete(contactKey(before.email));
    }
    for (const { number } of before.phones) {
      if (number !== null) this.#numbers.get(number)?.delete(id);
    }
  }
}
