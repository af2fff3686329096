import type { Settings } from '../config/settings.ts';
import type { AskDecision, Facts } from '../core/ask/decide.ts';
import type { Decided } from '../core/ask/decided.ts';
import type { Decision } from '../core/ask/decision.ts';
import type { Quiet } from '../core/ask/history.ts';
import type { Ask } from '../core/ask/reasons.ts';
import type { Weighing } from '../core/ask/weigh.ts';
import type { ShownConsent } from '../core/contact/consent.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { Explanation, LastSubmission } from '../core/explain.ts';
import type { FlowEvent } from '../core/flow/reducer.ts';
import type { ShownFields } from '../core/flow/shownFields.ts';
import type { FlowState } from '../core/flow/state.ts';
import type { Evidence } from '../core/identity/evidence.ts';
import type { Identity } from '../core/identity/resolve.ts';
import type { Visit } from '../core/trigger/visit.ts';
import type { WhyNothing } from '../explain/explainNothing.ts';
import type { PopupHandle, Prepared } from '../popup/popupParts.ts';
import type { Presentation } from '../popup/presentation.ts';
import type { PopupView } from '../ui/createPopupView.tsx';
import type { CheckoutFields, CheckoutWatch } from './api.ts';
import type { CloseReason, Emitter } from './events.ts';
import type { Runtime } from './page.ts';
import type { Shared } from './shared.ts';

/** QA's switch in the page address, kept for the tab. */
export type Switch = 'off' | 'force' | 'dry' | 'check' | undefined;

/** The lazy files that the entry script asks for, by the names that they have in the build, and what it wants of each. */
export interface LazyFiles {
  memory: { catchUp(context: SignupContext): Promise<void>; erase(runtime: Runtime): void };
  popup: {
    show(context: SignupContext, isOpenedByHost: boolean): Promise<void>;
    /** Plans when it opens. `decidedAt` in milliseconds since 1970. */
    plan(context: SignupContext, decidedAt: number): void;
  };
  sending: { sendKept(context: SignupContext): Promise<void> };
  checkout: { watchCheckout(context: SignupContext, fields: CheckoutFields): Promise<CheckoutWatch> };
  explain: { explain(context: SignupContext, isPrinted?: boolean): Explanation };
  setup: {
    start(context: SignupContext, isRewritten?: boolean): Promise<boolean>;
    ignoreConsent(answer: unknown, said: string | undefined): void;
  };
  /** The npm module's alone, these two. */
  renew: { renew(shared: Shared): void };
  explainNothing: { explainNothing(decision: Decision, why?: WhyNothing): Explanation };
  /** The script tag's alone. */
  tagNotice: { tagNotice(isUsed: () => boolean): void };
}

/** Fetches a lazy file. A load that failed may be tried again. */
export interface Load {
  <Name extends keyof LazyFiles>(name: Name): Promise<LazyFiles[Name]>;
  /** Of a file that will be needed. */
  (name: string): Promise<unknown>;
}

/** What the visitor gave, checked and normalised, and the boxes as they were shown. */
export interface Given {
  readonly decision: AskDecision;
  readonly identity: Identity;
  readonly email?: string | undefined;
  /** E.164. */
  readonly phone?: string | undefined;
  /** The number as it was typed. */
  readonly typedPhone?: string | undefined;
  /** Further fields, by name. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly shown: readonly ShownConsent[];
  /** Milliseconds from the popup's opening to submitting. */
  readonly filledIn?: number;
  /** What stood in the field that no visitor sees. */
  readonly honeypot?: string | undefined;
  readonly follows?: string | undefined;
}

/** An open popup, as pressing its button sees it. */
export interface PopupSession {
  readonly context: SignupContext;
  readonly view: PopupView;
  readonly presentation: Presentation;
  /** Milliseconds that it has been open. */
  filledIn(): number;
  /** Undone when the popup closes. */
  readonly undos: (() => void)[];
  state(): FlowState;
  /** What the form shows now. */
  shown(): ShownFields;
  /** The decision that the current form was opened for. */
  opened(): Decided;
  dispatch(event: FlowEvent): void;
  /** Asks for something else, what was typed staying. `follows`: the attempt answered 409. */
  asks(decided: Decided, follows?: string): void;
  loadPhone(): Promise<PhoneRules>;
  /** Resolves once the state says how a number without `+` is read. */
  located(): Promise<void>;
  close(reason: CloseReason): void;
}

