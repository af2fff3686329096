import type { AskDecision } from '../ask/decide.ts';
import type { Channel } from '../ask/reasons.ts';
import type { FieldProblem, FlowState, FormField, Named, Panel } from './state.ts';

/** What can happen to the popup. */
export type FlowEvent =
  | { readonly type: 'typed'; readonly field: 'email' | 'phone'; readonly text: string }
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
  /** The host or the visitor's own change of mind stopped the sending. */
  | { readonly type: 'stopped' }
  | { readonly type: 'done'; readonly panel: Panel };

/** The only place where the popup's state changes. */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'typed': {
      const problems = without(state.problems, event.field, event.field === 'phone' ? 'sms' : 'emailConsent');
      return { ...state, problems, entered: { ...state.entered, [event.field]: event.text } };
    }
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
      // A tick stands for the words it was given under; naming the number changes them.
      const isOtherWording = (state.decision.ask === 'consent') !== (event.decision.ask === 'consent');
      return {
        ...rest,
        entered: isOtherWording ? { ...state.entered, ticks: {} } : state.entered,
        decision: event.decision,
        named: event.named,
        problems: {},
        isSending: false,
        isAskedAgain: event.follows !== undefined,
        ...(event.follows ? { follows: event.follows } : {}),
      };
    }
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
