import { normalize } from '../config/normalize.ts';
import type { SignupOptions } from '../config/options.ts';
import { load } from '../files/lazyFiles.ts';
import { createPlatform } from '../platform/browser.ts';
import type { Provider } from '../providers/provider.ts';
import { signedLink } from '../providers/signedLink.ts';
import type { TagSignup } from './api.ts';
import { createController } from './controller.ts';
import { createRuntime, type Runtime, type StorageConsent } from './page.ts';
import type { Shared } from './shared.ts';

/** What all signups of this copy share. Its insides are of this build alone: no other copy may reach into them. */
export interface Registry {
  readonly signups: Map<string, TagSignup>;
  runtime?: Runtime;
}

/**
 * What a copy of hello-again leaves on the page for other copies, script tag or module: they create their signups with
 * it.
 */
export interface PageOwner {
  /** Its major version. */
  readonly major: number;
  create(options: SignupOptions): TagSignup;
  /** Set by npm modules: their `create` makes handles, of which there may be several to one signup. */
  readonly makesHandles?: true;
  /** What npm modules know of the signups that they have made, whoever owns the page. */
  shared?: Map<string, Shared>;
}

const key = Symbol.for('hello-again');

export const registry: Registry = { signups: new Map() };

interface PageWindow {
  readonly Object: Partial<Pick<ObjectConstructor, 'hasOwn'>>;
  readonly HTMLDialogElement?: unknown;
}

/** Whether the browser has what came last of all that is needed: the README's baseline has it. */
export function isSupported(): boolean {
  const page: PageWindow = window;
  return !!(page.Object.hasOwn && page.HTMLDialogElement);
}

/** Whoever makes signups on this page: this copy, or the one that was here first. */
export function ownerOfPage(): PageOwner | undefined {
  return pageOwner({ major: __MAJOR__, create: (options) => composeSignup(registry, options) });
}

/** The copy that owns the page: the first one. Undefined where that is of another major version. */
export function pageOwner(own: PageOwner): PageOwner | undefined {
  const page = globalThis as { [key]?: PageOwner };
  page[key] ??= own;
  return page[key].major === __MAJOR__ ? page[key] : undefined;
}

/** Composes a signup on a page. */
export function composeSignup(registry: Registry, options: SignupOptions): TagSignup {
  const settings = normalize(options, location.hostname);
  const { signups } = registry;
  const existing = signups.get(settings.id);
  if (existing) {
    console.warn('hello-again: loaded twice');
    return existing;
  }
  if (!registry.runtime) {
    registry.runtime = createRuntime(createPlatform());
    registry.runtime.issuers.push(signedLink);
    // The permission to store belongs to the page: the first signup says it for all.
    const gates: Record<string, StorageConsent> = { allowed: 'open', banner: 'waiting' };
    registry.runtime.setStorageConsent(gates[settings.storage] ?? 'page');
  }
  const { runtime } = registry;
  // Shipped providers are named by a text, and fetched; a JSON block may hold anything.
  runtime.issuers.push(...(settings.identify as Provider[]).filter((i) => i?.issuer));
  runtime.clickDomains.push(...settings.clickDomains);
  const signup = createController(settings, options, runtime, load, () => {
    signups.delete(settings.id);
    if (signups.size > 0) return;
    runtime.delivery?.stop();
    delete registry.runtime;
  });
  signups.set(settings.id, signup);
  return signup;
}
