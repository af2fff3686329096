import type { CheckoutFields, CheckoutWatch } from './checkoutTypes.ts';
import type { CodeTools } from './codeTools.ts';
import type { Settings } from './config/settings.ts';
import type { AskDecision } from './core/ask/decide.ts';
import type { Quiet } from './core/ask/history.ts';
import type { Weighing } from './core/ask/weigh.ts';
import type { ShownConsent } from './core/contact/consent.ts';
import type { homeCountry } from './core/contact/country.ts';
import type { normalizeEmail } from './core/contact/email.ts';
import type { PhoneRules } from './core/contact/phone.ts';
import type { Explanation, LastSubmission } from './core/explain.ts';
import type { FlowEvent } from './core/flow/reducer.ts';
import type { ShownFields } from './core/flow/shownFields.ts';
import type { FlowState } from './core/flow/state.ts';
import type { Evidence } from './core/identity/evidence.ts';
import type { Identity } from './core/identity/resolve.ts';
import type { typedEvidence } from './core/identity/typed.ts';
import type { VisitorFacts } from './core/ports.ts';
import type { Delivered, Delivery } from './core/submission/delivery.ts';
import type { Submission } from './core/submission/submission.gen.ts';
import type { Visit } from './core/trigger/visit.ts';
import type { destinationOf } from './destinationOf.ts';
import type { CloseReason, Emitter } from './events.ts';
import type { Look } from './lookOf.ts';
import type { MemoryChange, Runtime } from './runtime.ts';
import type { createHost } from './ui/host.ts';
import type { mountConsentLine } from './ui/mountConsentLine.tsx';
import type { PopupView } from './ui/mountPopup.tsx';
import type { wordsFor } from './wordsFor.ts';

/** A decision together with the identity it was taken for. */
export type Decided = AskDecision & { readonly identity: Identity };

/** QA's switch in the page address, kept for the tab. */
export type Switch = 'off' | 'force' | 'dry' | 'check' | undefined;

/** An open popup. */
export interface PopupHandle {
  close(reason: CloseReason): void;
  /** It opened by itself, and the visitor has neither typed nor ticked anything yet. */
  isUntouched(): boolean;
}

/** Everything that writes memory; `remember.ts` says what each does. */
export interface Remembering {
  remember(runtime: Runtime, change: MemoryChange): void;
  settle(runtime: Runtime): Promise<void>;
  catchUp(context: SignupContext): Promise<void>;
  refuse(runtime: Runtime, identifiers: readonly Minted[]): Promise<void>;
  tagOf(runtime: Runtime, text: string): Promise<string>;
  keyOf(runtime: Runtime, identifier: Minted): string;
  erase(runtime: Runtime): void;
  sha256(text: string): Promise<string>;
  visitorFacts(): VisitorFacts;
}

/** An identifier as its issuer minted it. */
interface Minted {
  readonly issuer: string;
  readonly value: string;
}

/** The popup's code, and what the checkout line shares with it. */
export interface PopupModule {
  show(context: SignupContext, isOpenedByHost: boolean): Promise<void>;
  /**
   * Plans when it opens, and fetches meanwhile what opening needs besides the popup's code. `decidedAt` in milliseconds since
   * 1970.
   */
  plan(context: SignupContext, decidedAt: number): void;
  /** Shows one state of the popup, whoever the visitor is; nothing is stored and nothing sent. */
  preview(context: SignupContext, asked: string): Promise<void>;
  readonly checkoutTools: CheckoutTools;
  readonly createHost: typeof createHost;
}

/** What only developers read. */
export interface ExplainModule {
  explain(context: SignupContext, isPrinted?: boolean): Explanation;
}

/** What is loaded only when it is needed. A load that failed may be tried again. */
export interface Loaders {
  remember(): Promise<Remembering>;
  popup(): Promise<PopupModule>;
  submission(): Promise<SubmissionModule>;
  checkout(): Promise<{ watchCheckout(context: SignupContext, fields: CheckoutFields): Promise<CheckoutWatch> }>;
  explain(): Promise<ExplainModule>;
  extras(): Promise<{ start(context: SignupContext): Promise<void> }>;
  /** @param country (ISO 3166 alpha-2) that numbers are most likely of; rules of other countries follow when they are needed */
  phone(country: string | undefined): Promise<{ readonly phoneRules: PhoneRules }>;
}

