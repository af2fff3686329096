import { sharedMark, sharersIn } from '../core/identity/shared.ts';
import { remembersRefusal, remembersSeen } from '../core/memory/changes.ts';
import { cookieText } from '../core/memory/cookieText.ts';
import type { Memory } from '../core/memory/memory.ts';
import { writeMemory } from '../core/memory/write.ts';
import type { Cookies } from '../core/ports.ts';
import { createCookies } from '../platform/cookies.ts';
import { sha256 } from '../platform/sha256.ts';
import type { MemoryChange, Runtime } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';
import { lookupKey, visitKey } from '../signup/storageKeys.ts';

/** Days that the memory cookie lasts. */
const memoryDays = 365;

let opened: Cookies | undefined;
const cookies = ({ platform }: Runtime) => (opened ??= createCookies(platform.cookie, cookieText));

/** Changes memory. While storing is not allowed it changes for this page alone, and is written once it is. */
export function remember(runtime: Runtime, change: MemoryChange): void {
  const isOpen = runtime.storageConsent === 'open';
  // Another tab may have written since this page read.
  if (isOpen) runtime.reread();
  else runtime.pendingChanges.push(change);
  const memory = change(runtime.memory());
  const isKept =
    runtime.setMemory(memory) && cookies(runtime).set(runtime.keys.memory, writeMemory(memory), memoryDays);
  // Cookies are blocked, or a newer version's.
  if (isOpen && !isKept) runtime.amend({ isUnkept: true });
}

/** A page that only readers of a mail come from has not made its link public. */
async function acceptMailLink(runtime: Runtime): Promise<void> {
  if (!runtime.evidence().some((e) => e.isShared)) return;
  try {
    const { hostname } = new URL(runtime.platform.page().referrer);
    const { isMailReader } = await import('../core/identity/isMailReader.ts');
    if (isMailReader(hostname)) runtime.ownLink();
  } catch {
    // Without its code, or a referrer, the link counts as found anywhere: more is asked, and nobody is mistaken.
  }
}

/** Computes the tags that refusals are recognised by, writes what was held back, and remembers what the link carried. */
export async function settle(runtime: Runtime): Promise<void> {
  await acceptMailLink(runtime);
  if (runtime.storageConsent === 'open') {
    await mergeCopies(runtime);
    for (const change of runtime.pendingChanges.splice(0)) remember(runtime, change);
  }
  const open = runtime.evidence().filter((e) => e.source !== 'page');
  const { seen, acknowledged } = runtime.memory();
  const remembered = [...seen.identifiers, ...acknowledged.identifiers];
  const sharers = sharersIn(open, remembered, runtime.issuers, (i) => keyOf(runtime, i));
  if (seen.refused.length + sharers.length > 0) {
    await Promise.all(open.map((e) => fingerprintOf(runtime, e.key)));
  }
  if (runtime.storageConsent !== 'open') return;
  for (const { key } of sharers) {
    const tag = sharedMark(await fingerprintOf(runtime, key));
    remember(runtime, (m) => (m.seen.refused.includes(tag) ? m : remembersRefusal(m, [tag], () => false)));
  }
  const { subscribed, byText } = runtime.linkHint();
  const at = Math.floor(runtime.platform.now() / 1000);
  for (const e of open) {
    // A public link identifies the person who shared it, and an email in clear is not kept.
    if (e.source !== 'link' || e.isShared || e.field !== 'profile' || runtime.refusal(e)) continue;
    const { field, issuer, value, strength } = e;
    const has = subscribed.email || subscribed.sms ? subscribed : undefined;
    remember(runtime, (m) =>
      remembersSeen(m, { field, issuer, value, strength, at, has, byText: byText || undefined }),
    );
  }
}

/** A cookie may lie there more than once, for a host and for its domain, or an old path: what each holds becomes one. */
async function mergeCopies(runtime: Runtime): Promise<void> {
  const { platform, keys } = runtime;
  if (!platform.cookie(keys.memory, 2)) return;
  try {
    const { newestOf } = await import('../core/memory/newestOf.ts');
    const copies: Memory[] = [];
    for (let nth = 1; nth < 10 && platform.cookie(keys.memory, nth); nth += 1) copies.push(runtime.memory(nth));
    remember(runtime, () => newestOf(copies));
  } catch {
    // Without its code the first one counts, as to the browser.
  }
}

/** Settles memory, and asks the owner's lookup where something would be asked of somebody known. */
export async function catchUp(context: SignupContext): Promise<void> {
  const { runtime, settings } = context;
  await settle(runtime);
  const { ask, identity } = context.decide();
  if (!settings.lookup || runtime.lookup || ask === 'nothing' || identity.evidence.length === 0) return;
  await import('./lookUp.ts').then((m) => m.lookUp(context));
}

/** Refuses identifiers, now and on later pages: their values are deleted, their fingerprints kept. */
export async function refuse(
  runtime: Runtime,
  identifiers: readonly { readonly issuer: string; readonly value: string }[],
): Promise<void> {
  const keys = new Set(identifiers.map((i) => keyOf(runtime, i)));
  for (const key of keys) runtime.refusedKeys.add(key);
  runtime.amend({ lookup: undefined });
  const tags = await Promise.all([...keys].map((key) => fingerprintOf(runtime, key)));
  remember(runtime, (m) => remembersRefusal(m, tags, (i) => keys.has(keyOf(runtime, i))));
}

/** The first 24 bits of a SHA-256: enough to know the same text again, too short to name anybody. */
export async function fingerprintOf({ fingerprints }: Runtime, text: string): Promise<string> {
  const tag = fingerprints.get(text) ?? (await sha256(text)).slice(0, 6);
  fingerprints.set(text, tag);
  return tag;
}

/**
 * The tag that an email's owner is known again by. Capitals do not make two people, whatever a server could do (RFC 5321 §2.4);
 * what is sent stays as it was typed.
 */
export function personTag(runtime: Runtime, email: string): Promise<string> {
  return fingerprintOf(runtime, email.toLowerCase());
}

/** Whether a remembered tag is this email's. Tags written before capitals were folded are of the email as it was typed. */
export async function isTagOf(runtime: Runtime, tag: string, email: string): Promise<boolean> {
  return tag === (await personTag(runtime, email)) || tag === (await fingerprintOf(runtime, email));
}

/** Deletes everything that this site's browser storage holds of ours. Called only where it may hold anything. */
export function erase(runtime: Runtime): void {
  const { keys, platform } = runtime;
  cookies(runtime).remove(keys.memory);
  platform.local.remove(keys.outbox);
  platform.local.remove(`${keys.outbox}_lease`);
  platform.session.remove(keys.qa);
  platform.session.remove(lookupKey);
  platform.session.remove(visitKey);
}

/**
 * The part of an identifier that stays the same when its issuer issues a new one; `core/identity/issuer.ts` is the
 * entry's.
 */
export function keyOf(
  { issuers }: Runtime,
  { issuer, value }: { readonly issuer: string; readonly value: string },
): string {
  try {
    return issuers.find((i) => i.issuer === issuer)?.keyOf?.(value) ?? value;
  } catch {
    return value;
  }
}
