import type { Settings } from '../config/settings.ts';
import { isSmallScreen } from '../platform/isSmallScreen.ts';
import type { SignupContext } from '../signup/session.ts';
import { fetchSomeOptions } from './fetchSomeOptions.ts';
import type { Parts } from './popupParts.ts';
import { presentationOf } from './presentationOf.ts';
import { stringsOf } from './stringsOf.ts';

/** What a popup's parts depend on besides the options: a page may change its language, and a screen may be turned. */
export function settingOf({ runtime }: SignupContext): string {
  return `${runtime.platform.page().language} ${isSmallScreen()}`;
}

/** Fetches what every popup is drawn with. */
export async function partsOf(context: SignupContext): Promise<Parts> {
  const localeFileComing = stringsOf(context);
  const [localeFile, presentation] = await Promise.all([
    localeFileComing,
    varied(context).then((own) => presentationOf(context, own, localeFileComing)),
  ]);
  return { localeFile, presentation };
}

/** The settings as the visitor's share of the variants has them: raw options laid over the owner's, and read as theirs are. */
async function varied(context: SignupContext): Promise<Settings> {
  const { settings } = context;
  if (!settings.variants) return settings;
  try {
    const { chooseVariant } = await fetchSomeOptions(context);
    return { ...settings, ...chooseVariant(context)?.overrides } as Settings;
  } catch {
    return settings;
  }
}
