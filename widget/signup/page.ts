import type { Settings } from '../config/settings.ts';
import type { LookupAnswer } from '../core/ask/decide.ts';
import type { Subscribed } from '../core/ask/reasons.ts';
import type { Evidence } from '../core/identity/evidence.ts';
import { extract, type PageClaim } from '../core/identity/extract.ts';
import type { Issuer } from '../core/identity/issuer.ts';
import { type LinkFacts, readLink, readLinkHint } from '../core/identity/link.ts';
import { emptyMemory, type Memory } from '../core/memory/memory.ts';
import { readMemory } from '../core/memory/read.ts';
import type { Platform } from '../core/ports.ts';
import type { Delivery } from '../core/submission/delivery.ts';
import type { KeptVisit } from '../core/trigger/noteVisit.ts';
import type { Emitter } from './events.ts';

/**
 * The permission to store. `open`: granted, or none is needed. `waiting`: a banner has not been answered.
 * `page`: this page view only. `refused`: the visitor said no.
 */
export type StorageConsent = 'open' | 'waiting' | 'page' | 'refused';

/** A change of memory. */
export type MemoryChange = (memory: Memory) => Memory;

/** A signup as the page's one delivery sees it. */
export interface Sender {
  readonly settings: Settings;
  readonly events: Emitter;
  readonly missing: Set<string>;
  readonly runtime: Runtime;
  readonly isDestroyed?: boolean;
}

/** What changes of a page while it is open. Everybody reads it; only `amend` writes. */
export interface PageState {
  pageClaim?: PageClaim | undefined;
  pageSubscribed: Subscribed;
  lookup?: LookupAnswer | undefined;
  /** "Not you?" was clicked on this page, and the page has identified nobody since. */
  isRefusedHere?: boolean | undefined;
  /** The cookie cannot be written: what this page knows is all there is, and must not be read away. */
  isUnkept?: boolean;
  /** The signup whose popup is open. Never two at once. */
  openSignup?: string | undefined;
  delivery?: Delivery | undefined;
  /** The signups that are notified of the outcome of submissions. */
  senders?: ReadonlySet<Sender>;
  /** Identifiers that addresses of this page have carried, as `name=value`: a router may carry them from route to route. */
  metIdentifiers?: ReadonlySet<string>;
  /** What a collector could not link by and so asked for the email: the keys, and the submission that was answered so. */
  askedAgain?: { readonly id: string; readonly keys: readonly string[] };
  /** How this visit began, and the path that was counted last. */
  visit?: { readonly visit: KeptVisit; readonly path: string };
}

/** Passes on what is known of the visitor: adds what it reads itself, leaves out what does not count. */
export type Source = (found: Evidence[]) => Evidence[];

/** What all signups on a page share: identity, memory, outbox. Reading alone; `remember.ts` writes. */
export interface Runtime extends Readonly<PageState> {
  amend(change: Partial<PageState>): void;
  readonly platform: Platform;
  /** Names in cookie, browser storage and tab storage. */
  readonly keys: { readonly memory: string; readonly outbox: string; readonly qa: string };
  /** The issuers of all signups, and the owner's click domains. */
  readonly issuers: Issuer[];
  readonly clickDomains: string[];
  readonly storageConsent: StorageConsent;
  /** What was refused on this page, by key, and the fingerprints computed so far. */
  readonly refusedKeys: Set<string>;
  readonly fingerprints: Map<string, string>;
  /** Changes of memory made while storing was not allowed. */
  readonly pendingChanges: MemoryChange[];
  /** Where providers are named, `setup/setup.ts` adds one that reads what they need besides links and cookies. */
  readonly sources: Source[];
  /** Notes the visitor’s answer. Deleting what was stored is `memory/remember.ts`’s. */
  setStorageConsent(answer: StorageConsent): void;
  /** @param nth one of several cookies of the name, of another domain or path each: as it stands, changes of this page left out */
  memory(nth?: number): Memory;
  /** Puts another memory in place, for this page; answers whether it may be written. */
  setMemory(memory: Memory): boolean;
  /** Forgets what was read, so that the cookie is read again. */
  reread(): void;
  /** What can be known now. */
  evidence(): Evidence[];
  /** Whether an identifier was refused; `unchecked` while that cannot be said yet. */
  refusal(e: Evidence): 'refused' | 'unchecked' | undefined;
  /** What the link, now or when it was remembered, said of subscriptions. */
  linkHint(): { readonly subscribed: Subscribed; readonly byText: boolean | undefined };
  /** The link was followed from a mail after all. */
  ownLink(): void;
  /** The link has been answered by an acknowledged sign-up, or must not be used: it names nobody any more. */
  dropLink(): void;
}

