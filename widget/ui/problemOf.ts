import type { FormField } from '../core/flow/state.ts';
import type { ViewProps } from './view.ts';

/** What is wrong with a field: in words that come with the code that checks, and without it in those of the problem itself. */
export function problemOf(props: ViewProps, field: FormField, onExample?: () => void): string | undefined {
  const { later, state } = props;
  return later ? later.problemText(props, field, onExample) : state.problems[field]?.message;
}
