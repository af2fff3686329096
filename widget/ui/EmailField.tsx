import type { JSX } from 'preact';
import { Field } from './Field.tsx';
import type { ViewProps } from './view.ts';

/** The email field. */
export function EmailField(props: ViewProps): JSX.Element {
  return <Field {...props} name="email" />;
}
