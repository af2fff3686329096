import { mendLink } from '../core/identity/mendLink.ts';
import { markShared } from '../core/identity/shared.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { isOwners } from '../platform/isOwners.ts';
import { loadedAt } from '../platform/loadedAt.ts';
import { readPageValue } from '../platform/readPageValue.ts';
import { tellRoutes } from '../platform/tellRoutes.ts';
import { warn } from '../platform/warn.ts';
import { pageEvidence } from '../providers/pageEvidence.ts';
import type { Provider } from '../providers/provider.ts';
import type { Runtime, Source } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';
import { readSetupOptions, type SetupOptions } from './readSetupOptions.ts';
import { namesIn, route } from './route.ts';

/**
 * What only some pages need: the owner's notice, the readers of consent platforms, the identifiers of providers, and
 * what to do when the page's router has moved on, or the page was restored.
 *
 * @param isRewritten the address is another one, and the page the same
 * @returns whether the ask has to be taken anew
 */
export async function start(context: SignupContext, isRewritten = false): Promise<boolean> {
  const options = readSetupOptions(context.settings);
  if (context.isSetUp) {
    const isNews = route(context, options, isRewritten);
    await noteVisit(context, options);
    return isNews;
  }
  context.amend({ isSetUp: true });
  if (await previews(context)) return true;
  context.undos.push(tellRoutes());
  const { config } = options;
  // Who is asked does not wait for it: it may not say that.
  if (config) {
    const looks = fetchFile(context, 'hostedLooks', () => import('./hostedLooks.ts'));
    context.amend({ looks: looks.then((m) => m.hostedLooks(context, config)).catch(() => {}) });
  }
  if (options.adapter || options.smsCountries.length > 0) {
    await fetchFile(context, 'adapterSettings', () => import('./adapterSettings.ts'))
      .then(async (m) => context.amend(await m.adapterSettings(context, options)))
      .catch(() => {});
  }
  const isForOwner = context.qa === 'check' || isOwners();
  if (isForOwner && context.qa === 'dry' && context.runtime.storageConsent === 'open') {
    context.runtime.platform.session.set(context.runtime.keys.qa, context.qa);
  }
  if (isForOwner || context.settings.isMisconfigured) {
    void fetchFile(context, 'notice', () => import('../explain/notice.ts'))
      .then((m) => m.notice(context, isForOwner))
      .catch(() => {});
  }
  if (context.runtime.storageConsent === 'waiting') {
    void fetchFile(context, 'watchStorageConsent', () => import('./watchStorageConsent.ts'))
      .then((m) => m.watchStorageConsent(context))
      .catch(() => {});
  }
  await noteVisit(context, options);
  if (options.once === 'visit') {
    context.undos.push(
      context.events.on('open', ({ isOpenedByHost }) => {
        if (isOpenedByHost) return;
        void fetchFile(context, 'triggers', () => import('../popup/triggers.ts'))
          .then((m) => m.noteOpened(context))
          .catch(() => {});
      }),
    );
  }
  planFurther(context, options);
  await identifyBy(context);
  mendLanding(context);
  // The first call may come from a router as well; the address of the landing says nothing new.
  return route(context, options, isRewritten);
}

/** Tells the owner why an answer to `setConsent()` changes nothing: it is none, or `said` and nothing is ever stored. */
export function ignoreConsent(answer: unknown, said: string | undefined): void {
  // Whatever was passed by mistake may be personal.
  const shown = said ?? (/^[\w-]{1,12}$/.test(String(answer)) ? String(answer) : `a value of type ${typeof answer}`);
  const why = said
    ? "with storage: 'none' nothing is ever stored. Say storage: 'banner' to let a banner decide"
    : "it takes true, 'granted', 'accepted' or 'yes', and false, 'denied', 'rejected' or 'no'";
  warn(`hello-again: setConsent(${shown}) changes nothing: ${why}.`);
}

/** How the visit began is part of the trigger's conditions, where there are any; without its code this page is all there is. */
async function noteVisit(context: SignupContext, { hasConditions }: SetupOptions): Promise<void> {
  if (hasConditions) {
    await fetchFile(context, 'triggers', () => import('../popup/triggers.ts'))
      .then((m) => m.noteVisit(context))
      .catch(() => {});
  }
}

/**
 * Where nothing opens by itself, the visitor may still ask for it by a click on the owner's element or on the teaser;
 * and an inline form is shown whatever memory says.
 */
