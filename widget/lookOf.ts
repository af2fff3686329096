import type { Settings } from './config/settings.ts';
import type { Further } from './furtherFields.tsx';
import { isSmallScreen } from './platform/device.ts';
import type { Dress } from './ui/mountPopup.tsx';
import type { OnPage, ShownLayout } from './ui/view.ts';
import type { Words } from './words.ts';

/** How one visitor sees the popup: the owner's options as far as they can be followed, and the visitor's screen. */
export interface Look {
  /** The settings, with what the visitor's variant changes. */
  readonly settings: Settings;
  readonly layout: ShownLayout;
  /** The element that an inline form stands in. */
  readonly into?: Element | undefined;
  /** What stands in for the browser's top layer, where the owner wants none. */
  readonly onPage?: OnPage | undefined;
  /** The email first and the number after it. */
  readonly isInSteps: boolean;
  /** Puts the owner's theme on, where there is one. */
  readonly dress?: Dress | undefined;
  /** The owner's further fields, where there are any. */
  readonly further?: Further | undefined;
}

/** Fetches what the owner's options need. `undefined`: an inline form that has no place on this page. */
export async function lookOf(given: Settings, words: Promise<Words>): Promise<Look | undefined> {
  const { languages } = given.texts ?? {};
  const [theme, further, texts, onPage] = await Promise.all([
    // Without any of them the popup is plainer, and still asks.
    given.theme ? import('./theme.ts').catch(() => undefined) : undefined,
    given.fields
      ? import('./furtherFields.tsx').then((m) => m.furtherFields(given.fields)).catch(() => undefined)
      : undefined,
    languages
      ? Promise.all([import('./someOptions.ts'), words])
          .then(([m, { strings }]) => m.ownTexts(given.texts, strings.locale))
          .catch(() => undefined)
      : undefined,
    given.layer === 'page' ? import('./someOptions.ts').catch(() => undefined) : undefined,
  ]);
  const settings = texts ? { ...given, texts } : given;
  const isInline = settings.layout === 'inline';
  const into = isInline ? placeOf(settings.into) : undefined;
  if (isInline && !into) return undefined;
  const chosen = settings.layout === 'modal' || settings.layout === 'flyout' ? settings.layout : undefined;
  return {
    settings,
    layout: isInline ? 'inline' : (chosen ?? (isSmallScreen() ? 'flyout' : 'modal')),
    into,
    onPage,
    isInSteps: settings.steps === 'two',
    dress: theme && ((element) => theme.applyTheme(element, settings.theme)),
    further,
  };
}

function placeOf(selector: unknown): Element | undefined {
  try {
    return document.querySelector(String(selector)) ?? undefined;
  } catch {
    // Not a selector; `config/check.ts` says so to the owner.
    return undefined;
  }
}
