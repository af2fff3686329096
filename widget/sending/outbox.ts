import type { Submission } from '../core/submission/submission.gen.ts';
import { toJson } from '../core/toJson.ts';
import type { Runtime } from '../signup/page.ts';

/** A submission that has not been acknowledged. */
export interface Entry {
  /** The collector's address, or the name of an adapter. */
  readonly to: string;
  readonly submission: Submission;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  readonly tries: number;
  /** When the next try is due, in milliseconds since 1970. */
  readonly due: number;
  /** The collector's own word for it (`Retry-After`): until then nothing hurries it. Milliseconds since 1970. */
  readonly hold: number;
  /** Tries that were answered with a page. */
  readonly pages: number;
}

/** Submissions until they are acknowledged, oldest first: in the browser's storage, or in the page where that fails. */
export interface Outbox {
  all(): Entry[];
  /** Returns what was dropped for it: the oldest, where there are too many. */
  put(entry: Entry): Entry[];
  /** Notes a failed try. An entry that is gone from the store, by another page's doing, is not stored again. */
  update(entry: Entry): void;
  drop(id: string): void;
  /** What would be lost with the page. */
  inPage(): readonly Entry[];
  /** The permission to store is gone. */
  empty(): void;
}

const mostEntries = 20;
const longestWait = 86_400_000;

/** @param keepFor how long personal data is kept unsent, in milliseconds */
export function createOutbox(runtime: Runtime, keepFor: number): Outbox {
  const { local, now } = runtime.platform;
  const key = runtime.keys.outbox;
  let page: Entry[] = [];
  let isEmptied = false;

  const write = (entries: readonly Entry[]): boolean => {
    if (entries.length > 0) return local.set(key, toJson(entries));
    local.remove(key);
    return true;
  };
  const isOpen = () => runtime.storageConsent === 'open' && keepFor > 0;
  /** What is too old, or no entry at all, is written away as well. */
  const stored = (): Entry[] => {
    const text = isOpen() ? local.get(key) : undefined;
    if (text === undefined) return [];
    const found = parse(text);
    const fresh = found?.map((e) => steady(e, now())).filter((e) => now() - e.at < keepFor) ?? [];
    if (toJson(fresh) !== text) write(fresh);
    return fresh;
  };
  const idOf = ({ submission }: Entry) => submission.id;

  return {
    all() {
      const kept = stored();
      page = page.filter((e) => now() - e.at < Math.max(keepFor, 3_600_000));
      return [...kept, ...page.filter((p) => !kept.some((k) => idOf(k) === idOf(p)))];
    },
    put(entry) {
      isEmptied = false;
      const entries = [...stored(), entry];
      // A storage that accepts it and does not return it would lose it unnoticed.
      if (isOpen() && write(entries.slice(-mostEntries)) && stored().some((e) => idOf(e) === idOf(entry))) {
        return entries.slice(0, -mostEntries);
      }
      page.push(entry);
      return [];
    },
    update(entry) {
      if (isEmptied) return;
      const isSame = (e: Entry) => idOf(e) === idOf(entry);
      const kept = stored();
      if (kept.some(isSame) && write(kept.map((e) => (isSame(e) ? entry : e)))) return;
      page = page.some(isSame) ? page.map((e) => (isSame(e) ? entry : e)) : [...page, entry];
    },
    drop(id) {
      page = page.filter((e) => idOf(e) !== id);
      const kept = stored();
      if (kept.some((e) => idOf(e) === id)) write(kept.filter((e) => idOf(e) !== id));
    },
    inPage: () => page,
    empty() {
      isEmptied = true;
      page = [];
    },
  };
}

/** A clock that was set back must not make an entry wait, or last, for ever. */
function steady(entry: Entry, now: number): Entry {
  const isOdd = entry.at > now || entry.due > now + longestWait;
  return isOdd ? { ...entry, at: Math.min(entry.at, now), due: now, hold: 0 } : entry;
}

/** Whatever has not the shape of an entry is not there: anybody may have written into this store. */
function parse(text: string): Entry[] | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    if (!Array.isArray(raw)) return undefined;
    return raw.filter(
      (e: Partial<Entry> | null): e is Entry =>
        typeof e?.to === 'string' &&
        typeof e.submission?.id === 'string' &&
        [e.at, e.tries, e.due, e.hold, e.pages].every((n) => typeof n === 'number' && Number.isFinite(n)),
    );
  } catch {
    return undefined;
  }
}