function planFurther(context: SignupContext, { opensOnPress, isInline, hasTeaser }: SetupOptions): void {
  const { settings, events, undos } = context;
  const { manual } = settings.trigger;
  if (!opensOnPress && !hasTeaser && !isInline) return;
  const planNow = () => context.planPopup();
  undos.push(
    events.on('decide', ({ ask, reason }) => {
      const isEntrys = ask !== 'nothing' && !context.hasOpened && !manual;
      if (isEntrys) return;
      if (opensOnPress || isInline || context.hasOpened || reason === 'dismissed') planNow();
    }),
    // Opened by the host: what a dismissal leaves behind was not planned.
    events.on('open', () => manual && planNow()),
  );
}

/**
 * `?ha_preview=STATE`: shows one state of the popup, and nothing else happens on such a page. Returns whether it does.
 */
async function previews(context: SignupContext): Promise<boolean> {
  const { runtime } = context;
  const asked = new URLSearchParams(runtime.platform.address.captured.split('?')[1]?.split('#')[0]).get('ha_preview');
  if (asked === null) return false;
  context.amend({ qa: 'off' });
  runtime.setStorageConsent('refused');
  await import('../popup/preview.ts').then((m) => m.showPreview(context, asked));
  return true;
}

/** Adds the providers that are named to the page's issuers, and what all of them need besides links and cookies. */
async function identifyBy(context: SignupContext): Promise<void> {
  const { settings, runtime, events, undos } = context;
  const { identify } = settings;
  const names = identify.filter((i) => typeof i === 'string');
  const providers = identify.filter((i): i is Provider => !!(i as Provider | null)?.issuer);
  if (names.length > 0) {
    const { shippedProvider } = await fetchFile(
      context,
      'providers-shippedProvider',
      () => import('../providers/shippedProvider.ts'),
    );
    for (const name of names) {
      const provider = shippedProvider(name);
      // Another signup of the page may have named it already; `config/check.ts` reports an unknown name.
      if (!provider || runtime.issuers.some((i) => i.issuer === provider.issuer)) continue;
      runtime.issuers.push(provider);
      providers.push(provider);
    }
  }
  if (providers.length === 0) return;
  // A signup that was made anew has named its issuers anew; the newest word counts.
  const { issuers } = runtime;
  issuers.splice(0, issuers.length, ...new Map(issuers.map((own) => [own.issuer, own])).values());
  undos.push(readFurther(runtime, providers));
  const tidy = () => tidyAddress(runtime, providers);
  // The provider's own script stores its parameter some time later: no clock is kept for it, it is seen at the next event.
  undos.push(...(['decide', 'open', 'close', 'submit'] as const).map((name) => events.on(name, tidy)));
}

/** Adds what the page's own scripts say to the page's evidence, and leaves out the providers that the visitor opted out of. */
function readFurther(runtime: Runtime, providers: readonly Provider[]): () => void {
  const isOptedOut = ({ optOut }: Provider) =>
    runtime.storageConsent === 'open' && !!optOut && runtime.platform.cookie(optOut.cookie) === optOut.value;
  const source: Source = (found) => {
    const out = providers.filter(isOptedOut).map((p) => p.issuer);
    // A second copy of the widget on the page may have read the same.
    const unread = providers.filter((p) => !found.some((e) => e.claim === `page:${p.issuer}`));
    const said = pageEvidence(unread, { read: readPageValue, loadedAt: loadedAt() });
    const believed = [...found, ...said].filter((e) => !out.includes(e.issuer));
    return markShared(believed, runtime.memory().seen.refused, runtime.fingerprints);
  };
  runtime.sources.push(source);
  return () => void runtime.sources.splice(runtime.sources.indexOf(source), 1);
}

/** Reads the address of the landing as it was meant. */
function mendLanding({ runtime, settings }: SignupContext): void {
  const { address } = runtime.platform;
  const names = namesIn(runtime, settings);
  const mended = mendLink(address.captured, names);
  if (mended === address.captured) return;
  runtime.dropLink();
  address.captured = mended;
}

/** Takes a provider's parameters out of the address bar once its own cookie names the same, so that a copied address names nobody. */
function tidyAddress(runtime: Runtime, providers: readonly Provider[]): void {
  const evidence = runtime.evidence();
  for (const { issuer, parameters = [], isTakenFromAddress } of providers) {
    const isStored = evidence.some(
      (e) =>
        e.issuer === issuer &&
        e.source === 'link' &&
        evidence.some((c) => c.claim === `cookie:${issuer}` && c.field === e.field && c.value === e.value),
    );
    if (isTakenFromAddress && isStored) runtime.platform.address.strip(parameters.map((p) => p.name));
  }
}
