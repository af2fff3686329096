import { scheduler } from 'node:timers/promises';
import type {
  Address,
  Cookies,
  KeyValue,
  OnLeave,
  PageFacts,
  Platform,
  Post,
  PostRequest,
  Schedule,
} from '../core/ports.ts';
import type { RawAnswer } from '../core/submission/answer.ts';

/** How a page in memory begins; everything has a default. */
export interface MemoryPage {
  readonly url?: string;
  readonly referrer?: string;
  readonly language?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** The page is prerendered, or has no body yet, until `activate()`. */
  readonly isInactive?: boolean;
  /** What an earlier page of the same browser left behind. */
  readonly browser?: MemoryPlatform;
}

/**
 * A browser in memory, behind the ports of the core: for tests only. Time stands still until `advance()` moves it, and
 * tests control the page's life cycle.
 */
export class MemoryPlatform implements Platform {
  /** The address bar. */
  bar: string;
  isOff = false;
  /** The owner or a developer looks at the page. */
  needsSetup = false;
  /** Readable names and values of the cookies, as `cookie()` gives them. */
  readonly jar: Map<string, string>;
  readonly local: MemoryStore;
  /** Of the tab, which an earlier page shared. */
  readonly session: MemoryStore;
  /** What was announced on `window`, oldest first. */
  readonly announced: { readonly name: string; readonly detail: unknown }[] = [];
  /** Every cookie that was looked for: reading one may itself need a permission. */
  readonly cookiesRead: string[] = [];

  #now: number;
  #isActive: boolean;
  readonly #referrer: string;
  readonly #language: string;
  readonly #timers = new Set<Timer>();
  readonly #listeners = {
    active: new Set<Callback>(),
    restore: new Set<Callback>(),
    leave: new Set<Callback>(),
    wake: new Set<Callback>(),
  };

  constructor({ browser, ...page }: MemoryPage = {}) {
    this.bar = page.url ?? 'https://shop.example.com/';
    this.address.captured = this.bar;
    this.#referrer = page.referrer ?? '';
    this.#language = page.language ?? 'en';
    this.#now = page.now ?? browser?.now() ?? Date.UTC(2026, 0, 31, 12);
    this.#isActive = !page.isInactive;
    this.jar = browser?.jar ?? new Map();
    this.local = browser?.local ?? new MemoryStore();
    this.session = browser?.session ?? new MemoryStore();
  }

  readonly now = (): number => this.#now;

  readonly page = (): PageFacts => {
    const { origin, pathname } = new URL(this.bar);
    const facts = {
      url: this.bar,
      origin,
      path: pathname,
      referrer: this.#referrer,
      language: this.#language,
      languages: ['en'],
    };
    return { ...facts, isOff: this.isOff, needsSetup: this.needsSetup };
  };

  readonly cookie = (name: string, nth = 1): string | undefined => {
    this.cookiesRead.push(name);
    // Further ones stand under `name#2`, `name#3`.
    return this.jar.get(nth === 1 ? name : `${name}#${nth}`);
  };

  readonly cookies: Cookies = {
    set: (name, value) => this.jar.set(name, value).has(name),
    remove: (name) => void this.jar.delete(name),
  };

  readonly announce = (name: string, detail: unknown): void => void this.announced.push({ name, detail });

  readonly address: Address = {
    captured: '',
    strip: (names) => {
      const url = new URL(this.bar);
      for (const name of names) url.searchParams.delete(name);
      this.bar = url.href;
    },
  };

  readonly schedule: Schedule = {
    after: (ms, callback) => put(this.#timers, { due: this.#now + ms, callback }),
    whenActive: (callback) =>
      this.#isActive ? this.schedule.after(0, callback) : put(this.#listeners.active, callback),
    onReturn: (callback) => put(this.#listeners.restore, callback),
  };

  readonly onLeave: OnLeave = (callback) => put(this.#listeners.leave, callback);
  readonly onWake: OnLeave = (callback) => put(this.#listeners.wake, callback);

  /** Timers that have not run. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Listeners of the page's life that have not been undone. */
  get listeners(): number {
    const { active, restore, leave, wake } = this.#listeners;
    return active.size + restore.size + leave.size + wake.size;
  }

  /** Moves time on and runs what falls due, the earliest first; promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.callback();
      await settled();
    }
    this.#now = end;
  }

  /** The prerendered page is shown. */
  async activate(): Promise<void> {
    this.#isActive = true;
    const waiting = [...this.#listeners.active];
    this.#listeners.active.clear();
    for (const callback of waiting) callback();
    await settled();
  }

  /** The page comes back from the back/forward cache. */
  async restore(): Promise<void> {
    for (const callback of this.#listeners.restore) callback();
    await settled();
  }

  /** The network is back. */
  async wake(): Promise<void> {
    for (const callback of this.#listeners.wake) callback();
    await settled();
  }

  /** The page is left. */
  async leave(): Promise<void> {
    for (const callback of this.#listeners.leave) callback();
    await settled();
  }

  #due(end: number): Timer | undefined {
    const [first] = [...this.#timers].sort((a, b) => a.due - b.due);
    return first && first.due <= end ? first : undefined;
  }
}

type Callback = () => void;

interface Timer {
  readonly due: number;
  readonly callback: Callback;
}

/** A store in memory; a broken one behaves like a blocked one. */
export class MemoryStore implements KeyValue {
  isBroken = false;
  readonly entries = new Map<string, string>();

  get(key: string): string | undefined {
    return this.isBroken ? undefined : this.entries.get(key);
  }

  set(key: string, value: string): boolean {
    if (!this.isBroken) this.entries.set(key, value);
    return !this.isBroken;
  }

  remove(key: string): void {
    if (!this.isBroken) this.entries.delete(key);
  }
}

/** An answer to give; `unreachable` is a network failure. A promise keeps the request in flight until it settles. */
export type MemoryAnswer = Partial<RawAnswer> | 'unreachable';

/** A collector in memory: it keeps what was posted, and gives the configured answers, or a bare 200. */
export class MemoryCollector {
  readonly requests: PostRequest[] = [];
  readonly #answers: (MemoryAnswer | Promise<MemoryAnswer>)[];

  constructor(...answers: (MemoryAnswer | Promise<MemoryAnswer>)[]) {
    this.#answers = answers;
  }

  readonly post: Post = async (request) => {
    this.requests.push(request);
    const answer = await (this.#answers.shift() ?? {});
    if (answer === 'unreachable') throw new TypeError('fetch failed');
    return { status: 200, retryAfter: null, body: undefined, ...answer };
  };

  /** The bodies posted so far, parsed. */
  bodies<T>(): T[] {
    return this.requests.map(({ body }) => JSON.parse(body) as T);
  }
}

/** Lets every promise that waits for nothing but other promises settle. */
export async function settled(): Promise<void> {
  await scheduler.yield();
}

function put<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => void set.delete(item);
}
