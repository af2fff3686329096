import type { FlowState } from './state.ts';

/** What the form shows at this moment. */
export interface ShownFields {
  readonly email: boolean;
  readonly phone: boolean;
  /** The box for texts. */
  readonly sms: boolean;
  /** A number may be left out. */
  readonly isPhoneOptional: boolean;
  /** 1 or 2 where the ask is cut in two. */
  readonly step?: 1 | 2;
}

/** By the ask; cut in two, the email comes first and the number after it. */
export function shownFields({ decision: { ask }, isInSteps, isAskedAgain, first }: FlowState): ShownFields {
  if (first && !isAskedAgain) return { email: false, phone: true, sms: true, isPhoneOptional: false, step: 2 };
  const isBoth = ask === 'email+phone';
  // Whoever is asked again has both fields before them.
  if (isBoth && isInSteps && !isAskedAgain && !first) {
    return { email: true, phone: false, sms: false, isPhoneOptional: false, step: 1 };
  }
  return {
    email: isBoth || ask === 'email',
    phone: isBoth || ask === 'phone',
    sms: ask !== 'email',
    isPhoneOptional: isBoth,
  };
}
