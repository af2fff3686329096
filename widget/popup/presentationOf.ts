import type { Settings } from '../config/settings.ts';
import { carriesFields } from '../core/carriesFields.ts';
import { fetchFile } from '../files/fetchFile.ts';
import type { LocaleFile } from '../locales/localeFile.ts';
import { findElement } from '../platform/findElement.ts';
import { isSmallScreen } from '../platform/isSmallScreen.ts';
import type { SignupContext } from '../signup/session.ts';
import type { Presentation } from './presentation.ts';
import { readPopupOptions } from './readPopupOptions.ts';

/** Fetches what the owner's options need. `undefined`: an inline form that has no place on this page. */
export async function presentationOf(
  context: SignupContext,
  given: Settings,
  localeFile: Promise<LocaleFile>,
): Promise<Presentation | undefined> {
  const { languages } = given.texts ?? {};
  const { layout, isInline, into: selector, isOnPage, isInSteps } = readPopupOptions(given);
  // Without any of them the popup is plainer, and still asks.
  const fetchFor = <T>(option: object | boolean | undefined, name: string, load: () => Promise<T>) =>
    option ? fetchFile(context, name, load).catch(() => undefined) : undefined;
  const [applyTheme, extraFields, more, { strings }] = await Promise.all([
    fetchFor(given.theme, 'theme', () => import('./theme.ts').then((m) => m.placedThemeOf(given))),
    fetchFor(carriesFields(given) && !!given.fields, 'fields', () =>
      import('./extraFields.tsx').then((m) => m.extraFields(given)),
    ),
    fetchFor(languages || isOnPage, 'someOptions', () => import('./someOptions.ts')),
    localeFile,
  ]);
  if (isInline && !findElement(selector)) return undefined;
  // Found anew each time: frameworks put another element in its place.
  const into = isInline ? () => findElement(selector) : undefined;
  return {
    settings: languages && more ? { ...given, texts: more.ownTexts(given.texts, strings.locale) } : given,
    layout: layout ?? (isSmallScreen() ? 'flyout' : 'modal'),
    into,
    onPage: isOnPage ? more : undefined,
    isInSteps,
    applyTheme,
    extraFields,
  };
}