/** What the checkout line shares with the popup, handed over so that no module stands in two chunks. */
export interface CheckoutTools {
  readonly homeCountry: typeof homeCountry;
  readonly mountConsentLine: typeof mountConsentLine;
  readonly wordsFor: typeof wordsFor;
}

/** What the visitor gave, checked and normalised, and the boxes as they were shown. */
export interface Given {
  readonly decision: AskDecision;
  readonly identity: Identity;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  /** The number as it was typed. */
  readonly typedPhone?: string;
  /** Further fields, by name. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly shown: readonly ShownConsent[];
  /** Milliseconds from the popup's opening to the press. */
  readonly filledIn?: number;
  /** What stood in the field that no visitor sees. */
  readonly trap?: string | undefined;
  readonly follows?: string;
}

/** An open popup, as pressing its button sees it. */
export interface PopupSession {
  readonly context: SignupContext;
  readonly view: PopupView;
  readonly look: Look;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** Undone when the popup closes. */
  readonly undos: (() => void)[];
  state(): FlowState;
  /** What the form shows now. */
  shown(): ShownFields;
  /** The decision that the form as it stands was opened for. */
  opened(): Decided;
  dispatch(event: FlowEvent): void;
  /** Asks for something else, what was typed staying. `follows`: the attempt answered 409. */
  asks(decided: Decided, follows?: string): void;
  loadPhone(): Promise<PhoneRules>;
}

/** What is loaded once something may be sent: making submissions, getting them there, and the lookup. */
export interface SubmissionModule {
  prepareSubmission(context: SignupContext, given: Given): Promise<Submission | false>;
  /** The page's one delivery, made on first use. */
  openDelivery(context: SignupContext): Promise<Delivery>;
  /** Sends what an earlier page left unsent. */
  sendKept(context: SignupContext): Promise<void>;
  lookUp(context: SignupContext): Promise<void>;
  /** What the popup's button does. */
  press(session: PopupSession, isWithoutTexts: boolean): Promise<void>;
  readonly contactTools: ContactTools;
  readonly codeTools: CodeTools;
  noteLast(context: SignupContext, submission: Submission, answer: Delivered): void;
}

/** What the checkout line shares with the popup's button. */
export interface ContactTools {
  readonly normalizeEmail: typeof normalizeEmail;
  readonly typedEvidence: typeof typedEvidence;
  readonly destinationOf: typeof destinationOf;
}

/**
 * One signup, as its lazy parts see it. What the entry script holds comes to them as this one argument, so that no
 * module stands in two files: the classic script cannot share modules with its chunks.
 */
export interface SignupContext {
  readonly settings: Settings;
  /** The options as the host gave them. */
  readonly options: unknown;
  readonly runtime: Runtime;
  readonly events: Emitter;
  readonly load: Loaders;
  qa?: Switch;
  isDestroyed?: boolean;
  /** The popup has been open on this page: it does not open by itself again. */
  hasOpened?: boolean;
  popup?: PopupHandle | undefined;
  /** Fetches the popup's code, once more after a while where that fails; what fails then is told. */
  withPopup(use: (popup: PopupModule) => unknown): void;
  /** Settles once memory holds what the popup has had to note so far. */
  noted?: Promise<void>;
  isPausedByHost?: boolean;
  /** It was due, and could not be shown. */
  failure?: 'popup-failed' | 'popup-removed' | undefined;
  /** It is due, and another dialog or a banner is open. */
  isWaitingForOthers?: boolean;
  /** Undoes what `plan.ts` has planned. */
  unplan?: (() => void) | undefined;
  /** How this visit began, where the trigger asks for it; `visit.ts` notes it. */
  visit?: Visit;
  /** The variant that this visitor is shown; `chooseVariant.ts` chooses it. */
  variant?: string;
  /** The last submission of this page, and what became of it. */
  last?: LastSubmission;
  /** What `destroy()` undoes. */
  readonly undos: (() => void)[];
  decide(isOpenedByHost?: boolean): Decided;
  resolve(typed: readonly Evidence[]): Identity;
  /** Takes our own parameters, and those that carry an email, out of the address bar. */
  takeOwn(): void;
  /** Until when the past keeps the popup closed. */
  quiet(): Quiet;
  /** The answer of the page's banner, or of a consent platform. */
  setConsent(answer: 'granted' | 'denied'): void;
  /** The ask table, and what it goes by now. */
  weighing(): Weighing;
}
