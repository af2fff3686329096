import type { Decided, PopupHandle, SignupContext } from './context.ts';
import { homeCountry } from './core/contact/country.ts';
import { maskEmail } from './core/contact/mask.ts';
import type { PhoneRules } from './core/contact/phone.ts';
import type { CodeState } from './core/flow/codeStep.ts';
import { type FlowEvent, reduce } from './core/flow/reducer.ts';
import { shownFields } from './core/flow/shownFields.ts';
import { type FlowState, type Named, openingState, type Panel } from './core/flow/state.ts';
import { pageValue } from './core/identity/pageValue.ts';
import type { CloseReason } from './events.ts';
import { failed } from './failed.ts';
import type { Look } from './lookOf.ts';
import { legalTextFor } from './ui/legalText.tsx';
import { mountPopup, type PopupView } from './ui/mountPopup.tsx';
import type { Words } from './words.ts';

/** How a popup is opened. */
export interface OpenOptions {
  readonly decision: Decided;
  readonly isOpenedByHost: boolean;
  readonly words: Words;
  readonly look: Look;
  /** The visitor says that they have signed up already. */
  onAlreadySignedUp(): void;
  onClose(reason: CloseReason, isUnanswered: boolean): void;
}

/** Opens the popup: its state, its view and what its buttons do. The lazy half of the composition. */
export function openPopup(context: SignupContext, options: OpenOptions): PopupHandle {
  const { runtime, events, load } = context;
  const { look, isOpenedByHost } = options;
  const { settings } = look;
  const { platform } = runtime;
  const home = homeCountry(settings.country, settings.region, navigator.languages);
  let state = openingState(
    options.decision,
    named(options.decision, runtime.lookup?.hint),
    pageValue(options.decision.identity, 'email') ?? '',
    {
      country: home,
      isInSteps: look.isInSteps,
      // Whoever did not ask for it has a small part of the page taken, and no more.
      isBrief: look.layout === 'flyout' && !isOpenedByHost,
    },
  );
  const untouched = state;
  const openedAt = platform.now();
  let opened = options.decision;
  let view: PopupView | undefined;
  let phone: PhoneRules | undefined;
  let isClosed = false;
  let isPressing = false;
  const undos: (() => void)[] = [];

  const dispatch = (event: FlowEvent) => {
    const former = state;
    state = reduce(state, event);
    view?.update({ state });
    if (stepOf(former) !== stepOf(state)) tellStep();
    if (event.type === 'wrong') view?.focusProblem();
    if (event.type === 'done') {
      // Until its code has arrived, and where it does not, the panel says that what was given was taken.
      if (event.panel.kind === 'verify') void askForCode(event.panel).catch(() => {});
      view?.focusPanel();
    }
    if (event.type === 'asked' || event.type === 'first') view?.focusHeading();
    if (event.type === 'unfolded') view?.focusField();
  };
  const tellStep = () =>
    events.emit('step', { step: stepOf(state), ask: state.decision.ask, reason: state.decision.reason });
  const close = (reason: CloseReason) => {
    if (isClosed) return;
    isClosed = true;
    for (const undo of undos) undo();
    view?.remove();
    options.onClose(reason, state.panel === undefined && state.first === undefined);
  };
  const handle: PopupHandle = { close, isUntouched: () => !isOpenedByHost && state === untouched };
  const loadPhone = async () => {
    phone ??= (await load.phone(home)).phoneRules;
    view?.update({ phone });
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
          look,
          openedAt,
          undos,
          state: () => state,
          shown: () => shownFields(state),
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

  const askForCode = async (panel: Panel & { readonly kind: 'verify' }) => {
    const [{ CodeStep, createCodeStep }, { codeTools }] = await Promise.all([import('./verify.ts'), load.submission()]);
    if (isClosed || !view) return;
    const { update, focusProblem, focusCode } = view;
    const draw = (codeState: CodeState) =>
      update({ code: { Step: CodeStep, state: codeState, actions: step.actions } });
    let hadProblem = false;
    const step = createCodeStep({
      context,
      panel,
      tools: codeTools,
      onChange(codeState) {
        draw(codeState);
        if (codeState.problem && !hadProblem) focusProblem();
        hadProblem = codeState.problem !== undefined;
      },
      onDone(receipt) {
        step.stop();
        dispatch({ type: 'done', panel: { kind: 'success', receipt } });
      },
      onLater: () => close('done'),
    });
    undos.push(step.stop);
    draw(step.state());
    focusCode();
  };

  void (async () => {
    if (state.decision.ask === 'consent') {
      const rules = await loadPhone();
      const known = pageValue(opened.identity, 'phone') ?? '';
      await rules.settle(known, state.country);
      const number = rules.parse(known, state.country);
      // A number that the page passed but nobody can text: ask for one.
      if (number.kind !== 'ok' && number.kind !== 'unlikely') anotherNumber();
    }
    if (isClosed) return;
    view = mountPopup({
      state,
      settings,
      words: options.words,
      legal: legalTextFor(settings, options.words.legal),
      isStorageOpen: runtime.gate === 'open',
      namedNumber: pageValue(opened.identity, 'phone'),
      focusesField: isOpenedByHost,
      layout: look.layout,
      into: look.into,
      onPage: look.onPage,
      dress: look.dress,
      Further: look.further?.Fields,
      onRemoved() {
        failed(context, 'popup-removed');
        close('api');
      },
      actions: {
        typed(field, text) {
          void load.submission().catch(() => {});
          dispatch({ type: 'typed', field, text });
        },
        ticked: (channel, isTicked) =>
          dispatch({ type: 'ticked', channel, at: isTicked ? new Date(platform.now()).toISOString() : undefined }),
        press: (isWithoutTexts) => void press(isWithoutTexts),
        notYou: () => void notYou().catch(() => {}),
        anotherNumber,
        country: (country) => dispatch({ type: 'country', country }),
        unfold: () => dispatch({ type: 'unfolded' }),
        skip: () => state.first && dispatch({ type: 'done', panel: state.first.panel }),
        alreadySignedUp() {
          options.onAlreadySignedUp();
          close('already');
        },
        close,
      },
    });
    if (phone) view.update({ phone });
    else if (state.decision.ask !== 'email' && state.decision.ask !== 'nothing') void loadPhone().catch(() => {});
    tellStep();
  })().catch(() => {
    failed(context);
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

/** As the event `step` names it. */
function stepOf({ panel, isSending, isBrief, first }: FlowState): string {
  return panel?.kind ?? (isSending ? 'sending' : isBrief ? 'brief' : first ? 'second' : 'form');
}
