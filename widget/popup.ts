import type { CheckoutTools, Decided, PopupHandle, SignupContext } from './context.ts';
import { homeCountry } from './core/contact/country.ts';
import { maskEmail } from './core/contact/mask.ts';
import type { PhoneRules } from './core/contact/phone.ts';
import { type FlowEvent, reduce } from './core/flow/reducer.ts';
import { type FlowState, type Named, openingState } from './core/flow/state.ts';
import { pageValue } from './core/identity/pageValue.ts';
import { remembersDismissal, remembersShown } from './core/memory/visits.ts';
import type { CloseReason } from './events.ts';
import type { MemoryChange } from './runtime.ts';
import { createHost } from './ui/host.ts';
import { legalTextFor, senderLine } from './ui/legalText.tsx';
import { mountConsentLine } from './ui/mountConsentLine.tsx';
import { mountPopup, type PopupView } from './ui/mountPopup.tsx';
import type { Words } from './words.ts';

/** What the checkout line shares with the popup. */
export const checkoutTools: CheckoutTools = { homeCountry, mountConsentLine };

export { createHost };

export function prefetch(context: SignupContext): void {
  const { settings, runtime, load } = context;
  load.words(settings.locale ?? runtime.platform.page().language).catch(() => {});
  void others(context);
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

/** Opens the popup, if there still is something to ask once its code has arrived. */
export async function show(context: SignupContext, isOpenedByHost: boolean): Promise<void> {
  const { settings, runtime, events, load } = context;
  if (context.isDestroyed || runtime.openSignup !== undefined) return;
  // Taken before anything is waited for: never two popups at once.
  runtime.openSignup = settings.id;
  const seconds = () => Math.floor(runtime.platform.now() / 1000);
  // What remembers is fetched once the popup stands: opening does not wait for it.
  const note = (change: MemoryChange) =>
    void load.remember().then(
      (m) => m.remember(runtime, change),
      () => {},
    );
  try {
    const language = settings.locale ?? runtime.platform.page().language;
    const [{ words }, minding] = await Promise.all([load.words(language), others(context)]);
    // Another tab may have signed up, or been told to leave the visitor alone.
    runtime.reread();
    const decision = context.decide(isOpenedByHost);
    // The law of Canada asks for the sender; the entry script only looks whether there is one.
    const lacksSender = settings.region === 'ca' && !senderLine(settings.sender);
    const lacksLinks = ![settings.terms, settings.privacy].every(isWebAddress);
    const isBarred = lacksSender || lacksLinks || decision.reason === 'paused' || decision.reason === 'misconfigured';
    if (context.isDestroyed || isBarred || (decision.ask === 'nothing' && !isOpenedByHost)) {
      runtime.openSignup = undefined;
      return;
    }
    const openAgain = () => show(context, false).catch(() => events.emit('error', { code: 'popup-failed' }));
    if (!isOpenedByHost && minding?.waitsForOthers(context, openAgain)) {
      runtime.openSignup = undefined;
      return;
    }
    if (settings.alsoIdentify) void import('./alsoIdentify.ts').then((m) => m.alsoIdentify(context)).catch(() => {});
    const onClose = (reason: CloseReason, isUnanswered: boolean) => {
      context.popup = undefined;
      runtime.openSignup = undefined;
      // Whoever has answered, and closes what came of it, has dismissed nothing.
      if (isUnanswered && /^(close|escape|backdrop)$/.test(reason)) note((m) => remembersDismissal(m, seconds()));
      events.emit('close', { reason });
    };
    context.hasOpened = true;
    context.popup = openPopup(context, { decision, isOpenedByHost, onClose, words });
    const quiet = settings.frequency.quietDays * 86_400;
    if (!isOpenedByHost) note((m) => remembersShown(m, seconds(), quiet));
    events.emit('open', { ask: decision.ask, reason: decision.reason, isOpenedByHost });
  } catch (error) {
    runtime.openSignup = undefined;
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

/** How a popup is opened. */
interface OpenOptions {
  readonly decision: Decided;
  readonly isOpenedByHost: boolean;
  readonly words: Words;
  onClose(reason: CloseReason, isUnanswered: boolean): void;
}

/** Opens the popup: its state, its view and what its buttons do. The lazy half of the composition. */
function openPopup(context: SignupContext, options: OpenOptions): PopupHandle {
  const { settings, runtime, events, load } = context;
  const { platform } = runtime;
  let state = openingState(
    options.decision,
    named(options.decision, runtime.lookup?.hint),
    pageValue(options.decision.identity, 'email') ?? '',
  );
  const untouched = state;
  const openedAt = platform.now();
  let opened = options.decision;
  let view: PopupView | undefined;
  let phone: PhoneRules | undefined;
  let isClosed = false;
  let isPressing = false;
  const undos: (() => void)[] = [];
  const country = homeCountry(settings.country, settings.region, navigator.languages);

  const dispatch = (event: FlowEvent) => {
    const former = state;
    state = reduce(state, event);
    view?.render(state);
    if (stepOf(former) !== stepOf(state)) {
      events.emit('step', { step: stepOf(state), ask: state.decision.ask, reason: state.decision.reason });
    }
    if (event.type === 'wrong') view?.focusProblem();
    if (event.type === 'done') view?.focusPanel();
    if (event.type === 'asked') view?.focusHeading();
  };
  const close = (reason: CloseReason) => {
    if (isClosed) return;
    isClosed = true;
    for (const undo of undos) undo();
    view?.remove();
    options.onClose(reason, state.panel === undefined);
  };
  const handle: PopupHandle = { close, isUntouched: () => !options.isOpenedByHost && state === untouched };
  const loadPhone = async () => {
    phone ??= (await load.phone()).phoneRules;
    view?.setPhone(phone);
    return phone;
  };
  const asks = (decided: Decided, follows?: string) => {
    opened = decided;
    void loadPhone().catch(() => {});
    dispatch({
      type: 'asked',
      decision: decided,
      named: named(decided, runtime.lookup?.hint),
      ...(follows ? { follows } : {}),
    });
  };

  /** The visitor comes back from another tab, where they may have answered. */
  const isBack = () => {
    runtime.reread();
    if (handle.isUntouched() && context.decide(true).ask === 'nothing') close('answered');
  };
  document.addEventListener('visibilitychange', isBack);
  undos.push(() => document.removeEventListener('visibilitychange', isBack));

  const notYou = async () => {
    // Everything that names somebody by itself goes: the provider's cookie may name the same sender.
    runtime.isRefusedHere = true;
    const { refuse } = await load.remember();
    await refuse(
      runtime,
      runtime.evidence().filter((e) => e.source !== 'page'),
    );
    asks(context.decide(true));
  };
  const anotherNumber = () =>
    dispatch({ type: 'asked', decision: { ask: 'phone', reason: opened.reason }, named: state.named });

  /** What pressing the button does is fetched when somebody begins to fill the form in. */
  const press = async (isWithoutTexts: boolean) => {
    if (isPressing || !view) return;
    isPressing = true;
    try {
      const { press: send } = await load.submission();
      await send(
        {
          context,
          view,
          country,
          openedAt,
          undos,
          state: () => state,
          opened: () => opened,
          dispatch,
          asks,
          loadPhone,
        },
        isWithoutTexts,
      );
    } catch {
      const problem = { code: 'refused', message: options.words.strings.tryAgain } as const;
      dispatch({ type: 'wrong', problems: { [state.decision.ask === 'email' ? 'email' : 'phone']: problem } });
    }
    isPressing = false;
  };

  void (async () => {
    if (state.decision.ask === 'consent') {
      await loadPhone();
      const number = phone?.parse(pageValue(opened.identity, 'phone') ?? '', country);
      // A number that the page passed but nobody can text: ask for one.
      if (number && number.kind !== 'ok' && number.kind !== 'unlikely') anotherNumber();
    }
    if (isClosed) return;
    view = mountPopup({
      state,
      settings,
      words: options.words,
      country,
      legal: legalTextFor(settings, options.words.legal),
      isStorageOpen: runtime.gate === 'open',
      namedNumber: pageValue(opened.identity, 'phone'),
      focusesField: options.isOpenedByHost,
      actions: {
        typed(field, text) {
          void load.submission().catch(() => {});
          dispatch({ type: 'typed', field, text });
        },
        ticked: (channel, isTicked) =>
          dispatch({ type: 'ticked', channel, at: isTicked ? new Date(platform.now()).toISOString() : undefined }),
        press: (isWithoutTexts) => void press(isWithoutTexts),
        notYou: () => void notYou(),
        anotherNumber,
        close,
      },
    });
    if (phone) view.setPhone(phone);
    else if (state.decision.ask !== 'email' && state.decision.ask !== 'nothing') void loadPhone().catch(() => {});
    events.emit('step', { step: stepOf(state), ask: state.decision.ask, reason: state.decision.reason });
  })().catch(() => {
    events.emit('error', { code: 'popup-failed' });
    close('api');
  });

  return handle;
}

function named({ ask, identity }: Decided, hint: string | undefined): Named | undefined {
  if (ask === 'email+phone' || ask === 'nothing') return undefined;
  const email = identity.evidence.find((e) => e.field === 'email')?.value;
  const masked = email ? maskEmail(email) : hint;
  if (identity.certainty === 'declared' && !masked) return undefined;
  return { ...(masked ? { hint: masked } : {}), isRefusable: identity.certainty === 'claimed' };
}

function stepOf(state: FlowState): string {
  return state.panel?.kind ?? (state.isSending ? 'sending' : 'form');
}
