import type { CheckoutFields, CheckoutWatch } from './checkoutTypes.ts';
import type { Settings } from './config/settings.ts';
import type { AskDecision } from './core/ask/decide.ts';
import type { Quiet } from './core/ask/history.ts';
import type { ShownConsent } from './core/contact/consent.ts';
import type { homeCountry } from './core/contact/country.ts';
import type { normalizeEmail } from './core/contact/email.ts';
import type { PhoneRules } from './core/contact/phone.ts';
import type { FlowEvent } from './core/flow/reducer.ts';
import type { FlowState } from './core/flow/state.ts';
import type { Evidence } from './core/identity/evidence.ts';
import type { Identity } from './core/identity/resolve.ts';
import type { typedEvidence } from './core/identity/typed.ts';
import type { Delivery } from './core/submission/delivery.ts';
import type { Submission } from './core/submission/submission.gen.ts';
import type { CloseReason, Emitter } from './events.ts';
import type { Runtime } from './runtime.ts';
import type { mountConsentLine } from './ui/mountConsentLine.tsx';
import type { PopupView } from './ui/mountPopup.tsx';
import type { Words } from './words.ts';

/** A decision together with the identity it was taken for. */
export type Decided = AskDecision & { readonly identity: Identity };

/** QA's switch in the page address, kept for the tab. */
export type Switch = 'off' | 'force' | 'dry' | undefined;

/** An open popup. */
export interface PopupHandle {
  close(reason: CloseReason): void;
}

/** Everything that writes memory. */
export type Remembering = typeof import('./remember.ts');

/** The popup's code, and what the checkout line shares with it. */
export interface PopupModule {
  show(context: SignupContext, isOpenedByHost: boolean): Promise<void>;
  readonly checkoutTools: CheckoutTools;
}

/** What is loaded only when it is needed. A load that failed may be tried again. */
export interface Loaders {
  remember(): Promise<Remembering>;
  popup(): Promise<PopupModule>;
  submission(): Promise<SubmissionModule>;
  checkout(): Promise<{ watchCheckout(context: SignupContext, fields: CheckoutFields): Promise<CheckoutWatch> }>;
  explain(): Promise<typeof import('./explain.ts')>;
  phone(): Promise<PhoneRules>;
  words(locale: string): Promise<Words>;
}

/** What the checkout line shares with the popup, handed over so that no module stands in two chunks. */
export interface CheckoutTools {
  readonly homeCountry: typeof homeCountry;
  readonly mountConsentLine: typeof mountConsentLine;
}

/** What the visitor gave, checked and normalised, and the boxes as they were shown. */
export interface Given {
  readonly decision: AskDecision;
  readonly identity: Identity;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  readonly shown: readonly ShownConsent[];
  readonly follows?: string;
}

/** An open popup, as pressing its button sees it. */
export interface PopupSession {
  readonly context: SignupContext;
  readonly view: PopupView;
  readonly country: string | undefined;
  /** Undone when the popup closes. */
  readonly undos: (() => void)[];
  state(): FlowState;
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
  lookUp(context: SignupContext): Promise<void>;
  /** What the popup's button does. */
  press(session: PopupSession, isWithoutTexts: boolean): Promise<void>;
  readonly contactTools: ContactTools;
}

/** What the checkout line shares with the popup's button. */
export interface ContactTools {
  readonly normalizeEmail: typeof normalizeEmail;
  readonly typedEvidence: typeof typedEvidence;
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
  qa: Switch;
  isDestroyed: boolean;
  /** The popup has been open on this page: it does not open by itself again. */
  hasOpened: boolean;
  popup?: PopupHandle | undefined;
  isPausedByHost: boolean;
  /** The last submission of this page, and what became of it. */
  last?: { readonly id: string; readonly result: string };
  decide(isOpenedByHost?: boolean): Decided;
  resolve(typed: readonly Evidence[]): Identity;
  /** Until when the past keeps the popup closed. */
  quiet(): Quiet;
}
