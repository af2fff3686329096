import type { AskDecision } from '../ask/decide.ts';
import type { Channel } from '../ask/reasons.ts';
import type { FieldProblem, FirstStep, FlowState, FormField, Named, Panel } from './state.ts';

/** What can happen to the popup. */
export type FlowEvent =
  | { readonly type: 'typed'; readonly field: 'email' | 'phone' | `fields.${string}`; readonly text: string }
  /** ISO 3166 alpha-2. */
  | { readonly type: 'country'; readonly country: string; readonly rivals?: readonly string[] }
  /** `at` is an ISO 8601 instant, or undefined where the box was unticked. */
  | { readonly type: 'ticked'; readonly channel: Channel; readonly at: string | undefined }
  | {
      readonly type: 'wrong';
      readonly problems: { readonly [F in FormField]?: FieldProblem };
      readonly unlikely?: string;
    }
  | { readonly type: 'sending' }
  /** The ask changed: "Not you?", a 409, or other facts. What was typed stays. */
  | {
      readonly type: 'asked';
      readonly decision: AskDecision;
      readonly named: Named | undefined;
      readonly follows?: string;
    }
  /** The brief flyout shows its form. */
  | { readonly type: 'unfolded' }
  /** The first of two steps was given. */
  | { readonly type: 'first'; readonly first: FirstStep }
  /** The host or the visitor's own change of mind stopped the sending. */
  | { readonly type: 'stopped' }
  | { readonly type: 'done'; readonly panel: Panel };

/** The only place where the popup's state changes. */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'typed': {
      const { field, text } = event;
      // An impossible value keeps its error until it may be right: the email is checked roughly here, the number by the
      // phone rules where it is shown. Submitting checks both completely.
      const isStillWrong =
        state.problems[field]?.code === 'impossible' &&
        (field === 'phone' || (field === 'email' && !/[^\s@]@[^\s@]+\.[^\s@.]{2,}\s*$/.test(text)));
      const settled: FormField[] = [field === 'phone' ? 'sms' : 'emailConsent', ...(isStillWrong ? [] : [field])];
      const problems = without(state.problems, ...settled);
      const { entered } = state;
      if (field === 'email' || field === 'phone') return { ...state, problems, entered: { ...entered, [field]: text } };
      const fields = { ...entered.fields, [field.slice('fields.'.length)]: text };
      return { ...state, problems, entered: { ...entered, fields } };
    }
    case 'country':
      return {
        ...state,
        country: event.country,
        rivals: event.rivals ?? [],
        problems: without(state.problems, 'phone'),
      };
    case 'ticked': {
      const ticks: { [C in Channel]?: string } = { ...state.entered.ticks };
      if (event.at) ticks[event.channel] = event.at;
      else delete ticks[event.channel];
      const problems = without(state.problems, 'sms', 'emailConsent');
      return { ...state, problems, entered: { ...state.entered, ticks } };
    }
    case 'wrong': {
      const { confirmedNumber: _, ...rest } = state;
      return {
        ...rest,
        problems: event.problems,
        isSending: false,
        ...(event.unlikely ? { confirmedNumber: event.unlikely } : {}),
      };
    }
    case 'sending':
      return { ...state, problems: {}, isSending: true };
    case 'asked': {
      const { follows: _, ...rest } = state;
      // A tick belongs to the text that it was given for, and naming the number changes the text.
      const isOtherConsentText = (state.decision.ask === 'consent') !== (event.decision.ask === 'consent');
      return {
        ...rest,
        entered: isOtherConsentText ? { ...state.entered, ticks: {} } : state.entered,
        decision: event.decision,
        named: event.named,
        problems: {},
        isSending: false,
        isAskedAgain: event.follows !== undefined,
        ...(event.follows ? { follows: event.follows } : {}),
      };
    }
    case 'unfolded':
      return { ...state, isBrief: false };
    case 'first':
      return { ...state, first: event.first, problems: {}, isSending: false };
    case 'stopped':
      return { ...state, isSending: false };
    case 'done':
      return { ...state, isSending: false, problems: {}, panel: event.panel };
  }
}

function without(problems: FlowState['problems'], ...fields: FormField[]): FlowState['problems'] {
  const rest = { ...problems };
  for (const field of fields) delete rest[field];
  return rest;
}
