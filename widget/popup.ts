import type { Settings } from './config/settings.ts';
import type { CheckoutTools, SignupContext } from './context.ts';
import { homeCountry } from './core/contact/country.ts';
import { remembersAlreadySignedUp, remembersDismissal, remembersShown } from './core/memory/visits.ts';
import type { CloseReason } from './events.ts';
import { failed } from './failed.ts';
import { lookOf } from './lookOf.ts';
import { openPopup } from './openPopup.ts';
import type { PlanTools } from './planTools.ts';
import type { MemoryChange } from './runtime.ts';
import { createHost } from './ui/host.ts';
import { senderLine } from './ui/legalText.tsx';
import { mountConsentLine } from './ui/mountConsentLine.tsx';
import type { Words } from './words.ts';
import { wordsFor } from './wordsFor.ts';

/** What the checkout line shares with the popup. */
export const checkoutTools: CheckoutTools = { homeCountry, mountConsentLine, wordsFor };

export { createHost };

/** What `?ha_preview=` asks for; only reviewers and QA load it. */
export async function preview(context: SignupContext, asked: string): Promise<void> {
  const { showPreview } = await import('./preview.ts');
  await showPreview(context, asked);
}

/** Plans when it opens, and fetches meanwhile what opening needs besides this file. `decidedAt` in milliseconds since 1970. */
export function plan(context: SignupContext, decidedAt: number): void {
  wordsOf(context).catch(() => {});
  void others(context);
  const tools: PlanTools = {
    decidedAt,
    open: (isByVisitor) => void show(context, isByVisitor).catch(() => failed(context)),
    words: () => wordsOf(context),
    createHost,
  };
  void measured(context);
  void import('./plan.ts').then((m) => m.plan(context, tools)).catch(() => failed(context));
}

function wordsOf({ settings, runtime }: SignupContext): Promise<Words> {
  return wordsFor(settings, runtime.platform.page().language, navigator.languages);
}

/** The settings as the visitor's share of the variants has them. */
async function varied(context: SignupContext): Promise<Settings> {
  const { settings } = context;
  if (!settings.variants) return settings;
  try {
    const { chooseVariant } = await import('./chooseVariant.ts');
    return { ...settings, ...(await chooseVariant(context))?.overrides } as Settings;
  } catch {
    return settings;
  }
}

/** From now on events say what was asked and why. */
async function measured(context: SignupContext): Promise<void> {
  await import('./measure.ts').then((m) => m.measure(context)).catch(() => {});
}

/** What minds the page's other popups. Without its code the popup opens as if there were none. */
async function others(context: SignupContext): Promise<typeof import('./otherPopups.ts') | undefined> {
  try {
    const found = await import('./otherPopups.ts');
    found.hearAnswers(context);
    return found;
  } catch {
    return undefined;
  }
}

/** Signups that stand open, or are about to. */
const opening = new WeakSet<SignupContext>();

/** Opens the popup, if there still is something to ask once its code has arrived. */
export async function show(context: SignupContext, isOpenedByHost: boolean): Promise<void> {
  const { settings, runtime, events, load } = context;
  // A part of the page stands in nobody's way, and nothing in its.
  const isInline = settings.layout === 'inline';
  if (context.isDestroyed || opening.has(context) || (!isInline && runtime.openSignup !== undefined)) return;
  // Taken before anything is waited for: never two popups at once.
  opening.add(context);
  if (!isInline) runtime.openSignup = settings.id;
  const free = () => {
    opening.delete(context);
    if (runtime.openSignup === settings.id) runtime.openSignup = undefined;
  };
  const seconds = () => Math.floor(runtime.platform.now() / 1000);
  // What remembers is fetched once the popup stands: opening does not wait for it.
  const note = (change: MemoryChange) => {
    context.noted = Promise.resolve(context.noted)
      .then(load.remember)
      .then((m) => m.remember(runtime, change))
      .catch(() => {});
  };
  try {
    const spoken = wordsOf(context);
    const [words, minding, look] = await Promise.all([
      spoken,
      others(context),
      varied(context).then((own) => lookOf(own, spoken)),
      measured(context),
    ]);
    // Another tab may have signed up, or been told to leave the visitor alone.
    runtime.reread();
    // What the past keeps closed is what opens by itself.
    const decision = context.decide(isOpenedByHost || isInline);
    // The law of Canada asks for the sender; the entry script only looks whether there is one.
    const lacksSender = settings.region === 'ca' && !senderLine(settings.sender);
    const lacksLinks = ![settings.terms, settings.privacy].every(isWebAddress);
    const isBarred = lacksSender || lacksLinks || decision.reason === 'paused' || decision.reason === 'misconfigured';
    if (context.isDestroyed || !look || isBarred || (decision.ask === 'nothing' && !isOpenedByHost)) return free();
    const openAgain = () => show(context, false).catch(() => failed(context));
    context.isWaitingForOthers = !isOpenedByHost && !isInline && minding?.waitsForOthers(context, openAgain) === true;
    if (context.isWaitingForOthers) return free();
    if (settings.alsoIdentify) void import('./alsoIdentify.ts').then((m) => m.alsoIdentify(context)).catch(() => {});
    const onClose = (reason: CloseReason, isUnanswered: boolean) => {
      context.popup = undefined;
      free();
      // Whoever has answered, and closes what came of it, has dismissed nothing.
      if (isUnanswered && /^(close|escape|backdrop)$/.test(reason)) note((m) => remembersDismissal(m, seconds()));
      events.emit('close', { reason });
    };
    context.hasOpened = true;
    context.failure = undefined;
    context.popup = openPopup(context, {
      decision,
      isOpenedByHost,
      look,
      onAlreadySignedUp: () => note((m) => remembersAlreadySignedUp(m, seconds())),
      onClose,
      words,
    });
    const quiet = settings.frequency.quietDays * 86_400;
    if (!isOpenedByHost && !isInline) note((m) => remembersShown(m, seconds(), quiet));
    events.emit('open', { ask: decision.ask, reason: decision.reason, isOpenedByHost });
  } catch (error) {
    free();
    throw error;
  }
}

/** The wording links to it: an http(s) address or a path, and nothing that runs. */
function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text, 'https://site.example').protocol);
  } catch {
    return false;
  }
}
