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
  /** What contains an inline form: the element, or a CSS selector of it. */
  readonly into: string | Element;
  /** Drawn below the browser's top layer. */
  readonly isOnPage: boolean;
  /** The email first and the number after it. */
  readonly isInSteps: boolean;
  readonly hasTeaser: boolean;
  readonly tellsDataLayer: boolean;
  readonly countsForCollector: boolean;
}

const layouts: readonly ShownLayout[] = ['modal', 'flyout', 'inline'];

export function readPopupOptions(given: RawOptions): PopupOptions {
  return {
    layout: choiceOf(given.layout, layouts),
    isInline: !!choiceOf(given.layout, ['inline']),
    into: Object(given.into).nodeType === 1 ? (given.into as Element) : textOf(given.into),
    isOnPage: !!choiceOf(given.layer, ['page']),
    isInSteps: !!choiceOf(given.steps, ['two']),
    hasTeaser: isOn(given.teaser),
    tellsDataLayer: !!choiceOf(given.measure, ['dataLayer']),
    countsForCollector: !!choiceOf(given.measure, ['collector']),
  };
}
