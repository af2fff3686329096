import type { FormField } from '../core/flow/state.ts';
import { fillText } from './fill.tsx';
import type { ViewProps } from './view.ts';

/**
 * The text of a field's error, which names the fix.
 *
 * @param onExample called when the example of a number has been fetched, where it was not there yet
 */
export function problemText(props: ViewProps, field: FormField, onExample?: () => void): string | undefined {
  const problem = props.state.problems[field];
  if (!problem) return undefined;
  const { strings: s, phone, state } = props;
  const { country } = state;
  if (problem.message) return problem.message;
  switch (problem.code) {
    case 'empty':
      return field === 'email' ? s.emailEmpty : s.phoneEmpty;
    case 'impossible': {
      if (field === 'email') return s.emailImpossible;
      // It stays until the number is right, and no longer.
      if (phone && !/impossible|pending/.test(phone.parse(state.entered.phone, country).kind)) return undefined;
      // In national form where that is understood, else in one that always is.
      const example = country && phone?.example(country, onExample);
      return fillText(s.phoneImpossible, { example: example || '+44 7700 900982' });
    }
    case 'uncovered':
      return s.phoneUncovered;
    case 'unlikely': {
      const number = props.state.confirmedNumber ?? '';
      return fillText(s.phoneUnlikely, { number: phone?.format(number) ?? number });
    }
    case 'untickedNumber':
      return s.untickedNumber;
    case 'unticked':
      return field === 'sms' ? s.untickedTexts : s.untickedEmail;
    case 'refused':
      return s.refused;
  }
}
