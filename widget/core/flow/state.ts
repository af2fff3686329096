import type { AskDecision } from '../ask/decide.ts';
import type { Channel } from '../ask/reasons.ts';
import type { ShownConsent } from '../contact/consent.ts';
import type { Receipt } from '../submission/answer.ts';

/** A field of the form that can be wrong. */
export type FormField = 'email' | 'phone' | 'sms' | 'emailConsent' | `fields.${string}`;

/** What is wrong with a field: a code for its text, or the collector's own message. */
export interface FieldProblem {
  readonly code:
    | 'empty'
    | 'impossible'
    /** It holds a character that nobody can see. */
    | 'unseen'
    | 'lacksArea'
    /** The visitor is to choose one of `numbers`. */
    | 'offer'
    | 'uncovered'
    | 'unlikely'
    | 'untickedNumber'
    | 'unticked'
    | 'refused';
  readonly message?: string;
  /** E.164. */
  readonly numbers?: readonly string[];
}

/** Who the popup is opened for, as it is said to the visitor. */
export interface Named {
  /** A masked email; absent where no email is known. */
  readonly maskedEmail?: string;
  /** Whether "Not you?" is offered: wherever only a link or a cookie identifies the visitor. */
  readonly isRefusable: boolean;
}

/** What is typed and ticked, kept whatever happens. */
export interface Entered {
  readonly email: string;
  readonly phone: string;
  /** When each box was ticked (ISO 8601). */
  readonly ticks: { readonly [C in Channel]?: string };
  /** Further fields, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The first of two steps, once it was given: sent on its own, and repeated by the second. */
export interface FirstStep {
  /** Of its submission. */
  readonly id: string;
  readonly email: string;
  /** The boxes as they were shown then. */
  readonly shown: readonly ShownConsent[];
  readonly panel: Panel;
}

/** The panel shown instead of the form. */
export type Panel =
  /** `isTest`: `?ha=dry`, nothing was sent. */
  | { readonly kind: 'success'; readonly receipt: Receipt; readonly isTest?: boolean }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'subscribed'; readonly isOnFile?: boolean }
  /** The collector has texted a code to the number of that submission. */
  | { readonly kind: 'verify'; readonly id: string; readonly number: string; readonly receipt: Receipt };

export type ResultKind = Panel['kind'];

/** Everything the popup shows. Every state has a way out: `close` works in all. */
export interface FlowState {
  readonly decision: AskDecision;
  readonly named: Named | undefined;
  readonly entered: Entered;
  /** ISO 3166 alpha-2: how a number without `+` is read. A guess, and the visitor's to change. */
  readonly country: string | undefined;
  /** Countries that it may be read by as well, since region, page and time zone differ; none once the visitor has chosen. */
  readonly rivals?: readonly string[];
  /** The email first and the number after it. */
  readonly isInSteps: boolean;
  /** A flyout that opened by itself says only what it is about. */
  readonly isBrief: boolean;
  /** The first step was given, and the second one is shown. */
  readonly first?: FirstStep;
  readonly problems: { readonly [F in FormField]?: FieldProblem };
  /** A number that looked unlikely and was confirmed by pressing the button again. */
  readonly confirmedNumber?: string;
  readonly isSending: boolean;
  /** The attempt that a new one follows, after a 409. */
  readonly follows?: string;
  /** The collector could not link the number alone, so the email is asked for as well. */
  readonly isAskedAgain: boolean;
  readonly panel?: Panel;
}

/** The state a popup opens with. */
export function openingState(
  decision: AskDecision,
  named: Named | undefined,
  email: string,
  {
    country,
    isInSteps = false,
    isBrief = false,
  }: { readonly country?: string | undefined; readonly isInSteps?: boolean; readonly isBrief?: boolean } = {},
): FlowState {
  return {
    decision,
    named,
    entered: { email, phone: '', ticks: {}, fields: {} },
    country,
    isInSteps,
    isBrief: isBrief && decision.ask !== 'nothing',
    problems: {},
    isSending: false,
    isAskedAgain: false,
    ...(decision.ask === 'nothing' ? { panel: { kind: 'subscribed' } as const } : {}),
  };
}
