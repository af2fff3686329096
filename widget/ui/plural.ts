import type { Plural } from '../locales/strings.ts';
import { fillText } from './fill.tsx';

/**
 * The sentence for a number, with the number in it as the language writes it.
 *
 * @param locale BCP 47 tag of the sentence
 */
export function pluralOf(forms: Plural, n: number, locale: string): string {
  const form = forms[new Intl.PluralRules(locale).select(n)] ?? forms.other;
  return fillText(form, { n: new Intl.NumberFormat(locale).format(n) });
}
