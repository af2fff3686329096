import type { RawAnswer } from './submission/answer.ts';

/** What the core and the controller need from the browser. Everything synchronous returns plain data. */
export interface Platform {
  /** Milliseconds since 1970. */
  now(): number;
  /** Facts of the page at this moment. */
  page(): PageFacts;
  /**
   * Reads one first-party cookie, percent-decoded. Writing is `Cookies`, which comes later.
   *
   * @param nth which of several of that name, from 1: of another domain or path each
   */
  cookie(name: string, nth?: number): string | undefined;
  /** The tab's store, and the browser's. */
  readonly session: KeyValue;
  readonly local: KeyValue;
  readonly address: Address;
  readonly schedule: Schedule;
  /** Tells listeners on `window`: a `CustomEvent` named `hello-again:<name>`. */
  announce(name: string, detail: unknown): void;
}

/** Facts of the page that a submission or a decision may depend on. */
export interface PageFacts {
  readonly url: string;
  readonly origin: string;
  readonly path: string;
  readonly referrer: string;
  /** BCP 47 tag of the page, or empty. */
  readonly language: string;
  /** BCP 47 tags of the visitor's languages, the most wanted first. */
  readonly languages: readonly string[];
  /** `window.HelloAgainOff` is set: QA wants no popup on this page. */
  readonly isOff: boolean;
  /**
   * The page may need what `setup/setup.ts` holds: the owner may be looking (`platform/isOwners.ts` says for sure), or the
   * browser does not tell when a router changes the address.
   */
  readonly needsSetup: boolean;
}

/** What a submission says of the visitor's browser. */
export interface VisitorFacts {
  /** The visitor's languages, preferred first. */
  readonly languages: readonly string[];
  /** IANA name, or empty. */
  readonly timeZone: string;
  /** Minutes that the visitor's clock is ahead of UTC. */
  readonly utcOffset: number;
  /** Global Privacy Control. */
  readonly gpc: boolean;
}

/** Writes first-party cookies. It may fail silently: then there is no memory. */
export interface Cookies {
  /** Writes on the widest domain that accepts it. Returns whether it can be read back. */
  set(name: string, value: string, days: number): boolean;
  remove(name: string): void;
}

/** A store that may be blocked, full or throwing: then it is empty and `set` answers false. */
export interface KeyValue {
  get(key: string): string | undefined;
  set(key: string, value: string): boolean;
  remove(key: string): void;
}

export interface Address {
  /**
   * The address as it was when the script started, undecoded, in page memory only; empty once it must identify nobody,
   * and another one after a router has navigated.
   */
  captured: string;
  /** Takes query parameters out of the address bar; other parameters, the hash and the history state stay. */
  strip(names: readonly string[]): void;
}

/** Sets something up and returns its undo. */
export type Undo = () => void;

export interface Schedule {
  /** Calls back once after so many milliseconds. */
  after(ms: number, callback: () => void): Undo;
  /** Calls back once the page is really shown (not while it is prerendered) and `<body>` exists. */
  whenActive(callback: () => void): Undo;
  /** Calls back each time the page comes back from the back/forward cache, or its router may have changed the address. */
  onReturn(callback: (isRewritten?: boolean) => void): Undo;
}

/** Calls back when the page is left, or put into the back/forward cache. */
export type OnLeave = (callback: () => void) => Undo;

/** Posts JSON. A network failure or a timeout rejects; every answer is an answer. */
export type Post = (request: PostRequest) => Promise<RawAnswer>;

export interface PostRequest {
  readonly url: string;
  readonly body: string;
  /** Lets the request outlive the page. Browsers allow 64 kB of such bodies in flight. */
  readonly keepalive?: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/** One request of whatever shape. */
export interface SendRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | URLSearchParams;
  /** `no-cors`: whatever comes back cannot be read. */
  readonly mode?: 'cors' | 'no-cors';
  readonly redirect?: 'error';
  readonly keepalive?: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/** What came back, as far as a page may read it. */
export interface SendAnswer {
  /** 0 for an answer that may not be read. */
  readonly status: number;
  header(name: string): string | null;
  readonly text: string;
  /** Parsed JSON, or undefined where the body is none. */
  readonly body: unknown;
}

/** What came of asking whether a collector answers. */
export type Ping =
  | { readonly kind: 'answered'; readonly status: number; readonly contentType: string }
  | { readonly kind: 'blocked' | 'refused' | 'unreachable' };
