import type { Decided } from '../core/ask/decided.ts';
import { maskEmail } from '../core/contact/mask.ts';
import { type FlowEvent, reduce } from '../core/flow/reducer.ts';
import { shownFields } from '../core/flow/shownFields.ts';
import { type FlowState, type Named, openingState } from '../core/flow/state.ts';
import { pageValue } from '../core/identity/pageValue.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { refuse } from '../memory/remember.ts';
import { onVisibility } from '../platform/onLeave.ts';
import type { CloseReason } from '../signup/events.ts';
import type { PopupSession, SignupContext } from '../signup/session.ts';
import { afterRelease } from '../ui/afterRelease.ts';
import { consentTextFor } from '../ui/consentText.tsx';
import { createPopupView, type PopupView } from '../ui/createPopupView.tsx';
import { failed } from './failed.ts';
import { loadPhone } from './loadPhone.ts';
import { placeOf } from './placeOf.ts';
import type { OpenOptions, PopupHandle, PopupParts, PreparedPopup } from './popupParts.ts';
import { within } from './within.ts';

/** How long the button waits for the code that sends. Milliseconds. */
const maxWait = 8_000;

/** The state that a popup opens with, and all that it is drawn for, as a text. */
export function openingOf(
  context: SignupContext,
  { decision, presentation, phone, isOpenedByHost }: PopupParts,
): { readonly state: FlowState; readonly drawnFor: string } {
  const { runtime } = context;
  const { identity, ...asked } = decision;
  const number = pageValue(identity, 'phone');
  const opening = openingState(asked, named(decision, runtime.lookup?.hint), pageValue(identity, 'email') ?? '', {
    country: context.homeCountry(),
    isInSteps: presentation.isInSteps,
    // Without a request by the visitor, only a small part of the page is covered.
    isBrief: presentation.layout === 'flyout' && !isOpenedByHost,
  });
  const read = asked.ask === 'consent' && phone?.parse(number ?? '', opening.country).kind;
  // The page passed a number that cannot be texted, so ask for one.
  const state = read && read !== 'ok' && read !== 'unlikely' ? reduce(opening, askForNumber(opening)) : opening;
  const { ask, reason } = state.decision;
  const shown = [state.named?.maskedEmail, state.named?.isRefusable, state.entered.email, state.country, number];
  return {
    state,
    drawnFor: [ask, reason, ...shown, state.isBrief, presentation.layout, runtime.storageConsent, context.variant].join(
      '\n',
    ),
  };
}

