import type { ComponentType } from 'preact';
import type { ViewProps } from './view.ts';

export interface FieldProps extends ViewProps {
  readonly name: 'email' | 'phone';
}

/** What code that is fetched once there is some text needs to speak of it. */
export interface HelpProps extends FieldProps {
  readonly input: HTMLInputElement;
  /** The list of countries is open. */
  readonly isChoosing: boolean;
}

/** Says something of the text as it stands. */
export type Help = ComponentType<HelpProps>;
