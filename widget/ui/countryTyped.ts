import { cleanText } from '../core/contact/cleanText.ts';
import type { PhoneResult, PhoneRules } from '../core/contact/phone.ts';

/**
 * The country of a number that says it: behind a plus, or behind `00`. From its calling code on, before it is whole; of
 * several that share it the main one.
 */
export function countryTyped(text: string, phone: PhoneRules, read?: PhoneResult): string | undefined {
  const digits = cleanText(text).replace(/[^\d+]/g, '');
  if (!/^(\+|00)/.test(digits)) return undefined;
  const number = read && 'e164' in read ? read.e164 : digits.replace(/^[+0]+/, '+');
  return phone.countryOf(number) ?? phone.mainCountry(number);
}
