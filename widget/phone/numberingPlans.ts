import type { PhoneNumber } from 'libphonenumber-js/core/es6';
import type { PhoneResult } from '../core/contact/phone.ts';

/** What the phone library knows. */
export interface NumberingPlans {
  /** `country` (ISO 3166 alpha-2) is that of a number in national form. Undefined where the text is no number. */
  numberIn(text: string, country: string | undefined): PhoneNumber | undefined;
  /** Whether nobody can text this number: toll-free, or premium rate. */
  isUntextable(number: PhoneNumber): boolean;
  /** Whether its country has numbers that look like that, of whatever kind. */
  isInPlan(number: PhoneNumber): boolean;
  /** The calling code of a country; digits alone. */
  callingCode(country: string): string | undefined;
  /** The calling code that an E.164 number begins with. */
  codeOf(e164: string): string | undefined;
  /** Whether something that was asked for has not been fetched yet. */
  isLacking(): boolean;
}

/** Reads a text by the plans; `undefined` where it cannot be a number or, with `mustBeValid`, is none that can be texted. */
export type Understand = (text: string, country: string | undefined, mustBeValid: boolean) => PhoneResult | undefined;

/** What a number that is not valid as it was typed was meant as; `undefined` where nothing can be told. */
export type RepairNumber = (
  clean: string,
  country: string | undefined,
  plans: NumberingPlans,
  understand: Understand,
) => PhoneResult | undefined;
