import type { Settings } from './config/settings.ts';
import type { Look } from './look.ts';
import { isSmallScreen } from './platform/isSmallScreen.ts';
import type { Words } from './words.ts';

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
    applyTheme: theme && ((element) => theme.applyTheme(element, settings.theme)),
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
