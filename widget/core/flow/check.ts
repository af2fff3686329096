import { type EmailResult, normalizeEmail } from '../contact/email.ts';
import type { TakenFor } from '../contact/lookAlike.ts';
import type { PhoneResult, PhoneRules } from '../contact/phone.ts';
import { readIn } from '../contact/readIn.ts';
import type { ShownFields } from './shownFields.ts';
import type { FieldProblem, FlowState, FormField } from './state.ts';

/** What a checked form would send. */
export interface Checked {
  readonly email?: string | undefined;
  /** E.164, and its box is ticked. */
  readonly phone?: string | undefined;
}

/** What is wrong with the form, or what it would send. */
export type CheckResult =
  | { readonly kind: 'right'; readonly checked: Checked }
  | {
      readonly kind: 'wrong';
      readonly problems: { readonly [F in FormField]?: FieldProblem };
      readonly unlikely?: string;
    };

/** How the form was submitted, and what the region's consent text asks of the email box. */
export interface CheckOptions {
  /** What the form shows. */
  readonly shown: ShownFields;
  /** "Sign up without texts". */
  readonly isWithoutTexts: boolean;
  /** The email has an unticked box of its own that must be ticked for anything to be subscribed. */
  readonly hasEmailBox: boolean;
  readonly country: string | undefined;
  /** Countries that a number without `+` may be of as well, since page, region and time zone differ. */
  readonly rivals?: readonly string[] | undefined;
  /** There where the email has letters outside ASCII. */
  readonly takenFor?: TakenFor | undefined;
  /** The number that the page's login passed, for the ask `consent`. */
  readonly pageNumber: string | undefined;
}

/** Checks the form against its ask. A number whose box is unticked never counts. */
export function checkForm(state: FlowState, phone: PhoneRules | undefined, options: CheckOptions): CheckResult {
  const { ask } = state.decision;
  const { ticks } = state.entered;
  const problems: { [F in FormField]?: FieldProblem } = {};
  const { email: asksEmail, sms: asksPhone, isPhoneOptional } = options.shown;

  const email: EmailResult = asksEmail ? normalizeEmail(state.entered.email, options.takenFor) : { kind: 'empty' };
  if (asksEmail && email.kind !== 'ok') problems.email = { code: email.kind };

  const typed = ask === 'consent' ? (options.pageNumber ?? '') : state.entered.phone;
  const number: PhoneResult =
    asksPhone && phone && !options.isWithoutTexts
      ? readIn(phone, typed, ask === 'consent' ? { country: options.country } : options)
      : { kind: 'empty' };
  let unlikely: string | undefined;
  if (number.kind === 'empty') {
    const isWanted = !isPhoneOptional || (ticks.sms && !options.isWithoutTexts);
    if (asksPhone && isWanted) problems.phone = { code: 'empty' };
  } else if ('e164' in number) {
    // Asked about once; the same number again is the visitor's own word for it.
    if (number.kind === 'unlikely' && ask !== 'consent' && state.confirmedNumber !== number.e164) {
      unlikely = number.e164;
      problems.phone = { code: 'unlikely' };
    }
    if (!ticks.sms) problems.sms = { code: isPhoneOptional ? 'untickedNumber' : 'unticked' };
  } else problems.phone = problemOf(number);

  const e164 = 'e164' in number ? number.e164 : undefined;
  const subscribesToTexts = e164 !== undefined && ticks.sms !== undefined;
  if (asksEmail && options.hasEmailBox && !ticks.email && !subscribesToTexts && !problems.sms && !problems.phone) {
    problems.emailConsent = { code: 'unticked' };
  }

  if (Object.keys(problems).length > 0) return { kind: 'wrong', problems, ...(unlikely ? { unlikely } : {}) };
  return {
    kind: 'right',
    checked: {
      email: email.kind === 'ok' ? email.email : state.first?.email,
      phone: subscribesToTexts ? e164 : undefined,
    },
  };
}

function problemOf(number: Exclude<PhoneResult, { readonly e164: string } | { readonly kind: 'empty' }>): FieldProblem {
  // Submitting waits for the rules first. If they are still missing, nothing is sent, because the number would be lost.
  if (number.kind === 'pending') return { code: 'refused' };
  if (number.kind === 'offer') return { code: 'offer', numbers: number.numbers };
  return { code: number.kind === 'impossible' && number.lacksArea ? 'lacksArea' : number.kind };
}
