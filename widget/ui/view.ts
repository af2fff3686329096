import type { Settings } from '../config/settings.ts';
import type { Channel } from '../core/ask/reasons.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import type { FlowState } from '../core/flow/state.ts';
import type { Strings } from '../locales/strings.ts';
import type { FilledLegal } from './legalText.tsx';

/** Why a popup closes, as far as its own controls know. */
export type CloseControl = 'close' | 'escape' | 'backdrop' | 'done';

/** What the popup's controls do. */
export interface Actions {
  typed(field: 'email' | 'phone', text: string): void;
  ticked(channel: Channel, isTicked: boolean): void;
  press(isWithoutTexts: boolean): void;
  notYou(): void;
  anotherNumber(): void;
  close(reason: CloseControl): void;
}

/** Everything a component may need to draw the state. */
export interface ViewProps {
  readonly state: FlowState;
  readonly settings: Settings;
  readonly strings: Strings;
  readonly legal: FilledLegal;
  readonly country: string | undefined;
  readonly phone: PhoneRules | undefined;
  /** The gate is open: what waits survives the page. */
  readonly isStorageOpen: boolean;
  /** The number that the page's login passed. */
  readonly namedNumber: string | undefined;
  readonly actions: Actions;
}