/** Makes the shared state of one page. */
export function createRuntime(platform: Platform): Runtime {
  let memory: Memory | undefined;
  let isNewer = false;
  let link: LinkFacts | undefined;

  const linkFacts = (): LinkFacts | undefined => {
    if (runtime.storageConsent === 'waiting' || runtime.storageConsent === 'refused') return undefined;
    link ??= readLink(platform.address.captured, platform.page().referrer, runtime.clickDomains);
    return link;
  };

  const runtime: Runtime = {
    platform,
    keys: {
      memory: 'hello_again',
      outbox: 'hello_again_outbox',
      qa: 'hello_again_qa',
    },
    issuers: [],
    clickDomains: [],
    storageConsent: 'page',
    pageSubscribed: {},
    sources: [],
    refusedKeys: new Set(),
    fingerprints: new Map(),
    pendingChanges: [],

    amend: (change) => Object.assign(runtime, change),

    setStorageConsent(next) {
      // What was known before is not carried over: `remember.ts` writes what was held back, or deletes.
      memory = undefined;
      (runtime as { storageConsent: StorageConsent }).storageConsent = next;
      if (next === 'refused') runtime.dropLink();
    },

    memory(nth) {
      const read = () => readMemory(platform.cookie(runtime.keys.memory, nth), platform.now() / 1000);
      if (nth) return read().memory;
      if (runtime.storageConsent !== 'open') return memory ?? emptyMemory;
      if (!memory) ({ memory, isNewer } = read());
      return memory;
    },

    setMemory(next) {
      memory = next;
      return runtime.storageConsent === 'open' && !isNewer;
    },

    reread() {
      if (runtime.storageConsent === 'open' && !runtime.isUnkept) memory = undefined;
    },

    evidence() {
      let found = extract(
        {
          now: new Date(platform.now()).toISOString(),
          link: linkFacts(),
          page: runtime.pageClaim,
          ...(runtime.storageConsent === 'open' && { cookie: platform.cookie, memory: runtime.memory() }),
        },
        runtime.issuers,
      );
      // A loop: Prototype.js 1.6 has a `reduce` of its own, which reduces nothing.
      for (const source of runtime.sources) found = source(found);
      return found;
    },

    refusal({ key }) {
      if (runtime.refusedKeys.has(key)) return 'refused';
      const { refused } = runtime.memory().seen;
      const tag = runtime.fingerprints.get(key);
      if (refused.length === 0) return undefined;
      return tag ? (refused.includes(tag) ? 'refused' : undefined) : 'unchecked';
    },

    linkHint() {
      const facts = linkFacts();
      const here = facts && !facts.isShared ? readLinkHint(facts) : undefined;
      const seen = runtime.memory().seen.identifiers.at(-1);
      const said = here?.subscribed;
      return {
        subscribed: (said?.email || said?.sms ? said : seen?.has) ?? {},
        byText: here?.byText || seen?.byText,
      };
    },

    ownLink() {
      link = link && { ...link, isShared: false };
    },

    dropLink() {
      // An address that is gone carries nothing.
      link = undefined;
      platform.address.captured = '';
    },
  };
  return runtime;
}
