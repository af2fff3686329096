import type { Settings } from '../config/settings.ts';
import { askTable, decide as decideAsk, type Facts, needsOf } from '../core/ask/decide.ts';
import type { Decided } from '../core/ask/decided.ts';
import type { Decision } from '../core/ask/decision.ts';
import { isTargeted } from '../core/ask/facts.ts';
import { quietUntil } from '../core/ask/history.ts';
import type { Ask } from '../core/ask/reasons.ts';
import { homeCountry } from '../core/contact/country.ts';
import { homeFile } from '../core/contact/homeFile.ts';
import { filesFor } from '../core/files/filesFor.ts';
import type { Evidence } from '../core/identity/evidence.ts';
import { type Identity, resolve } from '../core/identity/resolve.ts';
import { emptyMemory } from '../core/memory/memory.ts';
import type { TagSignup } from './api.ts';
import { createEmitter } from './events.ts';
import type { Runtime } from './page.ts';
import type { LazyFiles, Load, SignupContext, Switch } from './session.ts';

const ownParameters = ['ha', 'ha_id', 'ha_has'];

/** A link that is neither a signed one nor a plain id: `core/identity/mendLink.ts` reads it as it was meant. */
const oddLink =
  /(amp(;|%3B)|[?;].*[?;]|%3F).*ha_id|ha_id=(?!(eyJ[\w-]+\.[\w-]+\.[\w-]{43,}|(?!eyJ|undefined|null)[\w-]+)([&#]|$))/i;

/** Runs the flow: facts → the core decides → effects. */
export function createController(
  given: Settings,
  options: unknown,
  runtime: Runtime,
  load: Load,
  onDestroy: () => void,
): TagSignup {
  const events = createEmitter(runtime.platform.announce);
  const { platform } = runtime;
  let settings = given;
  const { session, schedule, address } = platform;
  const ahead = (name: string) => load(name).catch(() => context.missing.add(name));
  const lazily = <Name extends keyof LazyFiles>(name: Name, use: (file: LazyFiles[Name]) => unknown) =>
    quietly(load(name), use);
  const undos: (() => void)[] = [];
  const ready = new Promise<Decision>((settle) => events.on('decide', settle));
  /** Really shown: a page that is prerendered decides, stores and sends nothing. */
  let isActive = false;
  /** What only some pages need, and the ask waits for: the identifiers of providers above all. */
  let setup: unknown;

  const context: SignupContext = {
    settings,
    amend: (change) => {
      ({ settings } = Object.assign(context, change));
    },
    options,
    runtime,
    events,
    missing: new Set(),
    fetchAhead: (ask: Ask) => filesFor(settings, ask, platform.page(), context.homeFile()).forEach(ahead),
    homeCountry: ({ country, region } = settings, languages = platform.page().languages) =>
      homeCountry(country, region, [platform.page().language, ...languages]),
    homeFile: () => homeFile(context.homeCountry()),
    resolve: (typed: readonly Evidence[]): Identity =>
      resolve([...typed, ...runtime.evidence()], {
        trust: settings.trust,
        linksBy: settings.collector.linksBy,
        refusal: runtime.refusal,
      }),
    undos,
    stripOwn: () => address.strip([...ownParameters, ...settings.emailParameters]),
    setConsent(answer) {
      const isGranted = answer === 'granted';
      const next = isGranted ? 'open' : answer === 'page' ? answer : 'refused';
      if (next === 'refused') {
        runtime.delivery?.withdraw();
        erase();
      }
      runtime.setStorageConsent(next);
      readSwitch();
      void ask();
      sendKept();
    },
    planPopup() {
      const now = platform.now();
      withPopup((m) => m.plan(context, now));
    },
    quiet: () => quietUntil(runtime.memory(), settings.frequency, platform.now() / 1000),
    askTable,
    needsOf,
    facts(): Facts {
      const identity = context.resolve([]);
      const now = platform.now() / 1000;
      const quiet = context.quiet();
      const hint = runtime.linkHint();
      const page = platform.page();
      const isForced = context.qa === 'force';
      // Without storage a dismissal cannot be remembered, so only the landing page may ask by itself.
      const isBeyondLanding = runtime.storageConsent !== 'open' && page.referrer.startsWith(`${page.origin}/`);
      return {
        identity,
        isMisconfigured: settings.isMisconfigured,
        isPaused:
          context.isPausedByHost || !!context.suppressedBy || context.qa === 'off' || page.isOff || quiet.paused > now,
        isTargeted: isForced || isTargeted(page.path, settings.target),
        isDismissed: !isForced && quiet.dismissed > now,
        isCapped: !isForced && (isBeyondLanding || quiet.capped > now),
        isRefused:
          (runtime.isRefusedHere && identity.certainty !== 'declared') ||
          (identity.evidence.length === 0 && identity.setAside.some((s) => s.why === 'refused')),
        store: settings,
        pageSubscribed: runtime.pageSubscribed,
        hintSubscribed: hint.subscribed,
        cameByText: hint.byText,
        remembered: runtime.memory().acknowledged.subscribed,
        // What waits in the outbox was given, whatever has become of it.
        isAskedLately:
          quiet.askedLately > now || (runtime.storageConsent === 'open' && !!platform.local.get(runtime.keys.outbox)),
        isSignedUpLately: !isForced && quiet.signedUp > now,
        hasSignedUp: !!quiet.signedUp,
        lookup: runtime.lookup,
      };
    },
    decide(isOpenedByHost = false): Decided {
      const facts = context.facts();
      return { ...decideAsk(facts, isOpenedByHost), identity: facts.identity };
    },
  };

  /** The popup, whose code and everything else that opening needs is fetched at once. */
  const withPopup = (use: (popup: LazyFiles['popup']) => unknown) => {
    context.fetchAhead(context.decide(true).ask);
    quietly(
      // A network that stumbles keeps no popup closed.
      load('popup').catch(() => new Promise<void>((again) => schedule.after(3000, again)).then(() => load('popup'))),
      use,
      failed,
    );
  };

  const publish = (): Decision => {
    const { ask, reason, identity } = context.decide();
    return { ask, reason, certainty: identity.certainty };
  };

  const readSwitch = () => {
    // Only `ha` is read whatever the visitor answered, because it is for QA and identifies nobody.
    context.amend({ qa: (/[?&]ha=(\w{3,5})\b/.exec(address.captured)?.[1] as Switch) ?? context.qa });
    if (runtime.storageConsent !== 'open') return;
    // `dry` is kept by `setup/setup.ts`, for the owner alone: a link must not make sign-ups vanish for as long as a tab lives.
    if (!context.qa) context.amend({ qa: session.get(runtime.keys.qa) as Switch });
    else if (context.qa !== 'dry') session.set(runtime.keys.qa, context.qa);
  };

  /** A stranger without a link has nothing to remember and nothing refused: no code is fetched for that. */
  const needsCatchingUp = () =>
    runtime.pendingChanges.length > 0 ||
    // Of several cookies of one name the newest counts, and the others go.
    (runtime.storageConsent === 'open' && platform.cookie(runtime.keys.memory, 2)) ||
    runtime.memory().seen.refused.length > 0 ||
    runtime.evidence().some((e) => settings.lookup || e.source === 'link');

  /** Decides the ask again, from everything that is known now, and plans the popup. */
  const ask = async (): Promise<void> => {
    if (!isActive || context.isDestroyed || runtime.storageConsent === 'waiting') return;
    await setup;
    // A lookup that fails or hangs changes nothing but the ask.
    if (needsCatchingUp()) {
      if (settings.lookup) ahead('lookUp');
      await lazily('memory', (m) => m.catchUp(context));
    }
    if (context.isDestroyed) return;
    const decision = publish();
    events.emit('decide', decision);
    if (decision.ask === 'nothing' || context.hasOpened || settings.trigger.manual) return;
    // The popup's code is fetched while it waits for its moment: opening must not wait for the network.
    context.planPopup();
  };

  const failed = () => {
    const code = 'popup-failed';
    context.amend({ failure: code });
    events.emit('error', { code });
  };
  /** Delivers what an earlier page left. */
  const sendKept = () => {
    if (isActive && runtime.storageConsent === 'open' && platform.local.get(runtime.keys.outbox)) {
      lazily('sending', (m) => m.sendKept(context));
    }
  };

  const erase = () => {
    if (runtime.storageConsent === 'open') lazily('memory', (m) => m.erase(runtime));
  };

  const loadSetup = (isRewritten?: boolean) => {
    setup = lazily('setup', (m) => m.start(context, isRewritten));
  };

  context.stripOwn();
  undos.push(
    schedule.whenActive(() => {
      isActive = true;
      readSwitch();
      if (
        context.qa === 'check' ||
        settings.isMisconfigured ||
        settings.identify[0] ||
        settings.to ||
        settings.smsCountries ||
        settings.teaser ||
        settings.into ||
        settings.config ||
        oddLink.test(address.captured) ||
        // More than its delay and `manual`.
        Object.keys(settings.trigger)[2] ||
        runtime.storageConsent === 'waiting' ||
        platform.page().needsSetup
      ) {
        loadSetup();
      }
      void ask();
      sendKept();
    }),
    schedule.onReturn(async (isRewritten) => {
      runtime.reread();
      loadSetup(isRewritten);
      // The same page, and nobody new is named: nothing is to be decided or waited for anew.
      if (!isRewritten || (await setup)) void ask();
    }),
    () => context.popup?.close('destroy'),
  );

  return {
    ready,
    decide: publish,
    identify(person) {
      runtime.amend({
        pageClaim: person ?? undefined,
        pageSubscribed: person?.subscribed ?? {},
        lookup: undefined,
      });
      // Somebody who is named settles it, and what names nobody does not.
      if (context.resolve([]).certainty === 'declared') runtime.amend({ isRefusedHere: false });
      void ask();
    },
    setConsent(answer) {
      const [said, isYes] =
        (/string|boolean/.test(typeof answer) &&
          /^(?:(granted|accepted|yes|true)|denied|rejected|no|false)$/i.exec(`${answer}`)) ||
        [];
      if (said && !(isYes && settings.storage === 'none')) context.setConsent(isYes ? 'granted' : 'denied');
      else lazily('setup', (m) => m.ignoreConsent(answer, said));
    },
    open: () => withPopup((m) => m.show(context, true)),
    close: () => context.popup?.close('api'),
    forget() {
      runtime.dropLink();
      runtime.amend({ lookup: undefined });
      runtime.pendingChanges.length = 0;
      runtime.setMemory(emptyMemory);
      erase();
      events.emit('forget', {});
      void ask();
    },
    pause() {
      context.amend({ isPausedByHost: true });
      void ask();
    },
    resume() {
      context.amend({ isPausedByHost: false });
      void ask();
    },
    explain: (isPrinted) => load('explain').then((m) => m.explain(context, isPrinted)),
    watchCheckout(fields) {
      // It follows a number from the first moment, and has no time to fetch anything when the host's form is submitted.
      context.fetchAhead('consent');
      ahead('sending');
      const started = load('checkout').then((m) => m.watchCheckout(context, fields));
      started.catch(failed);
      const stop = () => void quietly(started, (watch) => watch());
      stop.commit = () => void quietly(started, (watch) => watch.commit());
      undos.push(stop);
      return stop;
    },
    on: events.on,
    destroy() {
      context.amend({ isDestroyed: true });
      for (const undo of undos.splice(0)) undo();
      events.clear();
      onDestroy();
    },
  };
}

/** Uses what is loaded. What may fail without harm is met again, and reported, where it is really needed. */
export function quietly<T>(loading: Promise<T>, use: (loaded: T) => unknown, onFailure = () => {}): Promise<unknown> {
  return loading.then(use).catch(onFailure);
}
