import type { Settings } from '../config/settings.ts';
import { fetchFile } from '../files/fetchFile.ts';
import type { LocaleFile } from '../locales/localeFile.ts';
import { findElement } from '../platform/findElement.ts';
import { isSmallScreen } from '../platform/isSmallScreen.ts';
import type { SignupContext } from '../signup/session.ts';
import type { Presentation } from './presentation.ts';

/** Fetches what the owner's options need. `undefined`: an inline form that has no place on this page. */
export async function presentationOf(
  context: SignupContext,
  given: Settings,
  localeFile: Promise<LocaleFile>,
): Promise<Presentation | undefined> {
  const { languages } = given.texts ?? {};
  // Without any of them the popup is plainer, and still asks.
  const fetchFor = <T>(option: unknown, name: string, load: () => Promise<T>) =>
    option ? fetchFile(context, name, load).catch(() => undefined) : undefined;
  const [theme, extraFields, texts, onPage] = await Promise.all([
    fetchFor(given.theme, 'theme', () => import('./theme.ts')),
    fetchFor(given.fields, 'fields', () => import('./extraFields.tsx').then((m) => m.extraFields(given.fields))),
    fetchFor(languages, 'someOptions', () =>
      Promise.all([import('./someOptions.ts'), localeFile]).then(([m, { strings }]) =>
        m.ownTexts(given.texts, strings.locale),
      ),
    ),
    fetchFor(given.layer === 'page', 'someOptions', () => import('./someOptions.ts')),
  ]);
  const settings = texts ? { ...given, texts } : given;
  const isInline = settings.layout === 'inline';
  const into = isInline ? findElement(String(settings.into)) : undefined;
  if (isInline && !into) return undefined;
  const chosen = settings.layout === 'modal' || settings.layout === 'flyout' ? settings.layout : undefined;
  return {
    settings,
    layout: isInline ? 'inline' : (chosen ?? (isSmallScreen() ? 'flyout' : 'modal')),
    into,
    onPage,
    isInSteps: settings.steps === 'two',
    applyTheme: theme && ((element) => theme.applyTheme(element, settings.theme)),
    extraFields: extraFields,
  };
}
