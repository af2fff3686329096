import { readIn } from '../core/contact/readIn.ts';
import type { FormField } from '../core/flow/state.ts';
import { countryTyped } from './countryTyped.ts';
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
  if (problem.message) return problem.message;
  const { code } = problem;
  switch (code) {
    case 'empty':
      return field === 'email' ? s.emailEmpty : s.phoneEmpty;
    case 'impossible': {
      if (field === 'email') return s.emailImpossible;
      // It stays until the number is right, and no longer.
      if (phone && !/impossible|pending/.test(readIn(phone, state.entered.phone, state).kind)) return undefined;
      return fillText(s.phoneImpossible, { example: exampleFor(props, onExample) });
    }
    case 'lacksArea':
      return fillText(s.phoneLacksArea, { example: exampleFor(props, onExample) });
    case 'unlikely': {
      const number = state.confirmedNumber ?? '';
      return fillText(s.phoneUnlikely, { number: phone?.format(number) ?? number });
    }
    case 'unticked':
      return field === 'sms' ? s.untickedTexts : s.untickedEmail;
  }
  return {
    unseen: s.emailUnseen,
    offer: s.phoneOffered,
    uncovered: s.phoneUncovered,
    untickedNumber: s.untickedNumber,
    refused: s.refused,
  }[code];
}

/**
 * An example of the country that was typed; else of the one that a number without it is read by, in national form; and where
 * neither is known, one that is understood everywhere.
 */
function exampleFor({ phone, state: { entered, country } }: ViewProps, onExample?: () => void): string {
  const typed = phone && countryTyped(entered.phone, phone);
  const of = typed ?? country;
  const example = of && phone?.example(of, onExample);
  if (!phone || !example) return '+44 7700 900982';
  const read = typed && typed !== country ? phone.parse(example, typed) : undefined;
  return read && 'e164' in read ? phone.format(read.e164) : example;
}
