import type { JSX } from 'preact';
import { Field } from './Field.tsx';
import type { ViewProps } from './view.ts';

/** The phone field, with how a number without `+` is read, which can be changed. */
export function PhoneField(props: ViewProps): JSX.Element {
  return <Field {...props} name="phone" />;
}
