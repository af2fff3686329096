import type { Settings } from '../config/settings.ts';
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
  const options = readPopupOptions(given);
  // Without any of them the popup is plainer, and still asks.
  const fetchFor = <T>(isWanted: boolean, name: string, load: () => Promise<T>) =>
    isWanted ? fetchFile(context, name, load).catch(() => undefined) : undefined;
  const [applyTheme, extraFields, texts, onPage] = await Promise.all([
    fetchFor(!!given.theme, 'theme', () => import('./theme.ts').then((m) => m.themeOf(given))),
    fetchFor(!!given.fields, 'fields', () => import('./extraFields.tsx').then((m) => m.extraFields(given))),
    fetchFor(!!languages, 'someOptions', () =>
      Promise.all([import('./someOptions.ts'), localeFile]).then(([m, { strings }]) =>
        m.ownTexts(given.texts, strings.locale),
      ),
    ),
    fetchFor(options.isOnPage, 'someOptions', () => import('./someOptions.ts')),
  ]);
  const { layout, isInSteps } = options;
  const isInline = layout === 'inline';
  const into = isInline ? findElement(options.into) : undefined;
  if (isInline && !into) return undefined;
  return {
    settings: texts ? { ...given, texts } : given,
    layout: layout ?? (isSmallScreen() ? 'flyout' : 'modal'),
    into,
    onPage,
    isInSteps,
    applyTheme,
    extraFields,
  };
}
