import type { FormField } from '../core/flow/state.ts';
import type { ViewProps } from './view.ts';

/** What is wrong with a field, in words that name the fix. */
export function problemText(props: ViewProps, field: FormField): string | undefined {
  const problem = props.state.problems[field];
  if (!problem) return undefined;
  const { strings: s, phone, country } = props;
  if (problem.message) return problem.message;
  switch (problem.code) {
    case 'empty':
      return field === 'email' ? s.emailEmpty : s.phoneEmpty;
    case 'impossible': {
      if (field === 'email') return s.emailImpossible;
      return s.phoneImpossible.replace('{example}', phone?.example(country ?? 'US') ?? '+44 7700 900982');
    }
    case 'uncovered':
      return s.phoneUncovered;
    case 'unlikely': {
      const number = props.state.confirmedNumber ?? '';
      return s.phoneUnlikely.replace('{number}', phone?.format(number) ?? number);
    }
    case 'untickedNumber':
      return s.untickedNumber;
    case 'unticked':
      return field === 'sms' ? s.untickedTexts : s.untickedEmail;
    case 'refused':
      return s.refused;
  }
}
