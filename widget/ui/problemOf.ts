import type { FormField } from '../core/flow/state.ts';
import type { ViewProps } from './view.ts';

/** The text of a field's error: from the code that checks, or without it the problem's own. */
export function problemOf(props: ViewProps, field: FormField, onExample?: () => void): string | undefined {
  const { later, state } = props;
  return later ? later.problemText(props, field, onExample) : state.problems[field]?.message;
}
