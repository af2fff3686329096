import { createHash } from 'node:crypto';
import { decide, type Facts, type LookupAnswer } from '../../widget/core/ask/decide.ts';
import { quietUntil } from '../../widget/core/ask/history.ts';
import type { Evidence } from '../../widget/core/identity/evidence.ts';
import { extract } from '../../widget/core/identity/extract.ts';
import { type Issuer, keyOf } from '../../widget/core/identity/issuer.ts';
import { type LinkFacts, readLink, readLinkHint } from '../../widget/core/identity/link.ts';
import { type Identity, resolve } from '../../widget/core/identity/resolve.ts';
import { markShared, sharedMark, sharersIn } from '../../widget/core/identity/shared.ts';
import { remembersRefusal, remembersSeen } from '../../widget/core/memory/changes.ts';
import type { Memory } from '../../widget/core/memory/memory.ts';
import { readMemory } from '../../widget/core/memory/read.ts';
import { writeMemory } from '../../widget/core/memory/write.ts';
import { signedLink } from '../../widget/providers/signedLink.ts';
import type { Order, Visit } from './days.ts';
import { frequency } from './plain.ts';
import { platformCookie, type World } from './world.ts';

const memoryCookie = 'hello_again';
const decodeToken = (value: string) => [{ field: 'profile' as const, value, strength: 'token' as const }];

/** The platform's own link parameter and cookie, which the owner has named to the widget. */
const platformIssuer: Issuer = {
  issuer: 'platform',
  parameters: [{ name: platformCookie, decode: decodeToken }],
  cookies: [{ name: platformCookie, decode: decodeToken }],
  isStable: true,
  ...(signedLink.keyOf ? { keyOf: signedLink.keyOf } : {}),
};
const issuers: readonly Issuer[] = [signedLink, platformIssuer];
const linksBy = ['own', 'platform', 'email', 'phone'];

const tags = new Map<string, string>();
/** As `tagOf` in `widget/memory/remember.ts`, without a promise. */
export function tagOf(text: string): string {
  const tag = tags.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 6);
  tags.set(text, tag);
  return tag;
}

export const keyOfIdentifier = (i: { readonly issuer: string; readonly value: string }): string =>
  keyOf(
    issuers.find(({ issuer }) => issuer === i.issuer),
    i.value,
  );

/** What `widget/signup/page.ts` and `widget/signup/controller.ts` hold for one page view, around the same core. */
export class Browser {
  memory: Memory;
  lookup: LookupAnswer | undefined;
  #link: LinkFacts | undefined;
  readonly #refused = new Set<string>();

  constructor(
    readonly world: World,
    readonly at: Visit | Order,
    url: string,
  ) {
    this.#link = readLink(url, at.kind === 'visit' ? at.referrer : '', []);
    this.memory = readMemory(world.cookie(at.device, memoryCookie), world.now).memory;
    this.#settle();
  }

  remember(change: (memory: Memory) => Memory): void {
    this.memory = change(this.memory);
    this.world.setCookie(this.at, memoryCookie, writeMemory(this.memory));
  }

  evidence(): Evidence[] {
    const found = extract(
      {
        now: new Date(this.world.now * 1000).toISOString(),
        link: this.#link,
        cookie: (name) => this.world.cookie(this.at.device, name),
        memory: this.memory,
      },
      issuers,
    );
    return markShared(found, this.memory.seen.refused, { get: tagOf });
  }

  identity(typed: readonly Evidence[] = []): Identity {
    return resolve([...typed, ...this.evidence()], { trust: [], linksBy, refusal: (e) => this.#refusal(e) });
  }

  decide() {
    const identity = this.identity();
    return { ...decide(this.#facts(identity)), identity };
  }

  /** "Not you?", or the collector's 409. */
  refuse(identifiers: readonly { readonly issuer: string; readonly value: string }[], isByVisitor: boolean): void {
    const keys = new Set(identifiers.map(keyOfIdentifier));
    for (const key of keys) this.#refused.add(key);
    this.#isRefusedHere ||= isByVisitor;
    this.lookup = undefined;
    this.remember((m) => remembersRefusal(m, [...keys].map(tagOf), (i) => keys.has(keyOfIdentifier(i))));
  }

  #isRefusedHere = false;

  #refusal({ key }: Evidence): 'refused' | undefined {
    const { refused } = this.memory.seen;
    return this.#refused.has(key) || (refused.length > 0 && refused.includes(tagOf(key))) ? 'refused' : undefined;
  }

  #hint() {
    const here = this.#link && !this.#link.isShared ? readLinkHint(this.#link) : undefined;
    const seen = this.memory.seen.identifiers.at(-1);
    const said = here?.subscribed;
    return {
      subscribed: (said?.email || said?.sms ? said : seen?.has) ?? {},
      byText: !!(here?.byText || seen?.byText),
    };
  }

  /** What the link carried is remembered as seen. */
  #settle(): void {
    const { subscribed, byText } = this.#hint();
    const { seen, acknowledged } = this.memory;
    const remembered = [...seen.identifiers, ...acknowledged.identifiers];
    for (const { key } of sharersIn(this.evidence(), remembered, issuers, keyOfIdentifier)) {
      const tag = sharedMark(tagOf(key));
      if (!seen.refused.includes(tag)) this.remember((m) => remembersRefusal(m, [tag], () => false));
    }
    for (const { field, issuer, value, strength, ...e } of this.evidence()) {
      if (e.source !== 'link' || e.isShared || this.#refusal({ field, issuer, value, strength, ...e })) continue;
      const has = subscribed.email || subscribed.sms ? subscribed : undefined;
      const seen = { field, issuer, value, strength, at: this.world.now, has, byText: byText || undefined };
      this.remember((m) => remembersSeen(m, seen));
    }
  }

  #facts(identity: Identity): Facts {
    const { acknowledged } = this.memory;
    const { now } = this.world;
    const quiet = quietUntil(this.memory, frequency, this.world.now);
    const hint = this.#hint();
    return {
      identity,
      isMisconfigured: false,
      isPaused: quiet.paused > now,
      isTargeted: true,
      isDismissed: quiet.dismissed > now,
      isCapped: quiet.capped > now,
      isRefused:
        (this.#isRefusedHere && identity.certainty !== 'declared') ||
        (identity.evidence.length === 0 && identity.setAside.some((s) => s.why === 'refused')),
      store: { collect: 'both', ask: 'when-needed', allowPhoneOnly: false },
      pageSubscribed: {},
      hintSubscribed: hint.subscribed,
      cameByText: hint.byText,
      remembered: acknowledged.subscribed,
      isAskedLately: quiet.askedLately > now,
      isSignedUpLately: quiet.signedUp > now,
      hasSignedUp: acknowledged.signedUpAt !== undefined,
      lookup: this.lookup,
    };
  }
}
