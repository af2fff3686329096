import type { ComponentType } from 'preact';
import type { ViewProps } from './view.ts';

export interface FieldProps extends ViewProps {
  readonly name: 'email' | 'phone';
}

/** What code that is fetched once there is some text needs to speak of it. */
export interface HelpProps extends FieldProps {
  readonly input: HTMLInputElement;
  /** Of the phone field: a number that was typed with its `+` is of this country; undefined where there is none. */
  onCountry(country: string | undefined): void;
}

/** Says something of the text as it stands. */
export type Help = ComponentType<HelpProps>;
