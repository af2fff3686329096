import { fetchFile } from '../files/fetchFile.ts';
import type { LocaleFile } from '../locales/localeFile.ts';
import type { SignupContext } from '../signup/session.ts';
import { stringsFor } from './stringsFor.ts';

/** The texts that this visitor sees. */
export function stringsOf(context: SignupContext): Promise<LocaleFile> {
  const { settings, runtime } = context;
  const { language, languages } = runtime.platform.page();
  return stringsFor(settings, language, languages, (name, load) => fetchFile(context, name, load));
}