/** What changes of a signup while its page is open. Everybody reads it; only `amend` writes. */
export interface SessionState {
  /** The owner's options; setup changes them before the first ask, and hosted looks before the popup is drawn. */
  settings: Settings;
  /** What the owner accepts of these rules, where that is not all. */
  limitPhone?: ((rules: PhoneRules) => PhoneRules) | undefined;
  /** The countries that the sender reaches, ISO 3166 alpha-2; undefined: all. */
  reach?: readonly string[] | undefined;
  qa?: Switch;
  isDestroyed?: boolean;
  isPausedByHost?: boolean;
  /** An owner's rule by which this visitor is asked for nothing at all; no host's `resume()` ends it. */
  suppressedBy?: 'smsCountries' | undefined;
  /** The popup has been open on this page: it does not open by itself again. */
  hasOpened?: boolean;
  popup?: PopupHandle | undefined;
  /** It is open, or about to be. */
  isOpening?: boolean;
  prepared?: Prepared | undefined;
  /** It was due, and could not be shown. */
  failure?: 'popup-failed' | 'popup-removed' | undefined;
  /** The error that kept it from being shown, where one is known. */
  failedBy?: unknown;
  /** No platform has answered, and there is no banner: this page view goes on without a permission to store. */
  isConsentSilent?: boolean;
  /** It is due, and the tab is in the background. */
  isHidden?: boolean;
  /** It is due, and the element that it is to stand in is not there. */
  lacksSlot?: boolean;
  /** It is due, and another dialog or a banner is open. */
  isWaitingForOthers?: boolean;
  /** Ends the wait for other dialogs. */
  undoWait?: () => void;
  /** Undoes what `plan.ts` has planned. */
  unplan?: (() => void) | undefined;
  /** Settles once the hosted looks are in the settings, or are not to come. */
  looks?: Promise<void>;
  /** How this visit began, where the trigger asks for it. */
  visit?: Visit;
  /** The variant that this visitor is shown. */
  variant?: string;
  /** The last submission of this page, and what became of it. */
  last?: LastSubmission;
  /** What has been begun, so that it is begun once. */
  isSetUp?: boolean;
  isMeasured?: boolean;
  hearsAnswers?: boolean;
  tellsScripts?: boolean;
}

/**
 * One signup, as its lazy parts see it. What the entry script holds is passed to them as this one argument, so that no
 * module is in two files: the classic script cannot share modules with its chunks.
 */
export interface SignupContext extends Readonly<SessionState> {
  amend(change: Partial<SessionState>): void;
  /** The options as the host gave them. */
  readonly options: unknown;
  readonly runtime: Runtime;
  readonly events: Emitter;
  /** Lazy files that could not be fetched, by the names that they have in the build. */
  readonly missing: Set<string>;
  /** Starts fetching, all at once, what opening needs. */
  fetchAhead(ask: Ask): void;
  /**
   * The country that numbers without `+` are read by, ISO 3166 alpha-2, as far as it is known without the time zone:
   * `popup/placeOf.ts` knows it once the field is shown. `languages`: the visitor's, where not all are to be asked.
   */
  homeCountry(of?: Pick<Settings, 'country' | 'region'>, languages?: readonly string[]): string | undefined;
  /** The file of phone rules for it, by the name of `core/contact/homeFile.ts`. */
  homeFile(): string;
  /** Plans when the popup opens; reports when its code cannot be fetched. */
  planPopup(): void;
  /** What `destroy()` undoes. */
  readonly undos: (() => void)[];
  decide(isOpenedByHost?: boolean): Decided;
  resolve(typed: readonly Evidence[]): Identity;
  /** Takes our own parameters, and those that carry an email, out of the address bar. */
  stripOwn(): void;
  /** Until when the past keeps the popup closed. */
  quiet(): Quiet;
  /** The answer of the page's banner, or of a consent platform; `page`: nobody answers, and nothing is kept. */
  setConsent(answer: 'granted' | 'denied' | 'page'): void;
  /** What the ask is decided by, now. */
  facts(): Facts;
  /** For whoever weighs the facts row by row. */
  readonly askTable: Weighing['table'];
  readonly needsOf: Weighing['needsOf'];
}
