import type { Settings } from '../config/settings.ts';
import type { ApplyTheme } from '../ui/createPopupView.tsx';
import type { OnPage } from '../ui/onPage.ts';
import type { ShownLayout } from '../ui/view.ts';
import type { ExtraFields } from './extraFields.tsx';

/** How one visitor sees the popup: the owner's options as far as they can be followed, and the visitor's screen. */
export interface Presentation {
  /** The settings, with what the visitor's variant changes. */
  readonly settings: Settings;
  readonly layout: ShownLayout;
  /** Finds the element that contains an inline form: another one, once a framework has drawn the page anew. */
  readonly into?: (() => Element | undefined) | undefined;
  /** What replaces the browser's top layer, where the owner wants none. */
  readonly onPage?: OnPage | undefined;
  /** The email first and the number after it. */
  readonly isInSteps: boolean;
  /** Puts the owner's theme on, where there is one. */
  readonly applyTheme?: ApplyTheme | undefined;
  /** The owner's extra fields, where there are any. */
  readonly extraFields?: ExtraFields | undefined;
}