/** Draws the popup; what its buttons do belongs to it. The lazy half of the composition. */
export function preparePopup(context: SignupContext, parts: PopupParts): PreparedPopup {
  const { runtime, events } = context;
  const { presentation, localeFile } = parts;
  const { settings } = presentation;
  const { platform } = runtime;
  const opening = openingOf(context, parts);
  const { drawnFor } = opening;
  let { later, phone } = parts;
  let { state } = opening;
  /** As it was before the visitor did anything. */
  let untouched = state;
  let locating: Promise<void> | undefined;
  let isCountryChosen = false;
  let openedAt = 0;
  let opened = parts.decision;
  let options: OpenOptions | undefined;
  let isClosed = false;
  let isPressing = false;
  const begun = new Set<string>();
  const undos: (() => void)[] = [];

  const dispatch = (event: FlowEvent) => {
    const former = state;
    state = reduce(state, event);
    view.update({ state });
    if (stepOf(former) !== stepOf(state)) tellStep();
    if (event.type === 'wrong') view.focusProblem();
    if (event.type === 'done') {
      // Until its code has loaded, and if it does not, the panel says that the sign-up was accepted.
      const { panel } = event;
      if (panel.kind === 'verify')
        void fetchFile(context, 'verify', () => import('../sending/verify.ts'))
          .then((m) => m.askForCode(session, panel))
          .catch(() => {});
      view.focusPanel();
    }
    if (event.type === 'asked' || event.type === 'first') view.focusHeading();
    if (event.type === 'unfolded') view.focusField();
  };
  const tellStep = () =>
    events.emit('step', { step: stepOf(state), ask: state.decision.ask, reason: state.decision.reason });
  const close = (reason: CloseReason) => {
    if (isClosed) return;
    isClosed = true;
    for (const undo of undos) undo();
    view.remove();
    options?.onClose(reason, state.panel === undefined && state.first === undefined);
  };
  const handle: PopupHandle = { close, isUntouched: () => !options?.isOpenedByHost && state === untouched };
  const withPhone = async () => {
    phone ??= await loadPhone(context);
    view.updateLater({ phone });
    return phone;
  };
  /** Reads what is known of the visitor's country, once there is a field for numbers. */
  const located = () => (locating ??= locate());
  const locate = async (): Promise<void> => {
    const { country, rivals } = await placeOf(context);
    await afterRelease(view.root);
    if (isCountryChosen || !country || (country === state.country && !rivals[0])) return;
    const isUntouched = state === untouched;
    readBy(country, rivals);
    if (isUntouched) untouched = state;
  };
  const readBy = (country: string, rivals?: readonly string[]) => {
    dispatch({ type: 'country', country, ...(rivals ? { rivals } : {}) });
    // Ahead, for what will be typed; the button waits for what is missing then.
    phone?.settle(state.entered.phone || '0', country, { isBeingTyped: true }).then(
      () => view.updateLater({}),
      () => {},
    );
  };
  /** What pressing the button does is fetched when somebody begins to fill the form in. */
  const loadSending = async () => {
    const sending = await fetchFile(context, 'sending', () => import('../sending/sending.ts'));
    if (!later) {
      later = sending.laterViews;
      view.addStyles(later.css);
      view.updateLater({ later });
    }
    return sending;
  };
  /** Each fetch is begun once; what fails is met again where it is needed. */
  const filled = (field: string) => {
    if (!begun.has('sending')) loadSending().catch(() => {});
    begun.add('sending');
    if (field !== 'email' || begun.has(field)) return;
    begun.add(field);
    fetchFile(context, 'email', () => import('../ui/EmailHelp.tsx')).then(
      ({ EmailHelp }) => view.updateLater({ EmailHelp }),
      () => {},
    );
  };
  const asks = (decided: Decided, follows?: string) => {
    opened = decided;
    view.update({ namedNumber: pageValue(decided.identity, 'phone') });
    void withPhone().catch(() => {});
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
    if (!handle.isUntouched()) return;
    // Closed in another tab, it is closed in this one.
    if (context.decide(true).ask === 'nothing' || context.quiet().dismissed > platform.now() / 1000) close('answered');
  };
  const notYou = async () => {
    // Every identifier is refused, because the provider's cookie may identify the same sender.
    runtime.amend({ isRefusedHere: true });
    await refuse(
      runtime,
      runtime.evidence().filter((e) => e.source !== 'page'),
    );
    asks(context.decide(true));
  };
  const anotherNumber = () => dispatch(askForNumber(state));

  const submit = async (isWithoutTexts: boolean) => {
    if (isPressing) return;
    isPressing = true;
    view.setBusy(true);
    try {
      const { submit: send } = await within(platform.schedule, maxWait, loadSending());
      await send(session, isWithoutTexts);
    } catch {
      const problem = { code: 'refused', message: localeFile.strings.tryAgain } as const;
      dispatch({ type: 'wrong', problems: { [state.decision.ask === 'email' ? 'email' : 'phone']: problem } });
    }
    isPressing = false;
    view.setBusy(false);
  };

  const view: PopupView = createPopupView({
    state,
    settings,
    localeFile,
    phone,
    later,
    consentText: consentTextFor(settings, localeFile.consentTexts),
    isStorageGranted: runtime.storageConsent === 'open',
    namedNumber: pageValue(opened.identity, 'phone'),
    layout: presentation.layout,
    onPage: presentation.onPage,
    ExtraFields: presentation.extraFields?.Fields,
    actions: {
      typed(field, text) {
        filled(field);
        dispatch({ type: 'typed', field, text });
      },
      ticked: (channel, isTicked) =>
        dispatch({ type: 'ticked', channel, at: isTicked ? new Date(platform.now()).toISOString() : undefined }),
      filled,
      submit: (isWithoutTexts) => void submit(isWithoutTexts),
      notYou: () => void notYou().catch(() => {}),
      anotherNumber,
      phoneShown: () => void located(),
      country(country) {
        isCountryChosen = true;
        readBy(country);
      },
      unfold: () => dispatch({ type: 'unfolded' }),
      skip: () => state.first && dispatch({ type: 'done', panel: state.first.panel }),
      alreadySignedUp() {
        options?.onAlreadySignedUp();
        close('already');
      },
      close,
    },
  });

  if (later) view.addStyles(later.css);
  if (presentation.extraFields) view.addStyles(presentation.extraFields.css);

  const session: PopupSession = {
    context,
    view,
    presentation,
    filledIn: () => platform.now() - openedAt,
    undos,
    state: () => state,
    shown: () => shownFields(state),
    opened: () => opened,
    dispatch,
    asks,
    loadPhone: withPhone,
    located,
    close,
  };

  return {
    drawnFor,
    handle,
    open(given) {
      options = given;
      openedAt = platform.now();
      undos.push(onVisibility(isBack));
      try {
        view.show({
          focusesField: given.isOpenedByHost,
          into: presentation.into,
          applyTheme: presentation.applyTheme,
          onRemoved() {
            failed(context, undefined, 'popup-removed');
            close('api');
          },
        });
        if (!phone && state.decision.ask !== 'email' && state.decision.ask !== 'nothing')
          void withPhone().catch(() => {});
        tellStep();
      } catch (error) {
        failed(context, error);
        close('api');
      }
    },
  };
}

/** Asks for a number in place of what was asked. */
function askForNumber({ decision: { reason }, named }: FlowState): FlowEvent {
  return { type: 'asked', decision: { ask: 'phone', reason }, named };
}

function named({ ask, identity }: Decided, hint: string | undefined): Named | undefined {
  if (ask === 'email+phone' || ask === 'nothing') return undefined;
  const email = identity.evidence.find((e) => e.field === 'email')?.value;
  const masked = email ? maskEmail(email) : hint;
  // Of a stranger who is asked for one thing alone there is nothing to say.
  if (identity.certainty !== 'claimed' && !masked) return undefined;
  return { ...(masked ? { maskedEmail: masked } : {}), isRefusable: identity.certainty === 'claimed' };
}

/** As the event `step` names it. */
function stepOf({ panel, isSending, isBrief, first }: FlowState): string {
  return panel?.kind ?? (isSending ? 'sending' : isBrief ? 'brief' : first ? 'second' : 'form');
}
