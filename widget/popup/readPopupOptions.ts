import type { RawOptions } from '../config/settings.ts';
import { isOn } from '../core/isOn.ts';
import { choiceOf } from '../core/mendChoice.ts';
import { textOf } from '../core/textOf.ts';
import type { ShownLayout } from '../ui/view.ts';

/** The options of the popup. */
export interface PopupOptions {
  /** Absent: the screen decides. */
  readonly layout: ShownLayout | undefined;
  readonly isInline: boolean;
  /** A CSS selector of the element that contains an inline form. */
  readonly into: string;
  /** Drawn below the browser's top layer. */
  readonly isOnPage: boolean;
  /** The email first and the number after it. */
  readonly isInSteps: boolean;
  readonly hasTeaser: boolean;
  readonly tellsDataLayer: boolean;
}

const layouts: readonly ShownLayout[] = ['modal', 'flyout', 'inline'];

export function readPopupOptions(given: RawOptions): PopupOptions {
  return {
    layout: choiceOf(given.layout, layouts),
    isInline: !!choiceOf(given.layout, ['inline']),
    into: textOf(given.into),
    isOnPage: !!choiceOf(given.layer, ['page']),
    isInSteps: !!choiceOf(given.steps, ['two']),
    hasTeaser: isOn(given.teaser),
    tellsDataLayer: !!choiceOf(given.measure, ['dataLayer']),
  };
}
