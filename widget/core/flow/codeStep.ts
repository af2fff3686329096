/** What is wrong in the code step. `unreachable`: nobody knows whether the code was right. */
export type CodeProblem = 'empty' | 'wrong' | 'expired' | 'exhausted' | 'unreachable';

/** The code step: the content of its field, and when another code may be asked for. */
export interface CodeState {
  /** As typed. */
  readonly code: string;
  readonly problem?: CodeProblem;
  readonly isSending: boolean;
  /** Milliseconds since 1970. */
  readonly resendAt: number;
  /** Whole seconds until then; 0 once it is time. */
  readonly resendIn: number;
  /** A new code was sent, and nothing has gone wrong since. */
  readonly isResent: boolean;
}

/** What can happen in the code step. Times are milliseconds since 1970. */
export type CodeEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'sending' }
  | { readonly type: 'refused'; readonly problem: CodeProblem }
  /** A new code is on its way, or has to be waited for. */
  | { readonly type: 'resent' | 'tooEarly'; readonly now: number; readonly resendAt: number }
  | { readonly type: 'tick'; readonly now: number };

/** The state that the code step opens with, its first code just sent. */
export function openingCode(now: number, resendAt: number): CodeState {
  return { code: '', isSending: false, resendAt, resendIn: secondsUntil(resendAt, now), isResent: false };
}

/** The only place where the code step's state changes. */
export function reduceCode(state: CodeState, event: CodeEvent): CodeState {
  const { problem: _, ...rest } = state;
  switch (event.type) {
    case 'typed':
      return { ...rest, code: event.text };
    case 'sending':
      return { ...rest, isSending: true, isResent: false };
    case 'refused':
      return { ...rest, problem: event.problem, isSending: false, isResent: false };
    case 'resent':
      return { ...rest, ...waiting(event), code: '', isSending: false, isResent: true };
    case 'tooEarly':
      return { ...rest, ...waiting(event), isSending: false };
    case 'tick':
      return { ...state, resendIn: secondsUntil(state.resendAt, event.now) };
  }
}

/**
 * The typed digits, of any script, as ASCII; spaces, hyphens and other text of a pasted message are dropped.
 *
 * @example `١٢٣ ٤٥٦` → `123456`
 */
export function digitsOf(text: string): string {
  return (text.match(/\p{Nd}/gu) ?? []).map(digitValue).join('');
}

/** In every script the digits are consecutive characters from zero to nine. */
function digitValue(digit: string): number {
  const at = digit.codePointAt(0) ?? 0;
  let start = at;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return (at - start) % 10;
}

function waiting({ now, resendAt }: { readonly now: number; readonly resendAt: number }) {
  return { resendAt, resendIn: secondsUntil(resendAt, now) };
}

function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}
