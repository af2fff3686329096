import type { ComponentType, JSX } from 'preact';
import type { Settings } from '../config/settings.ts';
import type { Channel } from '../core/ask/reasons.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { CodeState } from '../core/flow/codeStep.ts';
import type { FlowState, FormField } from '../core/flow/state.ts';
import type { Position } from '../core/theme/readTheme.ts';
import type { Strings } from '../locales/strings.ts';
import type { CodeActions, CodeStep } from './CodeStep.tsx';
import type { FilledConsentText } from './consentText.tsx';

/** Why a popup closes, as far as its own controls know. */
export type CloseControl = 'close' | 'escape' | 'backdrop' | 'done';

export interface FieldProps extends ViewProps {
  readonly name: 'email' | 'phone';
}

/** What speaks of a field's text. */
export interface HelpProps extends FieldProps {
  readonly input: HTMLInputElement;
  /** Of the phone field: a number that was typed with its `+` is of this country; undefined where there is none. */
  onCountry(country: string | undefined): void;
}

/** Components that the popup's own file does not hold. */
export interface LaterViews {
  readonly css: string;
  /** What became of the sign-up. */
  readonly Result: (props: ViewProps) => JSX.Element | null;
  /** The text of a field's error, which names the fix. `onExample`: an example has been fetched. */
  problemText(props: ViewProps, field: FormField, onExample?: () => void): string | undefined;
  /** The number as it was understood. */
  readonly PhoneHelp: ComponentType<HelpProps>;
}

/** The code step as it is drawn. */
export interface CodeView {
  readonly Step: typeof CodeStep;
  readonly state: CodeState;
  readonly actions: CodeActions;
}

/** The popup's layout. */
export type ShownLayout = 'modal' | 'flyout' | 'inline';

/** What the popup's controls do. */
export interface Actions {
  typed(field: 'email' | 'phone' | `fields.${string}`, text: string): void;
  /** A field has been filled in, by an event or without one. */
  filled(field: 'email' | 'phone'): void;
  /** The phone field stands on the page. */
  phoneShown(): void;
  /** ISO 3166 alpha-2: the visitor says how a number without `+` is to be read. */
  country(country: string): void;
  ticked(channel: Channel, isTicked: boolean): void;
  submit(isWithoutTexts: boolean): void;
  notYou(): void;
  anotherNumber(): void;
  /** The brief flyout shows its form. */
  unfold(): void;
  /** Leaves the second of two steps out. */
  skip(): void;
  /** "Already signed up?": closes for good. */
  alreadySignedUp(): void;
  close(reason: CloseControl): void;
}

/** Everything a component may need to draw the state. */
export interface ViewProps {
  readonly state: FlowState;
  readonly settings: Settings;
  readonly strings: Strings;
  readonly consentText: FilledConsentText;
  readonly phone: PhoneRules | undefined;
  /** It is on the page, and the page has had an idle moment since. */
  readonly isShown?: boolean;
  readonly layout: ShownLayout;
  /** The owner's extra fields. */
  readonly ExtraFields?: ((props: ViewProps) => JSX.Element) | undefined;
  /** What is drawn only after somebody has begun to fill the form in; it comes with the code that sends. */
  readonly later?: LaterViews | undefined;
  /** What is said of an address; it comes once one is typed. */
  readonly EmailHelp?: ComponentType<HelpProps> | undefined;
  /** The code step, once its code has arrived. */
  readonly code?: CodeView | undefined;
  readonly position?: Position | undefined;
  readonly picture?: { readonly url: string; readonly text: string } | undefined;
  /** Storing is allowed: what waits survives the page. */
  readonly isStorageGranted: boolean;
  /** The number that the page's login passed. */
  readonly namedNumber: string | undefined;
  readonly actions: Actions;
}
