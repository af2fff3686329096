import type { Decided } from '../core/ask/decided.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { LocaleFile } from '../locales/localeFile.ts';
import type { CloseReason } from '../signup/events.ts';
import type { LaterViews } from '../ui/view.ts';
import type { Presentation } from './presentation.ts';

/** An open popup. */
export interface PopupHandle {
  close(reason: CloseReason): void;
  /** It opened by itself, and the visitor has neither typed nor ticked anything yet. */
  isUntouched(): boolean;
}

/** What every popup is drawn with. */
export interface Parts {
  readonly localeFile: LocaleFile;
  /** `undefined`: an inline form that has no place on this page. */
  readonly presentation: Presentation | undefined;
}

/** What a popup is drawn with. */
export interface PopupParts extends Parts {
  readonly decision: Decided;
  readonly presentation: Presentation;
  /** Where they are here already. */
  readonly phone?: PhoneRules | undefined;
  readonly later?: LaterViews | undefined;
  /** The visitor asked for it, or the host did. */
  readonly isOpenedByHost: boolean;
}

/** How a popup is opened. */
export interface OpenOptions {
  readonly isOpenedByHost: boolean;
  /** The visitor says that they have signed up already. */
  onAlreadySignedUp(): void;
  onClose(reason: CloseReason, isUnanswered: boolean): void;
}

/** A popup that is drawn, and not yet on the page. */
export interface PreparedPopup {
  /** What it was drawn for: a popup for the same would look the same. */
  readonly drawnFor: string;
  readonly handle: PopupHandle;
  open(options: OpenOptions): void;
}

/** What was made ready while the popup waits for its moment. */
export interface Prepared extends Parts {
  /** What it was made ready for: `settingOf` then. */
  readonly setting?: string;
  readonly phone?: PhoneRules | undefined;
  readonly popup?: PreparedPopup;
}
