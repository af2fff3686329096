import type { LedgerEntry, Profile } from '../rules/profile.ts';
import { MemoryStore } from '../rules/store.ts';

/** The profiles that one action may touch, and what the action did to them. */
export class RecordingStore extends MemoryStore {
  readonly saved = new Map<string, Profile>();
  readonly appended: LedgerEntry[] = [];
  /** Which profile became part of which; in the order it happened. */
  readonly folded = new Map<string, string>();
  /** Ids of the profiles that were there before. */
  readonly onFile = new Set<string>();

  override save(profile: Profile): void {
    super.save(profile);
    this.saved.set(profile.id, profile);
  }

  override append(entry: LedgerEntry): void {
    super.append(entry);
    this.appended.push(entry);
  }

  override fold(from: Pick<Profile, 'id'>, into: Pick<Profile, 'id'>): void {
    super.fold(from, into);
    this.folded.set(from.id, into.id);
    this.saved.delete(from.id);
  }

  /** Puts in what was on file before. */
  load(profile: Profile, ledger: readonly LedgerEntry[]): void {
    super.save(profile);
    this.onFile.add(profile.id);
    for (const id of profile.absorbed) super.fold({ id }, profile);
    for (const entry of ledger) super.append(entry);
  }
}
